import { createHash } from 'node:crypto';
import type { Fate, HalfFate } from '../domain/fate.ts';
import { isUndated } from '../domain/time.ts';
import type { Classified } from '../model/contract.ts';
import type { SetRef, SetRow } from '../model/event-set.ts';
import { recordId } from '../model/ids.ts';
import { noAccount, type JournalLine } from '../model/journal.ts';
import type { CrossingMessage, Envelope, EventMessage, Received, RefusalMessage } from '../model/message.ts';
import type { Read } from '../model/reading.ts';
import { present } from '../model/present.ts';
import type { FailedReason, Half, IgnoredReason } from '../model/reasons.ts';

const notApplicable: Half = { outcome: 'not_applicable' };

function blank(now: Date) {
  return {
    v: 2 as const,
    deal: notApplicable,
    request: notApplicable,
    replay: 0,
    undated: false,
    warnings: [],
    unknownPaths: [],
    entities: [],
    journaledAt: now.toISOString(),
  };
}

/** What says of a line that it is an import's. */
function importOf({ importedAt }: Pick<EventMessage, 'importedAt'>): Pick<JournalLine, 'source' | 'importedAt'> {
  return importedAt === undefined ? {} : { source: 'import', importedAt };
}

function ofEvent(message: EventMessage, now: Date) {
  const { eventId, receivedAt, accountKey, salonKey, senderEventId, replay, warnings } = message;
  return {
    ...blank(now),
    id: eventId,
    receivedAt,
    accountKey,
    salonKey,
    replay,
    warnings,
    ...present({ senderEventId }),
    ...importOf(message),
  };
}

export interface Ignored {
  event: Classified;
  fate: Fate;
  reason: IgnoredReason;
  unknownPaths: string[];
  now: Date;
}

/** Of an event that settings, its salon or its name keep out as a whole. */
export function ignoredLine(message: EventMessage, { event, fate, reason, unknownPaths, now }: Ignored): JournalLine {
  const kind = event.kind === undefined ? {} : { kind: event.kind, act: event.act };
  return {
    ...ofEvent(message, now),
    ...kind,
    status: 'ignored',
    deal: ignoredHalf(fate.deal, reason),
    request: ignoredHalf(fate.request, reason),
    unknownPaths,
  };
}

/** The door may have had a reason of its own for what this code would let through. */
function ignoredHalf(fate: HalfFate, reason: IgnoredReason): Half {
  return fate.outcome === 'go' ? { outcome: 'ignored', reason } : fate;
}

export interface Recorded {
  read: Read;
  row: SetRow;
  halves: { deal: Half; request: Half };
  entities: JournalLine['entities'];
  /** Record ids of the sets in which it has a row. */
  sets: string[];
  now: Date;
}

/** Of an event whose records are stored. */
export function recordedLine(message: EventMessage, { read, row, halves, entities, sets, now }: Recorded): JournalLine {
  const base = ofEvent(message, now);
  const { kind, act } = row.reading;
  return {
    ...base,
    kind,
    act,
    status: statusOf(halves),
    ...halves,
    undated: isUndated(row.reading),
    warnings: [...base.warnings, ...read.warnings, ...contactUnread(read)],
    unknownPaths: read.unknownPaths,
    entities,
    sets,
  };
}

/** A contact stood where nobody read, and the event brought none elsewhere. */
function contactUnread({ contactUnread: stood, reading: { client } }: Read): string[] {
  const reached = client !== undefined && (client.phones.length > 0 || client.emails.length > 0);
  return stood === true && !reached ? ['contact_unread'] : [];
}

/** Failed if a half failed, else done if one is done, else ignored. */
export function statusOf({ deal, request }: { deal: Half; request: Half }): JournalLine['status'] {
  const outcomes = [deal.outcome, request.outcome];
  if (outcomes.includes('failed')) return 'failed';
  return outcomes.includes('done') ? 'done' : 'ignored';
}

/** Of a request to the webhook that was refused. */
export function refusedLine(message: RefusalMessage, now: Date): JournalLine {
  const { accountKey, salonKey, receivedAt, reason, status, size, contentType } = message;
  return {
    ...blank(now),
    // The same for a message that comes twice.
    id: createHash('sha256').update(`${salonKey}\n${reason}\n${receivedAt}`).digest('hex'),
    receivedAt,
    accountKey,
    salonKey,
    status: 'refused',
    refusal: present({ reason, status, size, contentType }),
  };
}

/** Why nothing was made of a message. */
export type GivenUp = Exclude<FailedReason, 'no_id'>;

/** Of a message that no code can read, or that failed too often. Without an envelope it is keyed by its SQS message id. */
export function failedLine(
  { messageId, sentAt }: Received,
  envelope: Envelope | undefined,
  reason: GivenUp,
  now: Date,
): JournalLine {
  const failed: Half = { outcome: 'failed', reason };
  const { accountKey = noAccount, salonKey, receivedAt = sentAt, eventId = messageId, replay = 0 } = envelope ?? {};
  return {
    ...blank(now),
    id: eventId,
    receivedAt,
    accountKey,
    ...present({ salonKey }),
    ...importOf(envelope ?? {}),
    replay,
    status: 'failed',
    deal: failed,
    request: failed,
  };
}

/** Id of the line of a deal's crossing, of which there is one. */
export function crossingId(deal: SetRef): string {
  return createHash('sha256')
    .update(`${recordId(deal)}\ncrossing`)
    .digest('hex');
}

/** Of a crossing that failed too often: the events that asked for it are stored, their bookings are not yet folded without the deal. */
export function failedCrossing({ accountKey, salonKey, receivedAt, dealId }: CrossingMessage, now: Date): JournalLine {
  const deal: SetRef = { salonKey, kind: 'deal', id: dealId };
  const failed: Half = { outcome: 'failed', reason: 'parked' };
  return {
    ...blank(now),
    id: crossingId(deal),
    receivedAt,
    accountKey,
    salonKey,
    kind: 'deal',
    act: 'updated',
    status: 'failed',
    deal: failed,
    request: failed,
    entities: [{ type: 'deal', id: recordId(deal) }],
  };
}

/** The same line when the crossing was done after all. */
export function crossedLine(line: JournalLine, now: Date): JournalLine {
  const done: Half = { outcome: 'done' };
  return { ...line, status: 'done', deal: done, request: done, journaledAt: now.toISOString() };
}
