import { rowDate } from '../../domain/row-date.ts';
import type { RouteAct } from '../../model/acts.ts';
import type { DoorContract, ReaderContract } from '../../model/contract.ts';
import type { Import, ImportColumn, ImportedRow, ImportField, RowFault } from '../../model/import.ts';
import type { Json } from '../../model/json.ts';
import { maxBatchBytes } from '../../model/queues.ts';
import type { Read } from '../../model/reading.ts';
import type { AuditLine, Salon } from '../../model/settings.ts';
import type { Act, Kind } from '../../model/words.ts';
import { outgoing } from '../door/keep.ts';
import { maxEventBytes } from '../door/judge.ts';
import { judgedEvents, preparedEvents, type Judged } from '../door/message.ts';
import { sendTwice, type Send } from '../door/send.ts';

interface Row extends Pick<Import, 'kind' | 'columns'> {
  cells: readonly string[];
}

export interface ImportDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<Salon | undefined>;
  contract: Pick<DoorContract, 'withoutSecrets' | 'classify'> & Pick<ReaderContract, 'read'>;
  rows: {
    /** A row as an event in the contract's own names; `changedAt`: when what it says was so, if no column says that. */
    rowEvent: (row: Row, act: Act, changedAt?: string) => Json;
    /** The name under which a field stands in the event's `data`. */
    fieldName: (kind: Kind, field: ImportField) => string;
    /** The field by which a row is told from all others. */
    ownId: Record<Kind, ImportField>;
  };
  saveAudit: (accountKey: string, line: AuditLine) => Promise<void>;
  send: Send;
  monotonic: () => number;
  now: () => Date;
}

/** For the messages of one call, together; the answer of the API has 29 s. */
const sendingMs = 10_000;

/**
 * Queues the rows of a table as the door queues deliveries, each as one event whose receive time is the date that the row says. Its
 * id follows from its cells, so that a row which comes twice is one event. Nothing is answered of what a cell says.
 */
export function importRows(deps: ImportDeps): RouteAct<'POST /api/salons/{id}/import'> {
  return async ({ account, caller: { subject }, id, body }) => {
    const salon = await deps.findSalon(account.key, id);
    if (salon === undefined) return { error: 'not_found' };
    const { kind, columns, dryRun } = body;
    const importedAt = deps.now();
    const rows = body.rows.map((cells) => eventOf(deps, { salon, importedAt }, { kind, columns, cells }));
    const judged = rows.flatMap((row) => ('fault' in row ? [] : [row.judged]));
    const taken = dryRun ? judged.map(() => true) : await sendAudited(deps, salon, { judged, importedAt, subject });
    return {
      ok: { rows: rows.map((row) => ('fault' in row ? refusal(row, columns) : answer(row, taken.shift() === true))) },
    };
  };
}

interface Sending {
  judged: readonly Judged[];
  importedAt: Date;
  subject: string;
}

/** Nothing is sent without a line of the audit. */
async function sendAudited(deps: ImportDeps, salon: Salon, { judged, importedAt, subject }: Sending) {
  if (judged.length === 0) return [];
  const at = importedAt.toISOString();
  const what = { what: 'rows_imported', version: 0, changes: { rows: { to: judged.length } } } as const;
  await deps.saveAudit(salon.accountKey, { v: 1, at, subject, salonKey: salon.key, ...what });
  return send(deps, judged);
}

interface Context {
  salon: Salon;
  importedAt: Date;
}
interface Refused {
  fault: RowFault;
  /** Of the column at fault. */
  field?: ImportField | undefined;
}
interface Accepted {
  judged: Judged;
  warnings: string[];
}

function eventOf(deps: ImportDeps, context: Context, row: Row): Refused | Accepted {
  const { rowEvent, ownId } = deps.rows;
  const now = context.importedAt.toISOString();
  const said = read(deps, context.salon, rowEvent(row, 'created'), now);
  const { bookingId, dealId, updatedAt } = said.reading;
  if ((row.kind === 'booking' ? bookingId : dealId) === undefined) return { fault: 'no_id', field: ownId[row.kind] };
  const unreadable = dates.find((field) => isUnreadable(deps, row.kind, said, field));
  if (unreadable !== undefined) return { fault: 'unreadable_date', field: unreadable };
  const date = rowDate(said.reading, context.importedAt);
  if ('fault' in date) return { ...date, field: updatedAt === undefined ? 'createdAt' : 'updatedAt' };
  const act = updatedAt === undefined && !date.changed ? 'created' : 'updated';
  const event = rowEvent(row, act, date.changed ? date.at : undefined);
  return messageOf(deps, context, event, date.at);
}

/** Those by which a row is dated. */
const dates = ['updatedAt', 'createdAt', 'stageChangedAt', 'closedAt'] as const;

function isUnreadable({ rows }: ImportDeps, kind: Kind, { warnings }: Read, field: (typeof dates)[number]): boolean {
  return warnings.includes(`data.${rows.fieldName(kind, field)}: unreadable_date`);
}

function read(
  { contract }: ImportDeps,
  { timezone, currency, fieldMap }: Salon,
  event: Json,
  receivedAt: string,
): Read {
  return contract.read(event, { timezone, currency, fieldMap, receivedAt });
}

function messageOf(
  deps: ImportDeps,
  { salon, importedAt }: Context,
  event: Json,
  receivedAt: string,
): Refused | Accepted {
  const events = preparedEvents(deps.contract, [[event]], [], salon.fieldMap);
  const from = { receivedAt, importedAt: importedAt.toISOString() };
  const [judged] = judgedEvents({ salon, events, warnings: [], headerId: undefined, ...from });
  const isLarge = events.some(({ text }) => Buffer.byteLength(text) > maxEventBytes);
  if (judged === undefined || isLarge || Buffer.byteLength(judged.body) > maxBatchBytes) return { fault: 'too_large' };
  return { judged, warnings: read(deps, salon, event, receivedAt).warnings };
}

function send(deps: ImportDeps, judged: readonly Judged[]): Promise<boolean[]> {
  const end = deps.monotonic() + sendingMs;
  return sendTwice(deps.send, judged.map(outgoing), () => end - deps.monotonic());
}

function refusal({ fault: reason, field }: Refused, columns: readonly ImportColumn[]): ImportedRow {
  const column = columns.findIndex((one) => one === field);
  return { state: 'refused', reason, ...(column >= 0 && { column }) };
}

function answer({ judged: { id: event, reason }, warnings }: Accepted, taken: boolean): ImportedRow {
  if (!taken) return { state: 'unavailable', event };
  return reason === undefined ? { state: 'accepted', event, warnings } : { state: 'ignored', event, reason };
}
