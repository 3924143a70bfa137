import { contactOf, contactRecordOf } from '../domain/contact.ts';
import { belongingOf, bookingsNamed, rowOf, type Choosing } from '../domain/event-set.ts';
import { fateOf, type Fate } from '../domain/fate.ts';
import { outcomesOf, type Made } from '../domain/outcomes.ts';
import { idTraitsOf, traitsOf } from '../domain/traits.ts';
import { referencesOf } from '../domain/references.ts';
import type { Classified, ReaderContract } from '../model/contract.ts';
import type { ReadSet, SetRef, SetRow, StoredRow } from '../model/event-set.ts';
import { noFieldMap } from '../model/field-map.ts';
import { isTestKey, recordId } from '../model/ids.ts';
import { placedAt, type Entity, type JournalEntry, type JournalLine, type LineKey } from '../model/journal.ts';
import { present } from '../model/present.ts';
import type { CrossingMessage, EventMessage } from '../model/message.ts';
import type { Read } from '../model/reading.ts';
import type { IgnoredReason } from '../model/reasons.ts';
import type { Contact, Reference } from '../model/references.ts';
import type { FoldedRequest } from '../model/request.ts';
import type { Account } from '../model/settings.ts';
import { TryAgain } from '../model/try-again.ts';
import type { DealFold } from '../model/views.ts';
import { entityOf } from './entity.ts';
import { ignoredLine, recordedLine } from './journal-line.ts';

export interface RecordEventDeps {
  contract: ReaderContract;
  findAccount: (accountKey: string) => Promise<Account | undefined>;
  /** Says of a salon that it has records, before the first is stored: so its id stays. */
  markSalon: (salonKey: string) => Promise<void>;
  saveReference: (salonKey: string, reference: Reference) => Promise<void>;
  /** `accountKey`: in whose list it stands. */
  saveContact: (salonKey: string, contact: Contact, accountKey: string) => Promise<void>;
  putRow: (set: SetRef, row: StoredRow) => Promise<void>;
  putLink: (set: SetRef, id: string) => Promise<void>;
  linksOf: (set: SetRef) => Promise<Pick<ReadSet, 'links' | 'many'>>;
  manyOf: (deal: SetRef) => Promise<ReadSet['many']>;
  openMany: (deal: SetRef) => Promise<void>;
  /** Whether a deal names more bookings than it may speak on. */
  isSubscription: (deal: ReadSet) => boolean;
  foldDeal: (deal: SetRef, accountKey: string) => Promise<DealFold>;
  foldBooking: (booking: SetRef, accountKey: string, naming?: string) => Promise<FoldedRequest | undefined>;
  /** Throws when the queue did not take it. */
  sendCrossing: (crossing: CrossingMessage) => Promise<void>;
  putLine: (entry: JournalEntry) => Promise<void>;
  /** Says by what a line can be found that made no record. */
  indexLine: (line: LineKey & Pick<JournalLine, 'importedAt'>, traits: readonly string[]) => Promise<void>;
  now: () => Date;
}

/**
 * From one event of one delivery to records and a line in the journal, which it answers. Every step may be repeated:
 * the line comes last, so that it means that all the rest is stored. References have no order among the rest: what they say
 * is asked for when a record is read.
 * `text`: the message as it stood in the queue. Throws when it is to be tried again.
 */
export function recordEvent(deps: RecordEventDeps) {
  return async (message: EventMessage, text: string): Promise<JournalLine> => {
    const { settings } = message;
    const line = await recordUnderstood(deps, message, understood(deps, message), {
      deal: settings,
      request: settings,
    });
    if (line.sets === undefined || line.sets.length === 0) await indexLine(deps, message, line);
    await deps.putLine({ line, message: text });
    return line;
  };
}

