import * as v from 'valibot';
import type { RouteAct } from '../../model/acts.ts';
import { deliveryShownSchema, eventItemSchema } from '../../model/api-events.ts';
import {
  noAccount,
  type JournalEntry,
  type JournalLine,
  type JournalStatus,
  type JournalSummary,
  type Problem,
  type Source,
} from '../../model/journal.ts';
import { messageSchema } from '../../model/message.ts';
import type { Kind } from '../../model/words.ts';
import { nameOfQuery, pageAnswer, type StoredPage } from './pages.ts';
import { periodOf, type Period } from './period.ts';
import { salonsAsked, type TodayDeps } from './today.ts';

interface EventsQuery extends Period {
  accountKey: string;
  salonKey?: string | undefined;
  status?: JournalStatus | undefined;
  kind?: Kind | undefined;
  warned?: boolean | undefined;
  problem?: Problem | undefined;
  source?: Source | undefined;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string | undefined;
  /** Names the query, for its cursors. */
  query?: string | undefined;
}
export interface ListEventsDeps extends Pick<TodayDeps, 'listSalons'> {
  listEvents: (query: EventsQuery) => Promise<StoredPage<JournalSummary>>;
  now: () => Date;
}
export interface ShowEventDeps {
  /** Oldest first. */
  deliveriesOf: (accountKey: string, id: string) => Promise<JournalEntry[]>;
}

/** Deliveries of an account by receive time, or its imports by when they were made. */
export function listEvents(deps: ListEventsDeps): RouteAct<'GET /api/events'> {
  return async ({ account, query }) => {
    const period = periodOf(query, account.timezone, deps.now());
    if ('error' in period) return period;
    const { salon, ...filters } = query;
    const isOfAll = salon === undefined && account.key !== noAccount;
    if (filters.problem !== undefined && isOfAll) return { error: 'invalid_request', fields: { salon: 'required' } };
    const salons = salon === undefined ? [] : await salonsAsked(deps, account.key, salon);
    if ('error' in salons) return salons;
    const name = nameOfQuery('GET /api/events', account, query);
    const asked = { accountKey: account.key, salonKey: salons[0]?.key, ...filters, ...period, query: name };
    return pageAnswer(await deps.listEvents(asked), (line) => [eventItem(line)]);
  };
}

/** An event: the line of its latest delivery, those of all, and the message as it was kept. */
export function showEvent(deps: ShowEventDeps): RouteAct<'GET /api/events/{id}'> {
  return async ({ account, id }) => {
    const entries = id.length > 200 ? [] : await deps.deliveriesOf(account.key, id);
    const latest = entries.at(-1);
    if (latest === undefined) return { error: 'not_found' };
    const deliveries = entries.map(({ line }) => deliveryOf(line)).reverse();
    return { ok: { ...deliveryOf(latest.line), deliveries, message: messageShown(latest.message) } };
  };
}

/** A line as the list of the journal shows it. */
export function eventItem(line: JournalSummary) {
  return v.parse(eventItemSchema, shown(line));
}

/** With the salon under its public name; what is ours alone the schemas leave out. */
function shown<L extends { salonKey?: string | undefined }>(line: L) {
  return { ...line, salon: line.salonKey };
}

function deliveryOf(line: JournalLine) {
  return v.parse(deliveryShownSchema, shown(line));
}

/** Our own message as JSON; what somebody else put on the queue, or what JSON cannot write again, as its text. */
function messageShown(text: string): unknown {
  try {
    const message = v.parse(messageSchema, JSON.parse(text));
    JSON.stringify(message);
    return message;
  } catch {
    return text;
  }
}
