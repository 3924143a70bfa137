import * as v from 'valibot';
import type { ItemKey } from '../model/keys.ts';
import { sha256 } from './item-body.ts';
import type { Item } from './table.ts';

const storedSchema = v.object({ body: v.pipe(v.string(), v.parseJson()) });

/** An item of the settings table: its value stands in `body` as JSON, which the door reads without inflating anything. */
export function settingsItem(key: ItemKey, value: unknown, rev?: string): Item {
  const body = JSON.stringify(value);
  return { ...key, rev: rev ?? sha256(body), v: 1, body };
}

/** The value of an item, as its schema takes it. Throws when it does not: nobody but us writes here. */
export function settingsValue<S extends v.GenericSchema>(schema: S, item: Item): v.InferOutput<S> {
  return v.parse(schema, v.parse(storedSchema, item).body);
}
