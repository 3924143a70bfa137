import type { Fact, Visit } from '../../commands/simulate/facts.ts';
import { requestsOf, type Connected } from '../../commands/simulate/expected.ts';
import { campaignId, siteId, sourceId } from '../../commands/simulate/salons.ts';

/** What CoMagic must hold of a stream, worked out from what its salons meant; ids as the connector gives them. */
export interface Expected {
  requests: Map<string, ExpectedRequest>;
  deals: Map<string, ExpectedDeal>;
  contacts: Map<string, { name: string; phones: string[]; emails: string[] }>;
}

export interface ExpectedRequest {
  date_time: string;
  phone?: string | undefined;
  email?: string | undefined;
  /** One way alone. */
  way: Record<string, number>;
}

export interface ExpectedDeal {
  name: string;
  funnel: string;
  contact: string;
  employee: string;
  created: string;
  closed: string | undefined;
  revenue: number;
  /** Stages that it passed: name, type, when. */
  stages: string[];
  /** The id of its request. */
  request: string;
}

/** By the clocks of an account in Moscow. */
export function localTime(at: number): string {
  return new Date(at + 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

export function expectedOf(visits: readonly Visit[], salons: readonly Connected[]): Expected {
  const expected: Expected = { requests: new Map(), deals: new Map(), contacts: new Map() };
  for (const visit of visits) {
    const salon = salons[visit.salon]!;
    addRequest(expected, visit, salon);
    addDeal(expected, visit, salon);
    addContact(expected, visit, salon);
  }
  return expected;
}

function addRequest({ requests }: Expected, visit: Visit, salon: Connected): void {
  for (const line of requestsOf(visit, salon)) {
    const { id, hidden, noContact, dateTime, phone, email } = line as Record<string, string> & { hidden: unknown[] };
    if (hidden.length > 0 || noContact) continue;
    requests.set(id!, {
      date_time: localTime(Date.parse(dateTime!)),
      phone: phone?.slice(1),
      email,
      way: wayOf(visit, salon),
    });
  }
}

function wayOf({ way, facts }: Visit, { attributeTo }: Connected): Record<string, number> {
  if (way === 'session') return { visitor_session_id: Number(lastOf(facts, 'session')) };
  return attributeTo === 'campaign'
    ? { campaign_id: Number(campaignId) }
    : { source_id: Number(sourceId), site_id: Number(siteId) };
}

function addDeal({ deals }: Expected, { dealId, bookingId, facts }: Visit, salon: Connected): void {
  const told = facts.filter(({ kind }) => kind === 'deal');
  const acts = told.filter(({ act }) => act === 'deleted' || act === 'restored');
  if (!salon.sendDeals || told.length === 0 || acts.at(-1)?.act === 'deleted') return;
  const moves = told.filter(({ moved }) => moved === true);
  const closing = moves.at(-1);
  const isClosed = closing?.stage !== undefined && closing.stage.type !== 'in_process';
  deals.set(`${salon.key}.d.${dealId!}`, {
    name: lastOf(told, 'title')!,
    funnel: salon.useDefaultPipeline ? 'default' : salon.key,
    contact: `${salon.key}.${lastOf(told, 'client')!.id}`,
    employee: `${salon.key}.${lastOf(told, 'manager')!.id}`,
    created: localTime(told[0]!.at),
    closed: isClosed ? localTime(closing.at) : undefined,
    revenue: lastOf(told, 'amount')! / 100,
    stages: moves.map(({ stage, at }) => `${stageText(stage!)} ${localTime(at)}`),
    request: bookingId === undefined ? `${salon.key}.d.${dealId!}` : `${salon.key}.b.${bookingId}`,
  });
}

/** What is over is known by how it ended, what goes on by the stage's name. */
export function stageText({ name, type }: { name: string; type: string }): string {
  return type === 'in_process' ? name : type;
}

/** Whoever an event names that made a record. */
function addContact({ contacts }: Expected, { early, facts }: Visit, salon: Connected): void {
  const recorded = facts.filter(({ kind }) => !early || (kind === 'deal' && salon.sendDeals));
  const client = lastOf(recorded, 'client');
  if (client === undefined) return;
  const { id, name, phone, email } = client;
  contacts.set(`${salon.key}.${id}`, {
    name,
    phones: phone === undefined ? [] : [phone.slice(1)],
    emails: email === undefined ? [] : [email],
  });
}

function lastOf<K extends keyof Fact>(facts: readonly Fact[], field: K): Fact[K] | undefined {
  return facts.findLast((fact) => fact[field] !== undefined)?.[field];
}
