import { contactOf, contactRecordOf } from '../domain/contact.ts';
import { bookingsNamed, rowFor, rowOf, rowsForBookings, setsOf } from '../domain/event-set.ts';
import { fateOf, type Fate } from '../domain/fate.ts';
import { outcomesOf } from '../domain/outcomes.ts';
import { referencesOf } from '../domain/references.ts';
import type { SetRef, SetRow } from '../model/event-set.ts';
import { recordId } from '../model/ids.ts';
import type { JournalEntry, JournalLine } from '../model/journal.ts';
import type { EventMessage } from '../model/message.ts';
import type { Read } from '../model/reading.ts';
import type { Folded } from '../model/records.ts';
import type { Contact, Reference } from '../model/references.ts';
import type { Account } from '../model/settings.ts';
import { TryAgain } from '../model/try-again.ts';
import { classify } from '../profsalon/classify.ts';
import { readEvent } from '../profsalon/read-event.ts';
import { ignoredLine, recordedLine } from './journal-line.ts';

export interface RecordEventDeps {
  findAccount: (accountKey: string) => Promise<Account | undefined>;
  saveReference: (salonKey: string, reference: Reference) => Promise<void>;
  saveContact: (salonKey: string, contact: Contact) => Promise<void>;
  putRow: (set: SetRef, row: SetRow) => Promise<void>;
  rowsOf: (set: SetRef) => Promise<SetRow[]>;
  refold: (set: SetRef, accountKey: string) => Promise<Folded>;
  putLine: (entry: JournalEntry) => Promise<void>;
  now: () => Date;
}

/**
 * From one event of one delivery to records and a line in the journal, which it answers. Every step may be repeated:
 * references first, then the sets, then the line, so that a line means that all the rest is stored.
 * `text`: the message as it stood in the queue. Throws when it is to be tried again.
 */
export function recordEvent(deps: RecordEventDeps) {
  return async (message: EventMessage, text: string): Promise<JournalLine> => {
    const { settings, receivedAt } = message;
    const event = classify(message.event);
    const fate = fateOf(settings, event);
    const read = readEvent(message.event, { timezone: settings.timezone, currency: settings.currency, receivedAt });
    const reason = message.reason ?? fate.reason;
    const line =
      reason === undefined
        ? await record(deps, message, fate, read)
        : ignoredLine(message, { event, fate, reason, unknownPaths: read.unknownPaths, now: deps.now() });
    await deps.putLine({ line, message: text });
    return line;
  };
}

async function record(deps: RecordEventDeps, message: EventMessage, fate: Fate, read: Read): Promise<JournalLine> {
  const { accountKey, salonKey } = message;
  const account = await deps.findAccount(accountKey);
  if (account === undefined) throw new TryAgain('the account is not there');
  const row = rowOf(message, read.reading, fate, contactOf(read.reading, account.hmacSecret));
  const sets = setsOf(row, salonKey);
  if (sets.length > 0) await saveReferences(deps, salonKey, row);
  const folds = await saveSets(deps, accountKey, sets, row);
  // What a booking brought to the deal's other bookings is none of its own doing.
  const own = row.reading.kind === 'deal' ? folds : folds.filter(({ id }) => sets.some((set) => recordId(set) === id));
  const halves = outcomesOf(
    fate,
    own.map(({ folded }) => folded),
  );
  return recordedLine(message, { read, row, halves, entities: own.flatMap(entitiesOf), now: deps.now() });
}

async function saveReferences(deps: RecordEventDeps, salonKey: string, row: SetRow): Promise<void> {
  const contact = contactRecordOf(row);
  await Promise.all([
    ...referencesOf(row).map((reference) => deps.saveReference(salonKey, reference)),
    ...(contact === undefined ? [] : [deps.saveContact(salonKey, contact)]),
  ]);
}

interface FoldedSet {
  /** Of the set's records. */
  id: string;
  folded: Folded;
}

/** Puts the row where it belongs, takes a deal's events on to every booking that the deal names, and folds all of it. */
async function saveSets(deps: RecordEventDeps, accountKey: string, sets: SetRef[], row: SetRow): Promise<FoldedSet[]> {
  await Promise.all(sets.map((set) => deps.putRow(set, rowFor(set.kind, row))));
  const touched = new Map(sets.map((set) => [recordId(set), set]));
  for (const deal of sets.filter(({ kind }) => kind === 'deal')) {
    for (const booking of await spread(deps, deal)) touched.set(recordId(booking), booking);
  }
  return Promise.all([...touched].map(async ([id, set]) => ({ id, folded: await deps.refold(set, accountKey) })));
}

/** Reads the deal's set after the row was put, and gives each booking named there what it misses; answers those bookings. */
async function spread(deps: RecordEventDeps, deal: SetRef): Promise<SetRef[]> {
  const rows = await deps.rowsOf(deal);
  const told = rowsForBookings(rows);
  if (told.length === 0) return [];
  const bookings = bookingsNamed(rows).map((id): SetRef => ({ salonKey: deal.salonKey, kind: 'booking', id }));
  await Promise.all(bookings.map((booking) => supply(deps, booking, told)));
  return bookings;
}

async function supply(deps: RecordEventDeps, booking: SetRef, told: SetRow[]): Promise<void> {
  const stored = new Set((await deps.rowsOf(booking)).map(delivery));
  for (const row of told) if (!stored.has(delivery(row))) await deps.putRow(booking, row);
}

/** What a row is a copy of, and by which replay, reader and settings. */
function delivery({ eventId, receivedAt, replay, readerVersion, request }: SetRow): string {
  return [eventId, receivedAt, replay, readerVersion, request?.version].join(' ');
}

function entitiesOf({ id, folded }: FoldedSet): JournalLine['entities'] {
  return [
    ...(folded.deal === undefined ? [] : [{ type: 'deal' as const, id }]),
    ...(folded.request === undefined ? [] : [{ type: 'request' as const, id }]),
  ];
}
