import * as v from 'valibot';
import { taughtFields, type TaughtField } from './field-map.ts';
import { ignoredReasonSchema } from './reasons.ts';
import { kindSchema } from './words.ts';

/** What of an event no cell says: its name, its salon, its own time and id; a row that is there was not deleted. */
const saidByNoCell = ['event', 'senderEventId', 'salonId', 'salonLogin', 'occurredAt', 'deleted'] as const;
type OfRow = Exclude<TaughtField, (typeof saidByNoCell)[number]>;

const unsaid: readonly string[] = saidByNoCell;
/** Fields of the contract that a column of a table may hold. */
export const importFields = taughtFields.filter((field): field is OfRow => !unsaid.includes(field));
export type ImportField = (typeof importFields)[number];

/** Fields that several columns may hold together; of every other one may. */
export const joinedFields: readonly ImportField[] = ['bookingIds', 'client.phone', 'client.email', 'tags'];

const columnSchema = v.union([
  v.picklist(importFields),
  /** A custom field of this name. */
  v.strictObject({ custom: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(255)) }),
]);
export type ImportColumn = v.InferOutput<typeof columnSchema>;

/** Rows of one call, and their columns. */
export const mostImported = { rows: 200, columns: 100 } as const;

const columnsSchema = v.pipe(
  v.array(columnSchema),
  v.minLength(1),
  v.maxLength(mostImported.columns),
  v.check((columns) => {
    const once = columns.filter((column) => typeof column === 'object' || !joinedFields.includes(column));
    return new Set(once.map((column) => JSON.stringify(column))).size === once.length;
  }),
);

/** Rows of a table of bookings or deals: each a cell for each column, as they are written there. */
export const importSchema = v.pipe(
  v.strictObject({
    kind: kindSchema,
    columns: columnsSchema,
    rows: v.pipe(v.array(v.array(v.string())), v.minLength(1), v.maxLength(mostImported.rows)),
    /** Says what would be done, and does nothing. */
    dryRun: v.boolean(),
  }),
  v.forward(
    v.check(({ columns, rows }) => rows.every((cells) => cells.length === columns.length)),
    ['rows'],
  ),
);
export type Import = v.InferOutput<typeof importSchema>;

/** Why a row is no event. */
export const rowFaultSchema = v.picklist(['no_id', 'no_date', 'unreadable_date', 'too_old', 'in_future', 'too_large']);
export type RowFault = v.InferOutput<typeof rowFaultSchema>;

/** What became of a row; in a dry run, what would. `column`: its place among those that were sent. */
const importedRowSchema = v.variant('state', [
  v.object({ state: v.literal('accepted'), event: v.string(), warnings: v.array(v.string()) }),
  /** Goes into the journal alone, as a delivery that settings switch off. */
  v.object({ state: v.literal('ignored'), event: v.string(), reason: ignoredReasonSchema }),
  v.object({ state: v.literal('refused'), reason: rowFaultSchema, column: v.optional(v.number()) }),
  /** The queue did not take it: send it again. */
  v.object({ state: v.literal('unavailable'), event: v.string() }),
]);
export type ImportedRow = v.InferOutput<typeof importedRowSchema>;

/** In the order of the rows. */
export const importAnswerSchema = v.object({ rows: v.array(importedRowSchema) });
