import type { Json } from '../model/json.ts';
import { flatName, type Name, type Names } from './folded-name.ts';
import { fieldsNamed, type Node } from './node.ts';

/** What answers to names: the fields of an object, or of a part that stands inside and flat beside others. */
export interface Fields {
  /** All that are there, in the order of the names. */
  find: (names: Names) => Node[];
}

export const noFields: Fields = { find: () => [] };

export function fieldsOf(node: Node): Fields {
  return {
    find: (names) => {
      const found: Node[] = [];
      for (const name of names) found.push(...winnerOf(fieldsNamed(node, name)));
      return found;
    },
  };
}

/** Of several spellings of one name one counts; the others are taken as well. */
function winnerOf(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length < 2) return nodes;
  for (const node of nodes) node.taken = true;
  return [nodes.find(({ value }) => !isEmpty(value)) ?? nodes[0]].filter((node) => node !== undefined);
}

/** Several objects as one: the fields of the first outweigh those of the next. */
export function joined(...all: Fields[]): Fields {
  return {
    find: (names) => {
      const found: Node[] = [];
      for (const fields of all) found.push(...fields.find(names));
      return found;
    },
  };
}

/** The fields of a part that stand flat beside others: `stage_id` is the id of `stage`. */
export function flat(around: Fields, parts: Names): Fields {
  return {
    find: (names) => {
      const found: Node[] = [];
      for (const part of parts) found.push(...around.find(flatNames(part, names)));
      return found;
    },
  };
}

// Parts and names are constants: each pair is made once.
const flatNamesOf = new WeakMap<Name, WeakMap<Names, Names>>();

function flatNames(part: Name, names: Names): Names {
  const ofPart = flatNamesOf.get(part) ?? new WeakMap<Names, Names>();
  flatNamesOf.set(part, ofPart);
  const known = ofPart.get(names) ?? names.map((name) => flatName(part, name));
  ofPart.set(names, known);
  return known;
}

/** `null` and `""` say nothing, but where the contract lets them clear something. */
export function isEmpty(value: Json): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

/** Also a list or an object that holds nothing. */
export function isBlank(value: Json): boolean {
  return isEmpty(value) || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

/** The first that says something, else the first; each counts as taken. */
export function pick(nodes: Node[]): Node | undefined {
  for (const node of nodes) node.taken = true;
  return nodes.find(({ value }) => !isEmpty(value)) ?? nodes[0];
}
