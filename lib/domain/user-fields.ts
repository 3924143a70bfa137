import type { UserField } from '../model/reading.ts';
import type { FoldedUserField } from '../model/records.ts';
import { plainName } from './named.ts';
import { compare } from './order.ts';
import { present } from '../model/present.ts';
import type { Told } from './told.ts';

const mostFields = 200;
const mostBytes = 150 * 1024;

/** Custom fields, one by one: each property of each field as last said, a value of null cleared. */
export function userFieldsIn(events: Told[]): { userFields: FoldedUserField[]; warnings: string[] } {
  const all = foldedFields(events);
  const userFields = withinLimits(all);
  return { userFields, warnings: userFields.length < all.length ? ['custom_fields: cut'] : [] };
}

function foldedFields(events: Told[]): FoldedUserField[] {
  const fields = new Map<string, UserField>();
  for (const { reading } of events) {
    for (const field of reading.userFields ?? []) {
      const key = fieldKey(field);
      if (key !== undefined) fields.set(key, { ...fields.get(key), ...present(field) });
    }
  }
  return [...fields]
    .sort(([a], [b]) => compare(a, b))
    .map(([id, { name, type, value }]) => present({ id, name, type, value: value ?? undefined }));
}

/** Of the fields that one event says, those that a record may keep: the 200 with the smallest keys. */
export function smallestFields(said: UserField[]): UserField[] {
  const byKey = Map.groupBy(said, fieldKey);
  const keys = [...byKey.keys()].filter((key) => key !== undefined).sort(compare);
  return keys.slice(0, mostFields).flatMap((key) => byKey.get(key) ?? []);
}

/** A field is known by its id, else by its lower-cased name, ё as е. */
function fieldKey({ id, name }: UserField): string | undefined {
  return id ?? (name === undefined ? undefined : plainName(name));
}

/** Those with the smallest keys, as far as number and bytes (UTF-8) allow. */
function withinLimits(fields: FoldedUserField[]): FoldedUserField[] {
  let bytes = 0;
  const over = fields.findIndex((field, i) => i >= mostFields || (bytes += bytesOf(field)) > mostBytes);
  return over < 0 ? fields : fields.slice(0, over);
}

function bytesOf({ id, name = '', type = '', value = '' }: FoldedUserField): number {
  return Buffer.byteLength(id + name + type + value, 'utf8');
}
