import { isObject, type Json } from '../model/json.ts';
import { listOf } from './lists.ts';
import type { Node } from './node.ts';
import { element, pathOf, type Place } from './place.ts';

/** A payload without the values at a path; what a reader opened of a text stands there opened. */
export function withoutPath(root: Node, path: string): Json {
  return left(root, path) ?? null;
}

function left(node: Node, path: string): Json | undefined {
  const { value, items, fields } = node;
  if (items !== undefined) {
    const rest = listOf(value)?.slice(items.length) ?? [];
    return [...items.flatMap((item) => left(item, path) ?? []), ...elementsLeft(node, rest, path)];
  }
  if (fields === undefined || !isObject(value)) return leftClosed(node, value, path);
  return fieldsLeft(value, (name, child) => {
    const field = fields.get(name);
    return field === undefined ? leftClosed({ name, parent: node }, child, path) : left(field, path);
  });
}

/** Of a value that the reader never opened. */
function leftClosed(place: Place, value: Json, path: string): Json | undefined {
  const at = place.parent === undefined ? '' : pathOf(place);
  if (place.parent !== undefined && at === path) return undefined;
  if (!path.startsWith(at)) return value;
  const list = listOf(value);
  if (list !== undefined) return elementsLeft(place, list, path);
  return isObject(value) ? fieldsLeft(value, (name, child) => leftClosed({ name, parent: place }, child, path)) : value;
}

function elementsLeft(parent: Place, list: readonly Json[], path: string): Json[] {
  return list.flatMap((item) => {
    const kept = leftClosed({ name: element, parent }, item, path);
    return kept === undefined ? [] : [kept];
  });
}

function fieldsLeft(value: object, leftOf: (name: string, child: Json) => Json | undefined): Json {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, child]: [string, Json]): [string, Json][] => {
      const kept = leftOf(name, child);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}
