import type { FoldedDeal } from '../model/deal.ts';
import type { SetRow } from '../model/event-set.ts';
import type { NewChoices } from '../model/job.ts';
import { complete, present } from '../model/present.ts';
import type { HiddenReason } from '../model/records.ts';
import { choiceOf } from './choice.ts';
import { dealChosen } from './chosen.ts';
import { evidenceIn, originIn } from './evidence.ts';
import { createdIn, isDeleted, isStub, updatedAfterDeletion } from './lifecycle.ts';
import { listsIn } from './lists.ts';
import { lastNamed } from './named.ts';
import { compare } from './order.ts';
import { personOfDeal, type Person } from './person.ts';
import { stagesIn, type Stages } from './stage-history.ts';
import { statusTold } from './status.ts';
import { eventsIn, firstSaid, lastSaid, type Told } from './told.ts';
import { userFieldsIn } from './user-fields.ts';
import { unreadContact, warningsOf } from './warnings.ts';

const mostBookings = 50;

/** The deal that a deal's set tells of, from its deal events put while deals were on; undefined when there are none. */
export function foldDeal(extId: string, rows: SetRow[], chosen?: NewChoices): FoldedDeal | undefined {
  const events = eventsIn(rows).filter(
    ({ reading, rows: told }) => reading.kind === 'deal' && told.some(({ deal }) => deal !== undefined),
  );
  const choice = choiceOf(events, (row) => row.deal);
  const [oldest, newest] = [events[0], events.at(-1)];
  if (choice === undefined || oldest === undefined || newest === undefined) return undefined;
  const person = personOfDeal(events);
  const stages = stagesIn(events);
  const { services, tags, warnings: listWarnings } = listsIn(events);
  const { userFields, warnings: fieldWarnings } = userFieldsIn(events);
  const bookingIds = bookingIdsIn(events);
  const deleted = isDeleted(events);
  return complete<FoldedDeal>({
    extId,
    ...saidIn(events),
    ...moneyIn(events),
    currency: lastSaid(events, ({ reading }) => reading.currency) ?? choice.currency,
    createdDateTime: createdIn(events) ?? oldest.version,
    modifiedDateTime: newest.version,
    useDefaultPipeline: dealChosen(choice, chosen).useDefaultPipeline,
    ...stageFields(events, stages),
    ...contactFields(events, person),
    services,
    tags,
    userFields,
    bookingIds: bookingIds.slice(0, mostBookings),
    ...evidenceIn(events),
    referrer: firstSaid(events, ({ reading }) => reading.referrer),
    deleted,
    hidden: hiddenBecause(deleted, events),
    warnings: warningsOf(events, [
      ...person.cuts,
      ...listWarnings,
      ...fieldWarnings,
      ...stages.warnings,
      ...(bookingIds.length > mostBookings ? ['booking_ids: cut'] : []),
      ...(updatedAfterDeletion(events) ? ['updated_after_deletion'] : []),
      ...unreadContact(events, person),
    ]),
  });
}

function saidIn(events: Told[]) {
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

function moneyIn(events: Told[]) {
  return {
    revenue: lastSaid(events, ({ reading }) => reading.amount),
    paidAmount: lastSaid(events, ({ reading }) => reading.paidAmount),
    cost: lastSaid(events, ({ reading }) => reading.cost),
    discount: lastSaid(events, ({ reading }) => reading.discount),
  };
}

function stageFields(events: Told[], stages: Stages) {
  return {
    senderPipeline: lastNamed(events, ({ reading }) => reading.pipeline),
    stage: stages.stage,
    stageStatus: lastSaid(events, statusTold),
    stageHistory: stages.rows,
    modifiedStageDateTime: stages.rows.at(-1)?.at,
    closedDateTime: stages.closedAt,
  };
}

/** Her id, else the key that the last event without one gives. */
function contactFields(events: Told[], { id, name, phone, email, phones, emails }: Person) {
  if (events.every(({ reading }) => reading.client === undefined)) {
    return { contact: undefined, phones: undefined, emails: undefined };
  }
  const key = id ?? lastSaid(events, ({ contact }) => contact)?.key;
  return { contact: present({ key, id, name, phone, email }), phones, emails };
}

/** Booking ids only grow; the smallest are kept. */
function bookingIdsIn(events: Told[]): string[] {
  return [...new Set(events.flatMap(({ reading }) => reading.bookingIds ?? []))].sort(compare);
}

function hiddenBecause(deleted: boolean, events: Told[]): HiddenReason[] {
  return [...(deleted ? (['deleted'] as const) : []), ...(isStub(events) ? (['stub'] as const) : [])];
}
