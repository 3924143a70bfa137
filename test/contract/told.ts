import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { listDeals, listRequests } from '../../lib/flow/admin/list-records.ts';
import { listPipelines } from '../../lib/flow/admin/list-pipelines.ts';
import { listEvents, showEvent } from '../../lib/flow/admin/read-events.ts';
import { showDeal, showRequest } from '../../lib/flow/admin/show-record.ts';
import type { Reply } from '../../lib/model/acts.ts';
import { dealsQuerySchema, eventsQuerySchema, requestsQuerySchema } from '../../lib/model/api.ts';
import type { DealItem, DealRecord } from '../../lib/model/deal.ts';
import type { JournalLine } from '../../lib/model/journal.ts';
import { encodeId } from '../../lib/model/ids.ts';
import type { RecordEvent } from '../../lib/model/records.ts';
import type { RequestItem, RequestRecord, Superseded } from '../../lib/model/request.ts';
import type { Salon } from '../../lib/model/settings.ts';
import type { PipelineRecord } from '../../lib/model/shown.ts';
import { anAccount, aSalon } from '../build/settings.ts';
import { aClock, aDoorOf, type Answered, type Sent } from './door.ts';
import { aWorkshop } from './workshop.ts';

export const hookKey = 'hook-key-of-the-salon-0123456789abcdef';
export const token = 'salon-token-4f6d';
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export type Request = RequestRecord & { events: RecordEvent[] };
export type Deal = DealRecord & { events: RecordEvent[] };
/** A line of the journal with the message as it was kept. */
export type Line = Omit<JournalLine, 'v' | 'accountKey' | 'salonKey'> & { salon: string; message: { event?: unknown } };

/** Salon 1042 of Moscow, connected with `token` under `hookKey`. */
export function aConnectedSalon(over: Partial<Salon> = {}): Salon {
  return aSalon({ tokenSha256: sha256(token), hookKeys: [{ key: hookKey }], bookingStatuses: {}, ...over });
}

/** An event of this salon, in short. */
export function E(event: string, data: unknown, around: object = {}): object {
  return { event, salon: { id: '1042' }, ...around, data };
}

interface Order {
  /** Places of the deliveries in the order in which workers take them. */
  order?: 'reversed' | readonly number[];
  /** How often each message comes. */
  times?: number;
}

/**
 * A salon that is told deliveries: through the real door, its messages parsed back and handled by the real worker's flow over
 * tables in memory, looked at by the real acts of the API. The clock begins at noon and goes on a second a delivery.
 */
