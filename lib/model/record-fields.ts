import * as v from 'valibot';

/** A field of a record: its schema as stored, and where it is kept and shown. */
export interface RecordField {
  schema: v.GenericSchema;
  /** `list`: with the columns of the page, in the index; `record`: with the rest. */
  kept: 'list' | 'record';
  /** Whether the API shows it as it is stored; what is not shown so, something that is worked out from it is. */
  shown: boolean;
  /** Whether it says who somebody is or how to reach them. */
  personal: boolean;
}
export type RecordFields = Readonly<Record<string, RecordField>>;

/** Shown in lists and in single records. */
export function inList<S extends v.GenericSchema>(schema: S) {
  return { schema, kept: 'list', shown: true, personal: false } as const;
}
/** Shown in single records. */
export function inRecord<S extends v.GenericSchema>(schema: S) {
  return { schema, kept: 'record', shown: true, personal: false } as const;
}
/** Kept with what lists show, for what they work out. */
export function behindList<S extends v.GenericSchema>(schema: S) {
  return { schema, kept: 'list', shown: false, personal: false } as const;
}
/** Kept with the rest, for what single records work out. */
export function behindRecord<S extends v.GenericSchema>(schema: S) {
  return { schema, kept: 'record', shown: false, personal: false } as const;
}
export function personal<F extends RecordField>(field: F): Omit<F, 'personal'> & { personal: true } {
  const { personal: _, ...rest } = field;
  return { ...rest, schema: personalSchema(field.schema), personal: true };
}

/** The same schema, marked: wherever an answer has it, its value is masked for those who may not see who somebody is. */
export function personalSchema<S extends v.GenericSchema>(schema: S): S;
export function personalSchema(schema: v.GenericSchema): v.GenericSchema {
  return v.pipe(schema, v.metadata({ personal: true }));
}

/** Whether a schema is marked so. */
export function isPersonal(schema: v.GenericSchema): boolean {
  return v.getMetadata(schema)['personal'] === true;
}

/** Entries of an answer that are worked out from fields, each as personal as the field of its name. */
export function workedOut<E extends v.ObjectEntries>(fields: RecordFields, entries: E): E;
export function workedOut(fields: RecordFields, entries: Record<string, v.GenericSchema>): object {
  return Object.fromEntries(
    Object.entries(entries).map(([name, schema]) => [
      name,
      fields[name]?.personal === true ? personalSchema(schema) : schema,
    ]),
  );
}

type Entries<F extends RecordFields, K extends keyof F = keyof F> = { [N in K]: F[N]['schema'] };
type Kept<F extends RecordFields, W extends RecordField['kept']> = {
  [N in keyof F]: F[N]['kept'] extends W ? N : never;
}[keyof F];
type Shown<F extends RecordFields> = { [N in keyof F]: F[N]['shown'] extends true ? N : never }[keyof F];

/** The schemas of all fields. */
export function entriesOf<F extends RecordFields>(fields: F): Entries<F>;
export function entriesOf(fields: RecordFields): object {
  return picked(fields, () => true);
}

/** The schemas of the fields that are kept there. */
export function entriesKept<F extends RecordFields, W extends RecordField['kept']>(
  fields: F,
  where: W,
): Entries<F, Kept<F, W>>;
export function entriesKept(fields: RecordFields, where: string): object {
  return picked(fields, ({ kept }) => kept === where);
}

/** The schemas of the fields of a list item that are shown as they are stored. */
export function entriesInList<F extends RecordFields>(fields: F): Entries<F, Kept<F, 'list'> & Shown<F>>;
export function entriesInList(fields: RecordFields): object {
  return picked(fields, ({ kept, shown }) => kept === 'list' && shown);
}

/** The schemas of the fields of a single record that are shown as they are stored. */
export function entriesInRecord<F extends RecordFields>(fields: F): Entries<F, Shown<F>>;
export function entriesInRecord(fields: RecordFields): object {
  return picked(fields, ({ shown }) => shown);
}

function picked(fields: RecordFields, keep: (field: RecordField) => boolean): object {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (keep(field) ? [[name, field.schema]] : [])),
  );
}

/** What of a value is shown as it is stored. */
export function shownOf<T extends object, F extends RecordFields>(fields: F, value: T): Pick<T, keyof T & Shown<F>>;
export function shownOf(fields: RecordFields, value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => fields[name]?.shown === true));
}

/** What of a value is kept there. */
export function keptOf<T extends object, F extends RecordFields, W extends RecordField['kept']>(
  fields: F,
  value: T,
  where: W,
): Pick<T, keyof T & Kept<F, W>>;
export function keptOf(fields: RecordFields, value: object, where: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => fields[name]?.kept === where));
}
