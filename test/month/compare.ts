import type { Held } from '../../local/comagic/held.ts';
import type { Given } from '../../local/comagic/parameters.ts';
import { stageText, type Expected, type ExpectedDeal, type ExpectedRequest } from './expected.ts';

/** What CoMagic holds and should not, or should and does not; `bad`: ids that it refuses; `differs`: requests that have changed since they were sent. */
export function complaintsOf(held: Held, expected: Expected, bad: Set<string>, differs: Set<string>): string[] {
  const { requests, deals, contacts } = expected;
  return [
    ...besides('request', idsOf([...held.requests.values()]), [...requests.keys()], bad),
    ...besides('deal', [...held.deals.keys()], [...deals.keys()], bad),
    ...besides('contact', [...held.contacts.keys()], [...contacts.keys()], bad),
    ...[...held.requests.values()].flatMap((row) => requestFaults(row, requests, differs)),
    ...[...held.deals].flatMap(([id, rows]) => dealFaults(held, id, rows, deals.get(id))),
    ...[...held.contacts].flatMap(([id, row]) => {
      const meant = contacts.get(id);
      return meant === undefined ? [] : unlike(`contact ${id}`, seenContact(row), meant);
    }),
  ];
}

function idsOf(rows: Given[]): string[] {
  return rows.map((row) => String(row['ext_id']));
}

function besides(kind: string, there: string[], meant: string[], bad: Set<string>): string[] {
  const [seen, wanted] = [new Set(there), new Set(meant.filter((id) => !bad.has(id)))];
  return [
    ...(seen.size === there.length ? [] : [`${kind}: ${there.length - seen.size} twice`]),
    ...[...wanted].filter((id) => !seen.has(id)).map((id) => `${kind} ${id} is missing`),
    ...[...seen].filter((id) => !wanted.has(id)).map((id) => `${kind} ${id} is besides`),
  ];
}

function requestFaults(row: Given, meant: Map<string, ExpectedRequest>, differs: Set<string>): string[] {
  const id = String(row['ext_id']);
  const one = meant.get(id);
  // It cannot be changed there, and says so.
  if (one === undefined || differs.has(id)) return [];
  const { date_time, phone, email, visitor_session_id, campaign_id, source_id, site_id } = row;
  const way = { visitor_session_id, campaign_id, source_id, site_id };
  return unlike(`request ${id}`, { date_time, phone, email, way }, one);
}

/** The communication of a request that went out with a visit. */
function communicationOf({ requests }: Held, id: string): number | undefined {
  const there = [...requests.values()].find(({ ext_id }) => ext_id === id);
  return there?.['visitor_session_id'] === undefined ? undefined : there.communication_id;
}

function dealFaults(held: Held, id: string, rows: Given[], told: ExpectedDeal | undefined): string[] {
  const { funnels } = held;
  const last = rows.at(-1);
  if (told === undefined || last === undefined) return [];
  const { request, ...facts } = told;
  const meant = { ...facts, communication: communicationOf(held, request) };
  const stages = rows.map((row) => {
    const stage = funnels.get(String(row['sales_funnel_ext_id']))?.stages.get(String(row['stage_ext_id']));
    const text = stage === undefined ? '?' : stageText({ name: stage.name, type: stage.status });
    return `${text} ${String(row['modified_stage_date_time'])}`;
  });
  const seen = {
    name: last['name'],
    funnel: last['sales_funnel_ext_id'],
    contact: last['main_contact_ext_id'],
    employee: last['employee_ext_id'],
    created: last['created_date_time'],
    closed: last['closed_date_time'],
    revenue: last['revenue'],
    communication: last['communication_id'],
    stages,
  };
  return unlike(`deal ${id}`, seen, meant);
}

function seenContact({ name, phone_numbers, emails }: Given) {
  return { name, phones: phone_numbers, emails };
}

/** Fields that are absent say nothing. */
function unlike(what: string, seen: object, meant: object): string[] {
  const [one, other] = [seen, meant].map((value) => JSON.stringify(sorted(value)));
  return one === other ? [] : [`${what}: ${one} for ${other}`];
}

function sorted(value: object): object {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]: [string, unknown]) => [key, isPlain(one) ? sorted(one) : one] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