/** A line that made no record is found by its person, and by the ids that it names, through rows of its own, which are there before it; that of a test by nothing. */
export async function indexLine(
  deps: Pick<RecordEventDeps, 'contract' | 'findAccount' | 'indexLine'>,
  message: EventMessage,
  { accountKey, id, receivedAt, importedAt }: Pick<JournalLine, 'accountKey' | 'id' | 'receivedAt' | 'importedAt'>,
): Promise<void> {
  const account = isTestKey(message.salonKey) ? undefined : await deps.findAccount(accountKey);
  if (account === undefined) return;
  const { reading } = understood(deps, message).read;
  const contact = contactOf(reading, account.hmacSecret);
  const { hmacSecret } = account;
  const traits = traitsOf(hmacSecret, message.salonKey, [{ reading, contact }]);
  const ids = idTraitsOf(hmacSecret, reading, message.senderEventId);
  await deps.indexLine({ accountKey, id, receivedAt, ...present({ importedAt }) }, [...traits, ...ids]);
}

/** What an event says, and what is to become of it; `reason`: why it is journaled only. */
export interface Understood {
  event: Classified;
  fate: Fate;
  read: Read;
  reason: IgnoredReason | undefined;
  /** Where its row belongs, unless it is journaled only or has no id. */
  own: SetRef | undefined;
}

export function understood({ contract }: Pick<RecordEventDeps, 'contract'>, message: EventMessage): Understood {
  const { settings, receivedAt, salonKey } = message;
  const { timezone, currency, fieldMap = noFieldMap } = settings;
  const event = contract.classify([message.event], fieldMap);
  const fate = fateOf(settings, event);
  const read = contract.read(message.event, { timezone, currency, fieldMap, receivedAt });
  const reason = message.reason ?? fate.reason;
  return { event, fate, read, reason, own: reason === undefined ? belongingOf(read.reading, salonKey).own : undefined };
}

/** Stores what an event speaks of; answers its line, which is not yet put. */
export async function recordUnderstood(
  deps: RecordEventDeps,
  message: EventMessage,
  told: Understood,
  choosing: Choosing,
): Promise<JournalLine> {
  const { event, fate, read, reason } = told;
  if (reason !== undefined) {
    return ignoredLine(message, { event, fate, reason, unknownPaths: read.unknownPaths, now: deps.now() });
  }
  const { accountKey } = message;
  const account = await deps.findAccount(accountKey);
  if (account === undefined) throw new TryAgain('the account is not there');
  const row = rowOf(message, { read, fate, contact: contactOf(read.reading, account.hmacSecret), choosing });
  const records = await recordsOf(deps, message, row);
  const { deal, superseded } = records;
  const halves = outcomesOf(fate, { deal, superseded, requests: records.requests.map(({ request }) => request) });
  const sets = told.own === undefined ? [] : [recordId(told.own)];
  return recordedLine(message, { read, row, halves, entities: entitiesOf(records), sets, now: deps.now() });
}

/** The records that an event speaks of. */
interface Records extends Pick<Made, 'deal' | 'superseded'> {
  dealSet?: SetRef;
  requests: MadeRequest[];
}
interface MadeRequest {
  set: SetRef;
  request: FoldedRequest;
}

async function recordsOf(deps: RecordEventDeps, message: EventMessage, row: SetRow): Promise<Records> {
  const { salonKey } = message;
  const { own, deal } = belongingOf(row.reading, salonKey);
  if (own === undefined) return { requests: [] };
  await Promise.all([deps.markSalon(salonKey), saveReferences(deps, message, row)]);
  await deps.putRow(own, row);
  if (own.kind === 'booking') return ofBooking(deps, message, own, deal);
  return ofDeal(deps, message, own, row.reading.kind === 'deal');
}

async function saveReferences(
  deps: RecordEventDeps,
  { accountKey, salonKey }: Pick<EventMessage, 'accountKey' | 'salonKey'>,
  row: SetRow,
): Promise<void> {
  const contact = contactRecordOf(row);
  await Promise.all([
    ...referencesOf(row).map((reference) => deps.saveReference(salonKey, reference)),
    ...(contact === undefined ? [] : [deps.saveContact(salonKey, contact, accountKey)]),
  ]);
}

