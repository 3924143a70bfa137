import { isObject } from '../model/json.ts';
import { present, saying } from '../model/present.ts';
import type { Service, UserField } from '../model/reading.ts';
import type { Named } from '../model/words.ts';
import { fieldsOf, isBlank, pick, type Fields } from '../reading/fields.ts';
import { listOf } from '../reading/lists.ts';
import { allFields, elementsOf, openText, type Node } from '../reading/node.ts';
import type { Warn } from '../reading/notes.ts';
import { itemsIn, namesByShape, unwrapped, type NamesOfText } from '../reading/shapes.ts';
import type { Values } from '../reading/values.ts';
import { most } from '../reading/values-of-text.ts';
import { holderNames, itemNames, objectNames } from './names.ts';

/** Of a list that is replaced whole, the first. */
const mostItems = 100;
/** Which custom fields a record keeps is left to its fold. */
const mostFields = 1000;

export const betweenServices = /[;\n\r]+/;
export const listOfIds = /^[\d\s,]+$/;
export const betweenTags = /[,;]+/;
export const blanksAndCommas = /[\s,;]+/;

/** An empty list of services says nothing. */
export function servicesOf(object: Fields, values: Values, warn: Warn): Service[] | undefined {
  const names = itemNames.services;
  const node = pick(object.find(objectNames.services));
  if (node === undefined) return undefined;
  const isIds = typeof node.value === 'string' && listOfIds.test(node.value);
  const items = itemsIn(node, { pieces: isIds ? blanksAndCommas : betweenServices, most: mostItems }, warn) ?? [];
  const services = items.flatMap((item) => {
    const fields = values.inside(item, namesByShape(names));
    const { price, quantity } = priceOf(fields, values);
    return saying({ id: values.id(fields, names.id), name: values.text(fields, names.name), price, quantity }) ?? [];
  });
  return services.length > 0 ? services : undefined;
}

/** An `amount` is the quantity where a price stands beside it, else the price. */
function priceOf(fields: Fields, values: Values): Pick<Service, 'price' | 'quantity'> {
  const names = itemNames.services;
  const price = values.money(fields, names.price);
  const said = values.read(fields, names.quantity, 'not_a_number', quantityOf);
  if (price === undefined) return present({ price: values.money(fields, names.amount), quantity: said });
  const amount = said === undefined ? values.read(fields, names.amount, 'not_a_number', quantityOf) : undefined;
  return present({ price, quantity: said ?? amount });
}

export const quantity = /^\d{1,12}(?:[.,]\d{1,12})?$/;

function quantityOf(text: string): string | undefined {
  return quantity.test(text) ? text : undefined;
}

/** `[]` clears tags; a list of nothing usable does not. A tag alone is a name, digits too. */
export function tagsOf(object: Fields, values: Values): Named[] | undefined {
  const names = itemNames.tags;
  const items = values.items(object, objectNames.tags, { pieces: betweenTags, most: mostItems });
  const namesOf: NamesOfText = () => names.name;
  const tags = items?.flatMap((item) => {
    const fields = values.inside(item, namesOf);
    return saying({ id: values.id(fields, names.id), name: values.text(fields, names.name) }) ?? [];
  });
  return tags?.length === 0 && items?.length !== 0 ? undefined : tags;
}

interface FieldReader {
  values: Values;
  warn: Warn;
}

/** Custom fields; under `fields`, too, where those are not the object. */
export function userFieldsOf(object: Fields, reader: FieldReader): UserField[] | undefined {
  const nodes = [...object.find(objectNames.customFields), ...object.find(holderNames.fields)];
  const fields = nodes.flatMap((node) => fieldsIn(node, reader));
  return fields.length > 0 ? fields : undefined;
}

/** An object with `value` or `values` is one field, a list by index a list, any other object a map of names. */
function fieldsIn(node: Node, { values, warn }: FieldReader): UserField[] {
  openText(node);
  if (isObject(node.value) && isMap(node)) return mapOf(node, { values, warn });
  const items = itemsIn(node, { pieces: betweenServices, most: mostFields }, warn) ?? [];
  return items.flatMap((item) => fieldOf(item, { values, warn }) ?? []);
}

function isMap(node: Node): boolean {
  const names = itemNames.customFields;
  const fields = { find: () => allFields(node) };
  const own = new Set([...names.value, ...names.values].map(({ folded }) => folded));
  if (fields.find().some(({ name }) => own.has(name.toLowerCase()))) return false;
  const list = listOf(node.value);
  return list === undefined || !list.every((item) => typeof item === 'object' && item !== null);
}

export const allDigits = /^\d+$/;

/** Keys are names as a person gave them, digits are ids. */
function mapOf(node: Node, { values, warn }: FieldReader): UserField[] {
  node.taken = true;
  const all = allFields(node);
  if (all.length > mostFields) warn(node, 'too_many');
  return all.slice(0, mostFields).flatMap((field): UserField[] => {
    const key = { find: () => [{ name: field.name, parent: node, value: field.name, taken: true }] };
    const id = allDigits.test(field.name) ? values.id(key, itemNames.customFields.id) : undefined;
    const name = id === undefined ? values.text(key, itemNames.customFields.name) : undefined;
    const value = valueOf(field, values, warn);
    return id === undefined && name === undefined ? [] : [present({ id, name, value })];
  });
}

/** A field that has neither an id nor a name cannot be told from others. */
function fieldOf(item: Node, { values, warn }: FieldReader): UserField | undefined {
  const names = itemNames.customFields;
  // Not as an object of nothing but a value: that would be a field without a name.
  const fields = isObject(item.value) ? fieldsOf(item) : values.inside(item, namesByShape(names));
  const key = saying({ id: values.id(fields, names.id), name: values.text(fields, names.name) });
  if (!key) warn(item, 'no_id');
  const [single] = fields.find(names.value);
  const [several] = fields.find(names.values);
  const said = single ?? several;
  return (
    key && { ...key, ...present({ type: values.text(fields, names.type), value: said && valueOf(said, values, warn) }) }
  );
}

/** What a field takes, also amoCRM's `[{value}]`; several are joined by commas. `null` and `""` clear, an empty list says nothing. */
function valueOf(place: Node, values: Values, warn: Warn): string | null | undefined {
  const node = unwrapped(place);
  node.taken = true;
  const list = elementsOf(node, mostItems);
  if (list === undefined) return values.clearable(node, most.value);
  if (list.count > mostItems) warn(node, 'too_many');
  const parts = list.items.flatMap((item) => partIn(item, values));
  if (parts.length === 0) return list.count > 0 ? null : undefined;
  const text = parts.join(', ');
  return values.clearable({ ...node, value: text }, most.value);
}

function partIn(item: Node, values: Values): string[] {
  const names = itemNames.customFields;
  const node = unwrapped(item);
  node.taken = true;
  if (isBlank(node.value)) return [];
  if (typeof node.value === 'string') return [node.value.slice(0, 2 * most.value)];
  const inside = values.inside(node, namesByShape(names));
  const [value] = inside.find(names.value);
  if (value !== undefined) value.taken = true;
  return typeof value?.value === 'string' ? [value.value.slice(0, 2 * most.value)] : [];
}
