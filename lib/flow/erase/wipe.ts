import { contactRecordOf, mergeContact } from '../../domain/contact.ts';
import { allRows, concerns, eventsBefore } from '../../domain/erased.ts';
import { wipedRow } from '../../domain/merge-row.ts';
import { contactTrait, traitsOf } from '../../domain/traits.ts';
import type { Erasure } from '../../model/erasure.ts';
import type { SetRef, SetRow, StoredRow } from '../../model/event-set.ts';
import { recordsOfSet, setOfRecordId } from '../../model/ids.ts';
import type { JournalEntry, JournalLine, LineKey } from '../../model/journal.ts';
import type { OutboundRecord } from '../../model/outbound-state.ts';
import type { Contact } from '../../model/references.ts';
import type { Account } from '../../model/settings.ts';
import { TryAgain } from '../../model/try-again.ts';
import type { RecordEventDeps } from '../record-event.ts';
import { spread, type SpreadDeps } from '../jobs/spread.ts';

export interface WipeDeps extends SpreadDeps, Pick<RecordEventDeps, 'findAccount' | 'putRow'> {
  /** Of an account, as of now; `changed`: since the last call. */
  erasuresOf: (accountKey: string) => Promise<{ erasures: Erasure[]; changed: boolean }>;
  /** Sets that speak of whoever has a trait. */
  neighboursOf: (accountKey: string, trait: string) => Promise<SetRef[]>;
  /** Every delivery of an event. */
  deliveriesOf: (accountKey: string, id: string) => Promise<JournalEntry[]>;
  changeLine: (
    key: LineKey,
    change: (stored: JournalEntry) => JournalEntry | undefined,
  ) => Promise<JournalEntry | undefined>;
  /** A line without what it told of a person. */
  erasedEntry: (line: JournalLine, by: number[]) => JournalEntry;
  /** Notes that a record has to be erased at CoMagic, too; `job`: of the erasure. */
  noteErasing: (accountKey: string, job: string, record: OutboundRecord) => Promise<void>;
  /** Puts a contact as what is left of it makes it; empty when nothing does. */
  remakeContact: (
    contact: { accountKey: string; salonKey: string; key: string },
    remake: () => Promise<Contact | undefined>,
  ) => Promise<void>;
}

export async function accountOf({ findAccount }: Pick<WipeDeps, 'findAccount'>, accountKey: string): Promise<Account> {
  const account = await findAccount(accountKey);
  if (account === undefined) throw new TryAgain('the account is not there');
  return account;
}

/** An event that may be of an erasure. */
export interface Suspect {
  /** Absent where it makes no record. */
  own: SetRef | undefined;
  eventId: string;
  receivedAt: string;
  /** By what its person can be found. */
  traits: string[];
  salonKey: string;
  /** Key of the contact that it names: whoever puts the event joins it with what is stored, whatever becomes of its row. */
  contact: string | undefined;
}

/**
 * Wipes an event when it is of an erasure: when it, or its set, speaks of whom that erases, and a delivery of it was received
 * before. Then all its rows and lines are wiped, in every set that its lines name; the lines last, so that whoever dies on
 * the way finds it again. Answers whether it was.
 */
export async function wipeEvent(
  deps: WipeDeps,
  account: Account,
  erasures: Erasure[],
  event: Suspect,
): Promise<boolean> {
  if (erasures.length === 0) return false;
  const { own, eventId } = event;
  const rows = own === undefined ? [] : allRows(await deps.contentsOf(own));
  const lines = (await deps.deliveriesOf(account.key, eventId)).map(({ line }) => line);
  const told = [...event.traits, ...traitsOf(account.hmacSecret, event.salonKey, rows)];
  let wiped = false;
  for (const erasure of erasures.filter((one) => isOf(one, event, { rows, lines, told }))) {
    const sets = [own, ...lines.flatMap(({ sets = [] }) => sets.map(setOfRecordId))];
    for (const set of unique(sets)) await wipeSet(deps, account, set, { erasure, also: [eventId] });
    for (const line of lines) await eraseLine(deps, line, erasure);
    wiped = true;
  }
  if (wiped && event.contact !== undefined) await remake(deps, account, event.salonKey, event.contact);
  return wiped;
}

