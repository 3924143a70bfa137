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

/** What a walk of what the reader left is told. */
export interface Unreading {
  suspect: Suspect;
  /** A path as people may see it. */
  shown: (place: Place) => string;
  /** Paths that are left out. */
  known: ReadonlySet<string>;
}

/** Walks what the reader left, in the order sent, until it has its 50 paths. */
export function unreadIn(root: Node, { suspect, shown, known }: Unreading): Unread {
  const paths = new Map<string, string>();
  let suspected = false;
  eachValue(root, (place, value, taken) => {
    const path = taken ? undefined : pathOf(place);
    if (path !== undefined && !known.has(path)) {
      if (!paths.has(path)) paths.set(path, shown(place));
      suspected ||= typeof value === 'string' && suspect(placeName(place), value);
    }
    return paths.size < mostNotes;
  });
  return { paths: [...new Set(paths.values())], suspected };
}

/** Told of a value and whether the reader took it; answers whether to go on. */
export type Visit = (place: Place, value: Json, taken: boolean) => boolean;

/** Every value of a payload that holds no other, in the order sent. */
export function eachValue(root: Node, visit: Visit): void {
  let stopped = false;
  const goesOn = () => !stopped;

  function tell(place: Place, value: Json, taken: boolean): void {
    stopped = !visit(place, value, taken);
  }
  /** A value that the reader never opened. */
  function left(place: Place, value: Json): void {
    const inner = childrenOf(value);
    if (inner.length === 0) tell(place, value, false);
    for (const [name, child] of inner) {
      if (!goesOn()) return;
      left({ name, parent: place }, child);
    }
  }
  function walk(node: Node): void {
    if (!goesOn()) return;
    if (node.items !== undefined) {
      node.items.forEach(walk);
      return;
    }
    const inner = childrenOf(node.value);
    if (inner.length === 0) tell(node, node.value, node.taken);
    for (const [name, child] of inner) {
      const opened = node.fields?.get(name);
      if (opened !== undefined) walk(opened);
      else if (goesOn()) left({ name, parent: node }, child);
    }
  }

  if (childrenOf(root.value).length > 0) walk(root);
}

/** The name under which a value stands; of a list's elements the list's. */
export function placeName({ name, parent }: Place): string {
  return name === element && parent !== undefined ? placeName(parent) : name;
}

function childrenOf(value: Json): [string, Json][] {
  const list = listOf(value);
  if (list !== undefined) return list.map((inner) => [element, inner]);
  return isObject(value) ? Object.entries(value) : [];
}
