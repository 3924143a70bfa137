import type { Json } from '../model/json.ts';
import { maxDepth } from './lossless-json.ts';

/** A field of a form: name and value, as text. */
export type Pair = [name: string, value: string];

interface Branch {
  entries: Map<string, string | Branch>;
  /** The index that `[]` takes next. */
  next: number;
}

/**
 * Fields with PHP's brackets as one value: the last of equal names wins, a later branch replaces a scalar, `a[]` counts on.
 * Keys 0…n-1 make a list, all others an object, so no list has holes. undefined when nested too deep.
 * Source: https://www.php.net/manual/en/language.variables.external.php
 */
export function formValue(pairs: Iterable<Pair>): Json | undefined {
  const root = emptyBranch();
  for (const [name, value] of pairs) {
    const path = pathOf(name);
    if (path.length > maxDepth) return undefined;
    if (name !== '') put(root, path, value);
  }
  return jsonOf(root);
}

export const bracketed = /\[([^\][]*)\]/g;
export const plainIndex = /^(?:0|[1-9]\d{0,14})$/;

function emptyBranch(): Branch {
  return { entries: new Map(), next: 0 };
}

/** `a[b][]` → a, b, ''. A name whose brackets do not close is taken as it stands. */
function pathOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open < 1 || !name.includes(']', open)) return [name];
  const keys = name.slice(open).matchAll(bracketed);
  return [name.slice(0, open), ...Array.from(keys, ([, key = '']) => key)];
}

function put(root: Branch, path: string[], value: string): void {
  let branch = root;
  path.forEach((part, depth) => {
    const key = part === '' && depth > 0 ? String(branch.next) : part;
    if (plainIndex.test(key)) branch.next = Math.max(branch.next, Number(key) + 1);
    if (depth === path.length - 1) {
      branch.entries.set(key, value);
      return;
    }
    branch = branchAt(branch, key);
  });
}

function branchAt(branch: Branch, key: string): Branch {
  const there = branch.entries.get(key);
  if (typeof there === 'object') return there;
  const made = emptyBranch();
  branch.entries.set(key, made);
  return made;
}

function jsonOf(branch: string | Branch): Json {
  if (typeof branch === 'string') return branch;
  const { entries } = branch;
  const values = Array.from(entries.keys(), (_, index) => entries.get(String(index)));
  if (entries.size > 0 && values.every((value) => value !== undefined)) return values.map(jsonOf);
  // fromEntries, not assignment: a key named `__proto__` stays a key.
  return Object.fromEntries(Array.from(entries, ([key, value]) => [key, jsonOf(value)]));
}