/** What is stored of an event, and by what its persons can be found. */
interface Known {
  rows: StoredRow[];
  lines: JournalLine[];
  told: string[];
}

function isOf(erasure: Erasure, event: Suspect, { rows, lines, told }: Known): boolean {
  const { number, instant } = erasure;
  if (!concerns(erasure, rows, told)) return false;
  return (
    event.receivedAt < instant ||
    eventsBefore(erasure, rows).has(event.eventId) ||
    lines.some(({ receivedAt, erased = [] }) => receivedAt < instant || erased.includes(number))
  );
}

function unique(sets: (SetRef | undefined)[]): SetRef[] {
  const known = new Map(sets.flatMap((set) => (set === undefined ? [] : [[`${set.kind} ${set.id}`, set] as const])));
  return [...known.values()];
}

export interface Wiping {
  erasure: Erasure;
  /** Ids of events that are of it whatever their rows say. */
  also?: string[];
  /** Whether the caller makes the contacts anew. */
  leavesContacts?: boolean;
}

/** Wipes of a set the rows of all events that are of an erasure, and folds it again; answers the rows as they were. */
export async function wipeSet(
  deps: WipeDeps,
  account: Account,
  set: SetRef,
  { erasure, also = [], leavesContacts = false }: Wiping,
): Promise<StoredRow[]> {
  const rows = allRows(await deps.contentsOf(set));
  const told = traitsOf(account.hmacSecret, set.salonKey, rows);
  const ids = concerns(erasure, rows, told) ? eventsBefore(erasure, rows) : new Set<string>();
  for (const id of also) ids.add(id);
  const found = rows.filter((row) => ids.has(row.eventId));
  const left = found.filter(({ wiped = [] }) => !wiped.includes(erasure.number));
  const keys = contactKeysIn(left);
  if (left.length > 0) await noteAll(deps, account, erasure, recordsWith(set, keys));
  for (const row of left) await deps.putRow(set, wipedRow(row, [erasure.number]));
  // Also when none was left: whoever wiped them may have died before the fold.
  if (found.length > 0) await spread(deps)(account.key, set);
  for (const key of leavesContacts ? [] : keys) await remake(deps, account, set.salonKey, key);
  return found;
}

/** Keys of the contacts that rows name. */
export function contactKeysIn(rows: readonly StoredRow[]): string[] {
  return [...new Set(rows.flatMap(({ contact }) => (contact === undefined ? [] : [contact.key])))];
}

function recordsWith(set: SetRef, contacts: string[]): OutboundRecord[] {
  const { salonKey } = set;
  return [...recordsOfSet(set), ...contacts.map((key) => ({ kind: 'contact', salonKey, key }) as const)];
}

/** Before they are wiped: afterwards nothing leads from the erasure to them. */
async function noteAll(deps: WipeDeps, { key, connection }: Account, { job }: Erasure, records: OutboundRecord[]) {
  if (connection === undefined) return;
  for (const record of records) await deps.noteErasing(key, job, record);
}

export async function eraseLine(deps: WipeDeps, line: JournalLine, { number }: Erasure): Promise<void> {
  const { accountKey, id, receivedAt } = line;
  await deps.changeLine({ accountKey, id, receivedAt }, (entry) =>
    entry.line.erased?.includes(number) === true ? undefined : deps.erasedEntry(entry.line, [number]),
  );
}

/** Puts a contact as the sets that still speak of it make it. */
export async function remake(deps: WipeDeps, account: Account, salonKey: string, key: string): Promise<void> {
  await deps.remakeContact({ accountKey: account.key, salonKey, key }, async () => {
    const sets = await deps.neighboursOf(account.key, contactTrait(account.hmacSecret, salonKey, key));
    const rows: SetRow[] = [];
    for (const set of sets)
      rows.push(...(await deps.contentsOf(set)).rows.filter(({ contact }) => contact?.key === key));
    return rows
      .flatMap((row) => contactRecordOf(row) ?? [])
      .reduce<Contact | undefined>((all, one) => (all === undefined ? one : mergeContact(all, one)), undefined);
  });
}
