import { isObject, type Json } from '../model/json.ts';
import { listOf } from './lists.ts';
import type { Node } from './node.ts';
import { mostNotes } from './notes.ts';
import { element, pathOf, type Place } from './place.ts';

/** What the reader did not take. */
export interface Unread {
  /** Where it stands, down to the values: a path that holds one can be taught to the reader. At most 50. */
  paths: string[];
  /** Whether `suspect` held for a name and a text that nobody read. */
  suspected: boolean;
}
/** A question about a text and the name under which it stands; of a list's elements the list's. */
export type Suspect = (name: string, text: string) => boolean;

/** Walks what the reader left, in the order sent, until it has its 50 paths; those that are known are left out. */
export function unreadIn(root: Node, suspect: Suspect, known: ReadonlySet<string>): Unread {
  const paths = new Set<string>();
  let suspected = false;

  function leave(place: Place, value: Json): void {
    const path = pathOf(place);
    if (known.has(path)) return;
    paths.add(path);
    suspected ||= typeof value === 'string' && suspect(nameOf(place), value);
  }
  /** A value that the reader never opened. */
  function left(place: Place, value: Json): void {
    const inner = childrenOf(value);
    if (inner.length === 0) leave(place, value);
    for (const [name, child] of inner) {
      if (paths.size >= mostNotes) return;
      left({ name, parent: place }, child);
    }
  }
  function walk(node: Node): void {
    if (paths.size >= mostNotes) return;
    if (node.items !== undefined) {
      node.items.forEach(walk);
      return;
    }
    const inner = childrenOf(node.value);
    if (inner.length === 0 && !node.taken) leave(node, node.value);
    for (const [name, child] of inner) {
      const opened = node.fields?.get(name);
      if (opened !== undefined) walk(opened);
      else if (paths.size < mostNotes) left({ name, parent: node }, child);
    }
  }

  if (childrenOf(root.value).length > 0) walk(root);
  return { paths: [...paths], suspected };
}

function nameOf({ name, parent }: Place): string {
  return name === element && parent !== undefined ? nameOf(parent) : name;
}

function childrenOf(value: Json): [string, Json][] {
  const list = listOf(value);
  if (list !== undefined) return list.map((inner) => [element, inner]);
  return isObject(value) ? Object.entries(value) : [];
}
