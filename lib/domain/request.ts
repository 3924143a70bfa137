import type { RequestChoice, SetRef, SetRow } from '../model/event-set.ts';
import type { NewChoices } from '../model/job.ts';
import { complete } from '../model/present.ts';
import type { HiddenReason } from '../model/records.ts';
import type { FoldedRequest } from '../model/request.ts';
import { attributed } from './attribution.ts';
import { choiceOf } from './choice.ts';
import { requestChosen } from './chosen.ts';
import { evidenceIn, originIn } from './evidence.ts';
import { createdIn, isDeleted, isStub } from './lifecycle.ts';
import { listsIn } from './lists.ts';
import { lastNamed } from './named.ts';
import { personOfRequest, type Person } from './person.ts';
import { stagesIn } from './stage-history.ts';
import { statusesIn, statusTold } from './status.ts';
import { eventsIn, firstSaid, lastSaid, type Told } from './told.ts';
import { userFieldsIn } from './user-fields.ts';
import { unreadContact, warningsOf } from './warnings.ts';

/** What a request is folded with beside its rows: warnings about what is not among them, and what people have chosen since. */
interface Beside {
  warnings?: string[];
  chosen?: NewChoices;
}

/** The request that rows tell of, put while requests were on; undefined when none does. */
export function foldRequest(
  ref: SetRef,
  rows: SetRow[],
  { warnings = [], chosen }: Beside = {},
): FoldedRequest | undefined {
  const events = eventsIn(rows).filter((event) => event.rows.some(({ request }) => request !== undefined));
  const stored = choiceOf(events, (row) => row.request);
  const [oldest] = events;
  if (stored === undefined || oldest === undefined) return undefined;
  const choice = requestChosen(stored, chosen);
  const bookings = events.filter(({ reading }) => reading.kind === 'booking');
  const deals = events.filter(({ reading }) => reading.kind === 'deal');
  const person = personOfRequest(bookings, deals);
  const evidence = evidenceIn(events);
  const { services, warnings: listWarnings } = listsIn(bookings);
  const { userFields, warnings: fieldWarnings } = userFieldsIn(bookings);
  return complete<FoldedRequest>({
    extId: ref.id,
    // The smallest creation that a booking event said, else a deal event, else the smallest version.
    dateTime: createdIn(bookings) ?? createdIn(deals) ?? oldest.version,
    ...personFields(person),
    ...bookingAlone(bookings),
    services,
    userFields,
    currency: lastSaid(bookings, ({ reading }) => reading.currency) ?? choice.currency,
    // A deal that is there does not bring back a booking that is not.
    deleted: isDeleted(bookings) || isDeleted(deals),
    statuses: statusesIn(bookings),
    ...dealStage(deals),
    origin: originIn(events),
    ...evidence,
    ...attribution(evidence.visitorSessionId, choice),
    hidden: hiddenBecause(events, choice),
    warnings: warningsOf(events, [
      ...warnings,
      ...person.cuts,
      ...listWarnings,
      ...fieldWarnings,
      ...unreadContact(events, person),
    ]),
  });
}

function personFields(person: Person) {
  const { name, phone, email, phones, emails, reachable } = person;
  return { name, phone, email, phones, emails, noContact: !reachable };
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
    staff: lastNamed(bookings, ({ reading }) => reading.staff),
    referrer: firstSaid(bookings, ({ reading }) => reading.referrer),
  };
}

/** Where no booking says a status, it follows from the type of the deal's stage when it is read. */
function dealStage(deals: Told[]) {
  return {
    senderPipeline: lastNamed(deals, ({ reading }) => reading.pipeline),
    stage: stagesIn(deals).stage,
    stageStatus: lastSaid(deals, statusTold),
  };
}

function attribution(session: string | undefined, choice: RequestChoice) {
  const { attribution: step, campaignId, sourceId, siteId } = attributed(session, choice);
  return { attribution: step, campaignId, sourceId, siteId };
}

function hiddenBecause(events: Told[], choice: RequestChoice): HiddenReason[] {
  const uncounted = uncountedBecause(events, choice);
  return [...(isStub(events) ? (['stub'] as const) : []), ...(uncounted === undefined ? [] : [uncounted])];
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
