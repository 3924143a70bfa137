import { isObject, type Json } from '../model/json.ts';
import { listOf } from './lists.ts';
import type { Node } from './node.ts';
import { pathOf } from './place.ts';

/** What a reader opened, without the values at a path; what it opened of a text stands there opened. */
export function withoutPath(root: Node, path: string): Json {
  return left(root, path) ?? null;
}

function left(node: Node, path: string): Json | undefined {
  const { value, items, fields } = node;
  if (items !== undefined) {
    const rest = listOf(value)?.slice(items.length) ?? [];
    return [...items.flatMap((item) => left(item, path) ?? []), ...rest];
  }
  if (fields === undefined || !isObject(value)) return isAt(node, path) ? undefined : value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, child]): [string, Json][] => {
      const field = fields.get(name);
      const kept = field === undefined ? child : left(field, path);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

function isAt(node: Node, path: string): boolean {
  return node.parent !== undefined && pathOf(node) === path;
}