export function aTelling(over: Partial<Salon> = {}) {
  const account = anAccount();
  const clock = aClock();
  const state = { salon: aConnectedSalon(over) };
  const queued: string[] = [];
  const workshop = aWorkshop({ account, now: clock.now, queue: queued });
  const open = () => aDoorOf({ salon: () => state.salon, now: clock.now, queue: queued });
  let door = open();

  /** Posts a delivery and leaves its messages in the queue. */
  async function post(sent: Sent): Promise<Answered> {
    if (sent.at !== undefined) clock.set(sent.at);
    const answer = await door.post({ path: hookKey, ...sent, headers: { 'x-salon-token': token, ...sent.headers } });
    clock.advance(1000);
    return answer;
  }
  /** Posts deliveries (each admitted), then lets the worker take all messages. */
  async function tell(...bodies: unknown[]): Promise<void> {
    for (const body of bodies) {
      await take({ body });
      await workshop.work();
    }
  }
  async function take(sent: Sent): Promise<Answered> {
    const answer = await post(sent);
    if (answer.status !== 200) throw new Error(`not admitted: ${answer.status} ${answer.text}`);
    return answer;
  }
  /** The same at given receive times. */
  async function tellAt(...deliveries: [at: string, body: unknown][]): Promise<void> {
    for (const [at, body] of deliveries) {
      await take({ body, at });
      await workshop.work();
    }
  }
  /** Posts all deliveries first, then hands their messages to the worker in an order of its own. */
  async function tellShuffled(bodies: unknown[], { order, times = 1 }: Order): Promise<void> {
    for (const body of bodies) await take({ body });
    const messages = queued.splice(0);
    const places =
      order === 'reversed' ? messages.map((_, at) => at).reverse() : (order ?? messages.map((_, at) => at));
    for (let time = 0; time < times; time++) {
      for (const place of places) await workshop.work([messages[place]!]);
    }
  }

  const caller = { subject: 'auditor', role: 'admin' } as const;
  const call = { caller, account, body: undefined };
  const deps = {
    ...workshop.reading,
    listSalons: () => Promise.resolve([state.salon]),
    findSalon: (_: string, key: string) => Promise.resolve(key === state.salon.key ? state.salon : undefined),
    now: clock.now,
  };
  const id = (letter: Letter, extId: string) => `${state.salon.key}.${letter}.${encodeId(extId)}`;
  const showRequestOf = (letter: Letter, extId: string) =>
    showRequest(deps)({ ...call, id: id(letter, extId), query: {} });
  const showDealOf = (extId: string) => showDeal(deps)({ ...call, id: id('d', extId), query: {} });
  const period = { from: '2025-01-01', to: '2027-01-01', limit: '500', order: 'asc' };
  const requestsQuery = (query: object) => v.parse(requestsQuerySchema, { ...period, ...query });
  const dealsQuery = (query: object) => v.parse(dealsQuerySchema, { ...period, ...query });
  const eventsQuery = (query: object) => v.parse(eventsQuerySchema, { ...period, ...query });

  async function line({ eventId, receivedAt }: { eventId: string; receivedAt: string }): Promise<Line> {
    const shown = await showEvent(deps)({ ...call, id: eventId, query: {} });
    const { deliveries, message } = ok(shown) as Pick<Line, 'message'> & { deliveries: Line[] };
    return { ...deliveries.find((one) => one.receivedAt === receivedAt)!, message };
  }

  return {
    clock,
    post,
    tell,
    tellAt,
    tellShuffled,
    work: () => workshop.work(),
    /** Bodies of messages that wait for a worker. */
    queued,
    logged: () => door.logged,
    /** What was asked of the tables, in order; reading by the API counts, too. */
    operations: workshop.operations,
    /** All that the tables of records and journal hold, as text. */
    stored: workshop.stored,
    /** A line for each delivery of an event, in the order in which the worker took them. */
    lines: () => Promise.all(workshop.events.map(line)),
    lastLine: () => line(workshop.events.at(-1)!),
    eventsListed: async (query: object = {}) =>
      itemsOf<object>(await listEvents(deps)({ ...call, id: '', query: eventsQuery(query) })),
    /** Of a booking. */
    request: async (extId: string) => ok(await showRequestOf('b', extId)) as Request,
    /** Of a deal itself. */
    dealRequest: async (extId: string) => ok(await showRequestOf('d', extId)) as Request,
    superseded: async (extId: string) => ok(await showRequestOf('d', extId)) as Superseded,
    deal: async (extId: string) => ok(await showDealOf(extId)) as Deal,
    hasRequest: async (extId: string) => 'ok' in (await showRequestOf('b', extId)),
    hasDealRequest: async (extId: string) => 'ok' in (await showRequestOf('d', extId)),
    hasDeal: async (extId: string) => 'ok' in (await showDealOf(extId)),
    requests: async (query: object = {}) =>
      itemsOf<RequestItem>(await listRequests(deps)({ ...call, id: '', query: requestsQuery(query) })),
    deals: async (query: object = {}) =>
      itemsOf<DealItem>(await listDeals(deps)({ ...call, id: '', query: dealsQuery(query) })),
    pipelines: async () => itemsOf<PipelineRecord>(await listPipelines(deps)({ ...call, id: '', query: {} })),
    /** Saves other settings; a door that has read none yet takes them at once. */
    change: (settings: Partial<Salon>) => {
      state.salon = { ...state.salon, ...settings, version: state.salon.version + 1 };
      door = open();
    },
  };
}

type Letter = 'b' | 'd';
export type Telling = ReturnType<typeof aTelling>;

function ok(reply: Reply<unknown>): unknown {
  if (!('ok' in reply)) throw new Error(`no such thing: ${JSON.stringify(reply)}`);
  return reply.ok;
}

function itemsOf<T>(reply: Reply<unknown>): T[] {
  return (ok(reply) as { items: T[] }).items;
}
