import type { SetRow } from '../model/event-set.ts';
import type { FoldedDeal, HiddenReason } from '../model/records.ts';
import { choiceOf } from './choice.ts';
import { evidenceIn, originIn } from './evidence.ts';
import { createdIn, isDeleted, isStub } from './lifecycle.ts';
import { listCuts, servicesIn, tagsIn } from './lists.ts';
import { lastNamed } from './named.ts';
import { compare } from './order.ts';
import { personCuts, personIn } from './person.ts';
import { present } from '../model/present.ts';
import { stageHistoryIn, stageIn } from './stage-history.ts';
import { statusIn } from './status.ts';
import { eventsIn, firstSaid, lastSaid, type Told } from './told.ts';
import { userFieldsIn } from './user-fields.ts';

const mostBookings = 50;

/** The deal that a deal's set tells of, from its deal events put while deals were on; undefined when there are none. */
export function foldDeal(extId: string, rows: SetRow[]): FoldedDeal | undefined {
  const events = eventsIn(rows).filter(
    ({ reading, rows: told }) => reading.kind === 'deal' && told.some(speaksOfDeals),
  );
  const choice = choiceOf(events, (row) => row.deal);
  const [oldest, newest] = [events[0], events.at(-1)];
  if (choice === undefined || oldest === undefined || newest === undefined) return undefined;
  const deleted = isDeleted(events);
  return present({
    v: 1 as const,
    extId,
    ...saidOf(events),
    ...moneyOf(events),
    currency: lastSaid(events, ({ reading }) => reading.currency) ?? choice.currency,
    ...timesOf(events, oldest, newest),
    useDefaultPipeline: choice.useDefaultPipeline,
    ...stagesOf(events),
    contact: dealContact(events),
    ...listsOf(events),
    ...evidenceIn(events),
    referrer: firstSaid(events, ({ reading }) => reading.referrer),
    deleted,
    hidden: hiddenBecause(deleted, events),
    warnings: warningsOf(events),
  });
}

function speaksOfDeals({ deal }: SetRow): boolean {
  return deal !== undefined;
}

function saidOf(events: Told[]) {
  return {
    name: lastSaid(events, ({ reading }) => reading.name),
    manager: lastNamed(events, ({ reading }) => reading.manager),
    staff: lastNamed(events, ({ reading }) => reading.staff),
    isRepeat: lastSaid(events, ({ reading }) => reading.isRepeat),
    source: lastSaid(events, ({ reading }) => reading.source),
    origin: originIn(events),
    comments: lastSaid(events, ({ reading }) => reading.comment) ?? undefined,
  };
}

function moneyOf(events: Told[]) {
  return {
    revenue: lastSaid(events, ({ reading }) => reading.amount),
    paidAmount: lastSaid(events, ({ reading }) => reading.paidAmount),
    cost: lastSaid(events, ({ reading }) => reading.cost),
  };
}

/** Created: the smallest said, else the smallest version. Modified: the version of the last event. */
function timesOf(events: Told[], oldest: Told, newest: Told) {
  return {
    createdDateTime: createdIn(events) ?? oldest.version,
    modifiedDateTime: newest.version,
    closedDateTime: lastSaid(events, (event) => event.closedAt),
  };
}

function stagesOf(events: Told[]) {
  const stageHistory = stageHistoryIn(events).rows;
  return {
    senderPipeline: lastNamed(events, ({ reading }) => reading.pipeline),
    stage: stageIn(events),
    stageStatus: statusIn(events),
    stageHistory,
    modifiedStageDateTime: stageHistory.at(-1)?.at,
  };
}

function listsOf(events: Told[]) {
  return {
    tags: tagsIn(events),
    services: servicesIn(events),
    userFields: userFieldsIn(events).userFields,
    bookingIds: bookingIdsIn(events).slice(0, mostBookings),
  };
}

/** Booking ids only grow; the smallest are kept. */
function bookingIdsIn(events: Told[]): string[] {
  const named = events.flatMap(({ reading: { bookingId, bookingIds = [] } }) =>
    bookingId === undefined ? bookingIds : [bookingId, ...bookingIds],
  );
  return [...new Set(named)].sort(compare);
}

/** One without an id is the deal's contact only while no event named one with an id. */
function dealContact(events: Told[]): FoldedDeal['contact'] {
  if (events.every(({ reading }) => reading.client === undefined)) return undefined;
  const contact =
    lastSaid(events, (event) => (event.contact?.byId ? event.contact : undefined)) ??
    lastSaid(events, (event) => event.contact);
  return present({ key: contact?.key, id: contact?.byId ? contact.key : undefined, ...personIn(events) });
}

function hiddenBecause(deleted: boolean, events: Told[]): HiddenReason[] {
  return [...(deleted ? (['deleted'] as const) : []), ...(isStub(events) ? (['stub'] as const) : [])];
}

function warningsOf(events: Told[]): string[] {
  return [
    ...new Set([
      ...events.flatMap((event) => event.warnings),
      ...personCuts(events),
      ...listCuts(events),
      ...userFieldsIn(events).warnings,
      ...stageHistoryIn(events).warnings,
      ...(bookingIdsIn(events).length > mostBookings ? ['booking_ids: cut'] : []),
    ]),
  ];
}