/** A booking's event links its booking to the deal that it names, and speaks on its own request alone. */
async function ofBooking(
  deps: RecordEventDeps,
  message: EventMessage,
  booking: SetRef,
  deal: SetRef | undefined,
): Promise<Records> {
  const { accountKey } = message;
  const many = deal && (await linkTo(deps, deal, booking));
  const linked = many === undefined ? deal : undefined;
  const [request, fold] = await Promise.all([
    deps.foldBooking(booking, accountKey),
    linked && deps.foldDeal(linked, accountKey),
  ]);
  if (linked && fold) await crossingOf(deps, message, linked, fold);
  if (deal && many === 'open') await sendCrossing(deps, message, deal);
  return { requests: request === undefined ? [] : [{ set: booking, request }] };
}

/**
 * Links a booking to a deal that may speak on it. One that is marked speaks on none, and the booking is folded after the mark was
 * read: it needs no link, so a deal's set holds few of them, however many bookings come before the others are folded without it.
 */
async function linkTo(deps: RecordEventDeps, deal: SetRef, booking: SetRef): Promise<ReadSet['many']> {
  const { links, many } = await deps.linksOf(deal);
  if (many === undefined && !links.includes(booking.id)) await deps.putLink(deal, booking.id);
  return many;
}

/** A deal's event speaks on the requests of all bookings that the deal names, unless these are too many. */
async function ofDeal(deps: RecordEventDeps, message: EventMessage, deal: SetRef, speaking: boolean): Promise<Records> {
  const { accountKey } = message;
  const fold = await deps.foldDeal(deal, accountKey);
  const many = await crossingOf(deps, message, deal, fold);
  const bookings = many === undefined && speaking ? bookingsNamed(fold.contents) : [];
  const folded = await Promise.all(bookings.map((id) => foldNamed(deps, accountKey, deal, id)));
  // It may have been marked since its set was read: then its own request is back.
  const own = many !== undefined && fold.request === 'superseded' ? await deps.foldDeal(deal, accountKey) : fold;
  const ownRequest =
    own.request === undefined || own.request === 'superseded' ? [] : [{ set: deal, request: own.request }];
  const superseded = own.request === 'superseded';
  return { deal: own.deal, dealSet: deal, requests: [...folded.flat(), ...ownRequest], superseded };
}

async function foldNamed(deps: RecordEventDeps, accountKey: string, deal: SetRef, id: string): Promise<MadeRequest[]> {
  const set: SetRef = { salonKey: deal.salonKey, kind: 'booking', id };
  const request = await deps.foldBooking(set, accountKey, deal.id);
  return request === undefined ? [] : [{ set, request }];
}

/**
 * Marks a deal that has come to name too many bookings; while it is marked and not finished, sends the work of folding these
 * without it as a message of its own. `many` is read after the set: whoever marked it by then has read this event's row, or will.
 */
async function crossingOf(
  deps: RecordEventDeps,
  message: EventMessage,
  deal: SetRef,
  { contents }: DealFold,
): Promise<ReadSet['many']> {
  let many = await deps.manyOf(deal);
  if (many === undefined && deps.isSubscription(contents)) {
    await deps.openMany(deal);
    many = 'open';
  }
  if (many === 'open') await sendCrossing(deps, message, deal);
  return many;
}

function sendCrossing(deps: RecordEventDeps, message: EventMessage, { id: dealId }: SetRef): Promise<void> {
  const { accountKey, salonKey } = message;
  // Its line, should it fail, is kept from now on, also where an import caused it.
  return deps.sendCrossing({ v: 1, type: 'crossing', accountKey, salonKey, receivedAt: placedAt(message), dealId });
}

function entitiesOf({ deal, dealSet, requests }: Records): Entity[] {
  return [
    ...(deal === undefined || dealSet === undefined ? [] : [entityOf('deal', dealSet)]),
    ...requests.map(({ set }) => entityOf('request', set)),
  ];
}
