import { pipeline, type Client, type Fact, type Visit } from './facts.ts';
import { campaignId, siteId, sourceId, type SalonPlan } from './salons.ts';

/** A salon as it was connected: `key` is the API's name of it. */
export interface Connected extends SalonPlan {
  key: string;
}
type Line = Record<string, unknown>;

/** The lines of the list of requests that must be there once all of a visit was told. */
export function requestsOf(visit: Visit, salon: Connected): Line[] {
  if (visit.early || visit.facts.length === 0) return [];
  const { bookingId, dealId = '' } = visit;
  const told = visit.facts.some(({ kind }) => kind === 'booking') ? 'booking' : 'deal';
  const facts = visit.facts.filter(({ kind }) => kind === told);
  const id = told === 'booking' ? `b.${bookingId ?? ''}` : `d.${dealId}`;
  return [
    {
      ...identity(id, facts, salon),
      dateTime: instant(created(facts)),
      ...personOf(last(facts, 'client')),
      bookingStatus: statusOf(visit, facts),
      startsAt: instant(last(facts, 'startsAt')),
      amount: told === 'booking' ? last(facts, 'amount') : undefined,
      ...{ currency: 'RUB', origin: last(facts, 'origin'), visitorSessionId: last(facts, 'session') },
      ...attributionOf(visit, salon),
      hidden: [uncounted(visit, salon) ?? []].flat(),
    },
  ];
}

/** The lines of the list of deals. */
export function dealsOf(visit: Visit, salon: Connected): Line[] {
  const facts = visit.facts.filter(({ kind }) => kind === 'deal');
  if (!salon.sendDeals || facts.length === 0) return [];
  const client = last(facts, 'client');
  const deleted = facts.filter(({ act }) => act === 'deleted' || act === 'restored').at(-1)?.act === 'deleted';
  return [
    {
      ...identity(`d.${visit.dealId ?? ''}`, facts, salon),
      ...{ name: last(facts, 'title'), revenue: last(facts, 'amount'), paidAmount: last(facts, 'paid') },
      currency: 'RUB',
      createdDateTime: instant(created(facts)),
      modifiedDateTime: instant(facts.at(-1)?.at),
      closedDateTime: instant(closed(facts)),
      pipeline: salon.useDefaultPipeline
        ? { id: 'default', name: 'Сделки из ПрофСалона' }
        : { id: salon.key, name: salon.salonName },
      senderPipeline: pipeline,
      stage: last(facts, 'stage'),
      contact: client,
      manager: last(facts, 'manager'),
      deleted,
      hidden: deleted ? ['deleted'] : [],
    },
  ];
}

/** Why a request does not count and lists hide it. */
export function uncounted(
  { way }: Visit,
  { requestsFrom }: SalonPlan,
): 'not_from_widget' | 'origin_unknown' | undefined {
  if (way === 'desk') return 'not_from_widget';
  return way === 'unsaid' && requestsFrom === 'widget' ? 'origin_unknown' : undefined;
}

function identity(id: string, facts: Fact[], { key, salonId }: Connected): Line {
  return { id: `${key}.${id}`, extId: facts[0]?.id, salon: key, salonId };
}

function personOf({ name, phone, email }: Partial<Client> = {}): Line {
  return { name, phone, email, noContact: phone === undefined && email === undefined };
}

/** Facts stand in the order in which they happened. */
function last<K extends keyof Fact>(facts: readonly Fact[], field: K): Fact[K] | undefined {
  return facts.findLast((fact) => fact[field] !== undefined)?.[field];
}

function created(facts: readonly Fact[]): number | undefined {
  return facts.find(({ act }) => act === 'created')?.at;
}

function closed(facts: readonly Fact[]): number | undefined {
  const stage = last(facts, 'stage');
  const moved = facts.findLast((fact) => fact.moved);
  return stage === undefined || stage.type === 'in_process' ? undefined : moved?.at;
}

function statusOf(visit: Visit, facts: readonly Fact[]): string {
  const existence = facts.findLast(({ act }) => act === 'deleted' || act === 'restored')?.act;
  if (existence === 'deleted') return 'deleted';
  const said = last(facts, 'status');
  if (said !== undefined) return said;
  const type = last(visit.facts, 'stage')?.type ?? 'in_process';
  return { in_process: 'new', success: 'came', failed: 'cancelled' }[type];
}

function attributionOf({ way }: Visit, { attributeTo }: SalonPlan): Line {
  if (way === 'session') return { attribution: { step: 'session', reason: 'visitor_session' } };
  return attributeTo === 'campaign'
    ? { campaignId, attribution: { step: 'default', reason: 'default_campaign' } }
    : { sourceId, siteId, attribution: { step: 'default', reason: 'default_source' } };
}

function instant(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
