import type { RequestChoice, SetRef, SetRow } from '../model/event-set.ts';
import type { FoldedRequest, HiddenReason } from '../model/records.ts';
import { attributed } from './attribution.ts';
import { choiceOf } from './choice.ts';
import { bookingsOf } from './event-set.ts';
import { evidenceIn, originIn } from './evidence.ts';
import { createdIn, isDeleted, isStub } from './lifecycle.ts';
import { listCuts, servicesIn } from './lists.ts';
import { lastNamed } from './named.ts';
import { personCuts, personIn } from './person.ts';
import { present } from '../model/present.ts';
import { stageIn } from './stage-history.ts';
import { statusIn } from './status.ts';
import { eventsIn, firstSaid, lastSaid, type Told } from './told.ts';
import { userFieldsIn } from './user-fields.ts';

/** The request that a set tells of, from the rows put while requests were on; undefined when none speaks of one here. */
export function foldRequest(ref: SetRef, rows: SetRow[]): FoldedRequest | undefined {
  const events = eventsIn(rows).filter((event) => event.rows.some(speaksOfRequests));
  const choice = choiceOf(events, (row) => row.request);
  const [oldest] = events;
  if (choice === undefined || oldest === undefined || !events.some((event) => speaksHere(ref, event))) return undefined;
  const bookings = events.filter(({ reading }) => reading.kind === 'booking');
  const deals = events.filter(({ reading }) => reading.kind === 'deal');
  const evidence = evidenceIn(events);
  return present({
    v: 1 as const,
    extId: ref.id,
    // The smallest creation that a booking event said, else a deal event, else the smallest version.
    dateTime: createdIn(bookings) ?? createdIn(deals) ?? oldest.version,
    ...personIn(events),
    ...bookingAlone(bookings),
    currency: lastSaid(bookings, ({ reading }) => reading.currency) ?? choice.currency,
    bookingStatus: isDeleted(events) ? ('deleted' as const) : statusIn(bookings),
    ...dealStage(deals),
    origin: originIn(events),
    ...evidence,
    ...attributed(evidence.visitorSessionId, choice),
    noContact: !events.some(canBeReached),
    hidden: hiddenBecause(ref, rows, events, choice),
    warnings: warningsOf(events, bookings),
  });
}

/** By a phone that is a number, or by e-mail. */
function canBeReached({ reading: { client } }: Told): boolean {
  return client !== undefined && (client.emails.length > 0 || client.phones.some(({ e164 }) => e164 !== undefined));
}

function speaksOfRequests({ request }: SetRow): boolean {
  return request !== undefined;
}

/** A booking event in a deal's set speaks on the booking's own request, unless it has no id of its own. */
function speaksHere(ref: SetRef, { reading }: Told): boolean {
  return ref.kind === 'booking' || reading.kind === 'deal' || reading.bookingId === undefined;
}

/** What a deal event never speaks on: its comment, amount and fields are the salon's, not the visitor's. */
function bookingAlone(bookings: Told[]) {
  return {
    message: lastSaid(bookings, ({ reading }) => reading.comment) ?? undefined,
    number: lastSaid(bookings, ({ reading }) => reading.number),
    startsAt: lastSaid(bookings, ({ reading }) => reading.startsAt?.at),
    durationMin: lastSaid(bookings, ({ reading }) => reading.durationMin),
    amount: lastSaid(bookings, ({ reading }) => reading.amount),
    prepaid: lastSaid(bookings, ({ reading }) => reading.prepaid),
    services: servicesIn(bookings),
    staff: lastNamed(bookings, ({ reading }) => reading.staff),
    userFields: userFieldsIn(bookings).userFields,
    referrer: firstSaid(bookings, ({ reading }) => reading.referrer),
  };
}

/** Where no booking says a status, it follows from the type of the deal's stage when it is read. */
function dealStage(deals: Told[]) {
  return {
    senderPipeline: lastNamed(deals, ({ reading }) => reading.pipeline),
    stage: stageIn(deals),
    stageStatus: statusIn(deals),
  };
}

function hiddenBecause(ref: SetRef, rows: SetRow[], events: Told[], choice: RequestChoice): HiddenReason[] {
  const uncounted = uncountedBecause(events, choice);
  return [
    ...(isSuperseded(ref, rows) ? (['superseded'] as const) : []),
    ...(isStub(events) ? (['stub'] as const) : []),
    ...(uncounted === undefined ? [] : [uncounted]),
  ];
}

/** A deal's request gives way as soon as one of the deal's events names a booking. */
function isSuperseded(ref: SetRef, rows: SetRow[]): boolean {
  return ref.kind === 'deal' && rows.some((row) => bookingsOf(row.reading).length > 0);
}

/** Counts once an event said an online origin or brought a session; else not if any said another; else by the choice. */
function uncountedBecause(
  events: Told[],
  { requestsFrom }: RequestChoice,
): 'not_from_widget' | 'origin_unknown' | undefined {
  if (events.some(({ reading }) => reading.origin?.online === true || reading.session !== undefined)) return undefined;
  if (events.some(({ reading }) => reading.origin !== undefined)) return 'not_from_widget';
  return requestsFrom === 'any' ? undefined : 'origin_unknown';
}

function warningsOf(events: Told[], bookings: Told[]): string[] {
  return [
    ...new Set([
      ...events.flatMap((event) => event.warnings),
      ...personCuts(events),
      ...listCuts(bookings),
      ...userFieldsIn(bookings).warnings,
    ]),
  ];
}
