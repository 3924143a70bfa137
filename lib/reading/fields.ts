import type { Json } from '../model/json.ts';
import { flatName, type Names } from './folded-name.ts';
import { fieldsNamed, type Node } from './node.ts';

/** What answers to names: the fields of an object, or of a part that stands inside and flat beside others. */
export interface Fields {
  /** All that are there, in the order of the names. */
  find: (names: Names) => Node[];
}

export const noFields: Fields = { find: () => [] };

export function fieldsOf(node: Node): Fields {
  return { find: (names) => names.flatMap((name) => fieldsNamed(node, name)) };
}

/** Several objects as one: the fields of the first outweigh those of the next. */
export function joined(...all: Fields[]): Fields {
  return { find: (names) => all.flatMap((fields) => fields.find(names)) };
}

/** The fields of a part that stand flat beside others: `stage_id` is the id of `stage`. */
export function flat(around: Fields, parts: Names): Fields {
  return { find: (names) => parts.flatMap((part) => around.find(names.map((name) => flatName(part, name)))) };
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
