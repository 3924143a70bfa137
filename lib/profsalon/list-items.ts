import type { Service, UserField } from '../model/reading.ts';
import type { Named } from '../model/words.ts';
import { find, findAll, itemsOf, type Fields, type Found } from './fields.ts';
import { itemNames, objectNames } from './names.ts';
import type { Warn } from './notes.ts';
import { saying } from './people.ts';
import { present } from '../model/present.ts';
import type { Values } from './values.ts';
import { most } from './values-of-text.ts';

/** Of a list that is replaced whole, the first. Which custom fields a record keeps is left to its fold. */
const mostItems = 100;

/** An empty list of services says nothing. */
export function servicesOf(object: Fields, values: Values): Service[] | undefined {
  const names = itemNames.services;
  const services = values.items(object, objectNames.services, mostItems)?.flatMap((item) => {
    const fields = values.fieldsIn(item);
    const service = saying({
      id: values.id(fields, names.id),
      name: values.text(fields, names.name),
      price: values.money(fields, names.price),
      quantity: values.read(fields, names.quantity, 'not_a_number', quantityOf),
    });
    return service ?? [];
  });
  return services && services.length > 0 ? services : undefined;
}

function quantityOf(text: string): string | undefined {
  return /^\d{1,12}(?:[.,]\d{1,12})?$/.test(text) ? text : undefined;
}

/** `[]` clears tags; a list of nothing usable does not. */
export function tagsOf(object: Fields, values: Values): Named[] | undefined {
  const items = values.items(object, objectNames.tags, mostItems);
  const tags = items?.flatMap((item) => {
    const fields = values.fieldsIn(item);
    return saying({ id: values.id(fields, itemNames.tags.id), name: values.text(fields, itemNames.tags.name) }) ?? [];
  });
  return tags?.length === 0 && items?.length !== 0 ? undefined : tags;
}

export function userFieldsOf(object: Fields, values: Values, warn: Warn): UserField[] | undefined {
  const items = values.items(object, objectNames.customFields) ?? [];
  const fields = items.flatMap((item) => userFieldOf(item, values, warn) ?? []);
  return fields.length > 0 ? fields : undefined;
}

/** A field that has neither an id nor a name cannot be told from others. */
function userFieldOf(item: Found, values: Values, warn: Warn): UserField | undefined {
  const names = itemNames.customFields;
  const fields = values.fieldsIn(item);
  const key = saying({ id: values.id(fields, names.id), name: values.text(fields, names.name) });
  if (!key) warn(item.path, 'no_id');
  return key && { ...key, ...present({ type: values.text(fields, names.type), value: valueOf(fields, values) }) };
}

/** `value`, or amoCRM's `values[{value}]`; several are joined by commas. `null` clears, a missing one says nothing. */
function valueOf(fields: Fields, values: Values): string | null | undefined {
  const names = itemNames.customFields;
  const [single] = findAll(fields, names.value);
  const list = find(fields, names.values);
  if (single) return isEmptyList(single) ? undefined : values.clearable(several(single, [single]), most.value);
  if (!list) return undefined;
  const items = itemsOf(list)?.flatMap((item) => findAll(values.fieldsIn(item), names.value)) ?? [];
  return items.length > 0 ? values.clearable(several(list, items), most.value) : undefined;
}

function isEmptyList(found: Found): boolean {
  return itemsOf(found)?.length === 0;
}

/** Values of a field that takes several, as one. */
function several({ path }: Found, found: Found[]): Found {
  const parts = found.flatMap((one) => itemsOf(one) ?? [one]).map(({ value }) => value);
  const [first = null] = parts;
  return { path, value: parts.length > 1 ? parts.filter((part) => typeof part === 'string').join(', ') : first };
}
