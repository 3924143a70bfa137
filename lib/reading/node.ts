import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { foldedName, type Name } from './folded-name.ts';
import { listOf } from './lists.ts';
import { jsonInText } from './lossless-json.ts';
import { element, type Place } from './place.ts';

/** A value of a payload, and whether the reader took it. What it holds is opened only when the reader asks for it. */
export interface Node extends Place {
  readonly parent: Node | undefined;
  /** As sent, or what the JSON text in its place holds. */
  value: Json;
  taken: boolean;
  /** The fields opened so far, by their names as sent. */
  fields?: Map<string, Node>;
  /** The elements opened. */
  items?: Node[];
  /** Objects whose fields these are, the later over the earlier; absent: `value` alone. */
  layers?: readonly JsonObject[];
}

/** The payload itself: one value, or objects laid over one another (the later's names win). */
export function rootOf(layers: readonly Json[]): Node {
  const objects = layers.filter((layer) => isObject(layer));
  const root: Node = { name: '', parent: undefined, value: layers.at(-1) ?? null, taken: false };
  return objects.length > 1 && objects.length === layers.length ? { ...root, layers: objects } : root;
}

/** What stands where an object or a list belongs: of a JSON text of one, that, once. */
export function opened(value: Json): Json {
  const parsed = typeof value === 'string' ? jsonInText(value) : undefined;
  return parsed?.ok === true && typeof parsed.value === 'object' && parsed.value !== null ? parsed.value : value;
}

export function openText(node: Node): void {
  node.value = opened(node.value);
}

/** All fields of an object that go by a name: spelled as the contract does first, then the smallest; none of what is no object. */
export function fieldsNamed(node: Node, { spelled, folded }: Name): readonly Node[] {
  const layers = layersOf(node);
  const names = layers.length === 1 ? namesIn(layers[0], folded) : union(layers.map((layer) => namesIn(layer, folded)));
  const [only] = names;
  if (only === undefined) return none;
  if (names.length === 1) return [fieldOf(node, only, layers)];
  const inOrder = [...names.filter((name) => name === spelled), ...names.filter((name) => name !== spelled)];
  return inOrder.slice(0, mostAlike).map((name) => fieldOf(node, name, layers));
}

/** Names of one object that fold into one and are looked at. */
const mostAlike = 8;
const none: readonly never[] = [];

function layersOf(node: Node): readonly JsonObject[] {
  return node.layers ?? (isObject(node.value) ? [node.value] : none);
}

function namesIn(object: JsonObject | undefined, folded: string): readonly string[] {
  return object === undefined ? none : (indexOf(object).get(folded) ?? none);
}

function union(all: (readonly string[])[]): readonly string[] {
  const names = all.flat();
  return names.length < 2 ? names : [...new Set(names)].sort();
}

/** A field by its name as sent. */
export function fieldOf(node: Node, name: string, layers: readonly JsonObject[] = layersOf(node)): Node {
  const fields = (node.fields ??= new Map<string, Node>());
  const known = fields.get(name);
  if (known !== undefined) return known;
  const holder = layers.findLast((layer) => Object.hasOwn(layer, name));
  const field: Node = { name, parent: node, value: holder?.[name] ?? null, taken: false };
  fields.set(name, field);
  return field;
}

// An object may lie under many events: its names are folded once.
const indexes = new WeakMap<JsonObject, Map<string, string[]>>();

function indexOf(object: JsonObject): Map<string, string[]> {
  const known = indexes.get(object);
  if (known !== undefined) return known;
  const index = new Map<string, string[]>();
  for (const name of Object.keys(object)) {
    const folded = foldedName(name);
    if (folded === undefined) continue;
    const alike = index.get(folded);
    if (alike === undefined) index.set(folded, [name]);
    else alike.push(name);
  }
  for (const alike of index.values()) alike.sort();
  indexes.set(object, index);
  return index;
}

/** All fields of an object, in the order sent. */
export function allFields(node: Node): Node[] {
  return namesOf(node).map((name) => fieldOf(node, name));
}

/** The names of an object's fields as sent; none of what is no object. */
export function namesOf(node: Node): string[] {
  const layers = layersOf(node);
  const names = layers.flatMap((layer) => Object.keys(layer));
  return layers.length > 1 ? [...new Set(names)] : names;
}

/** The first elements of a list (also of one that PHP made an object of) and how many there are; undefined for what is none. */
export function elementsOf(node: Node, most: number): { items: Node[]; count: number } | undefined {
  const list = listOf(node.value);
  if (list === undefined) return undefined;
  node.items ??= list.slice(0, most).map((value) => ({ name: element, parent: node, value, taken: false }));
  return { items: node.items, count: list.length };
}

/** A node in another's place that holds a part of its text. */
export function pieceOf({ name, parent }: Node, value: string): Node {
  return { name, parent, value, taken: true };
}
