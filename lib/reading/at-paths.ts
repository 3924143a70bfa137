import type { Json } from '../model/json.ts';
import { isBlank } from './fields.ts';
import { fieldOf, namesOf, type Node } from './node.ts';
import { listOf } from './lists.ts';
import { element, pathOf } from './place.ts';

/** Elements of a list that are looked at, and values of one path. */
const most = 100;

/**
 * The values that stand at these paths (as `unknownPaths` writes them), in the order sent; what holds others is none. What the
 * reader has opened is looked into, a JSON text that it left closed is a value.
 */
export function valuesAt(root: Node, paths: ReadonlySet<string>): Map<string, Node[]> {
  const ways = waysTo(paths);
  const found = new Map<string, Node[]>();

  function meet(path: string, node: Node): void {
    const isValue = isBlank(node.value) || typeof node.value !== 'object';
    if (!isValue) {
      walk(node);
      return;
    }
    if (!paths.has(path)) return;
    const known = found.get(path) ?? [];
    found.set(path, known);
    if (known.length < most) known.push(node);
  }
  function walk(node: Node): void {
    const list = node.layers === undefined ? listOf(node.value) : undefined;
    const path = list && pathOf({ name: element, parent: node });
    if (path !== undefined) {
      if (leads(path)) for (const item of elements(node, list ?? [])) meet(path, item);
      return;
    }
    for (const name of namesOf(node)) {
      const inner = pathOf({ name, parent: node });
      if (leads(inner)) meet(inner, fieldOf(node, name));
    }
  }
  function leads(path: string): boolean {
    return path === '' || paths.has(path) || ways.has(path);
  }

  if (paths.size > 0) walk(root);
  return found;
}

/** The elements that the reader opened; else nodes that it does not see, so that it opens as many as it wants to. */
function elements(node: Node, list: readonly Json[]): Node[] {
  return (
    node.items ?? list.slice(0, most).map((value) => ({ name: element, parent: node, value, taken: false }))
  ).slice(0, most);
}

/** All paths on the way to these, without blanks at the end, as paths are written. */
function waysTo(paths: ReadonlySet<string>): Set<string> {
  const ways = new Set<string>();
  for (const path of paths) {
    for (let at = 1; at < path.length; at++) {
      if (path[at] === '.' || path.startsWith(element, at)) ways.add(path.slice(0, at).trimEnd());
    }
  }
  return ways;
}

/** The nearest element of a list in which a value stands, or that it is. */
export function elementAround(node: Node): Node | undefined {
  let at: Node | undefined = node;
  while (at !== undefined && at.name !== element) at = at.parent;
  return at;
}
