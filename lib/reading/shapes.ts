import { isObject } from '../model/json.ts';
import { fieldsOf, isEmpty, noFields, type Fields } from './fields.ts';
import { named, type Names } from './folded-name.ts';
import { elementsOf, fieldsNamed, openText, pieceOf, type Node } from './node.ts';
import type { Warn } from './notes.ts';
import { cleanKey, entitiesDecoded } from './text.ts';

/** Of what kind of field a text is that stands where an object belongs; undefined for one that is of no use there. */
export type NamesOfText = (text: string) => Names | undefined;

export const digits = /^\d+(?:\.0+)?$/;

/** A word is the name of what belongs there, digits are its id. */
export function namesByShape({ id, name }: { id: Names; name?: Names }): NamesOfText {
  return (text) => (digits.test(text) ? id : name);
}

const value = named('value');

/** What stands in the place of a scalar or a list: an object of nothing but `value` is that value. */
export function unwrapped(node: Node): Node {
  if (!isObject(node.value) || Object.keys(node.value).length !== 1) return node;
  const [only] = fieldsNamed(node, value[0] ?? { spelled: 'value', folded: 'value' });
  if (only === undefined) return node;
  only.taken = true;
  return only;
}

/** The fields of what stands where an object belongs, whatever its shape. */
export function objectIn(place: Node, namesOf: NamesOfText, warn: Warn): Fields {
  const node = unwrapped(place);
  openText(node);
  node.taken = true;
  if (typeof node.value === 'string') return worded(node, node.value, namesOf, warn);
  if (node.value === null) return noFields;
  const list = elementsOf(node, 1);
  if (list === undefined && isObject(node.value)) return fieldsOf(node);
  if (list === undefined) warn(node, 'not_an_object');
  if (list !== undefined && list.count > 1) warn(node, 'not_read');
  const [first] = list?.items ?? [];
  return first === undefined ? noFields : objectIn(first, namesOf, warn);
}

function worded(node: Node, text: string, namesOf: NamesOfText, warn: Warn): Fields {
  const said = cleanKey(text.slice(0, longestWord));
  if (said === '') return noFields;
  const names = namesOf(said);
  if (names === undefined) warn(node, 'not_an_object');
  return { find: (asked) => (asked === names ? [node] : []) };
}

/** Of a text that stands for an object as much is looked at as an entity can take of 255 code points. */
const longestWord = 20_000;

/** How a text is cut where a list belongs (at semicolons in any case), and how many elements are read. */
export interface ListShape {
  pieces: RegExp;
  most: number;
}

/** The elements of what stands where a list belongs, whatever its shape; undefined when it says nothing. */
export function itemsIn(place: Node, { pieces, most }: ListShape, warn: Warn): Node[] | undefined {
  const node = unwrapped(place);
  openText(node);
  node.taken = true;
  if (isEmpty(node.value)) return undefined;
  if (typeof node.value === 'string') return piecesIn(node, node.value, { pieces, most }, warn);
  const list = elementsOf(node, most);
  if (list !== undefined && list.count > most) warn(node, 'too_many');
  if (list !== undefined) return list.items;
  if (isObject(node.value)) return Object.keys(node.value).length > 0 ? [node] : undefined;
  warn(node, 'not_a_list');
  return undefined;
}

function piecesIn(node: Node, text: string, { pieces, most }: ListShape, warn: Warn): Node[] {
  // Decoded before it is cut: an entity ends with a semicolon. No piece holds one, so none is decoded twice.
  const parts = entitiesDecoded(text).split(pieces, most + 1);
  if (parts.length > most) warn(node, 'too_many');
  return parts
    .slice(0, most)
    .filter((part) => part.trim() !== '')
    .map((part) => pieceOf(node, part));
}
