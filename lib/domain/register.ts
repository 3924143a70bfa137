import type { Tuple } from '../model/references.ts';
import { present } from '../model/present.ts';
import { compare } from './order.ts';

/** Tuples of one register, the largest in the order of their join. */
const most = 20;

/** What an event said, at its version. */
export function tupleAt(said: Omit<Tuple, 'day' | 'version'>, version: string): Tuple[] {
  const tuple = present(said);
  return Object.keys(tuple).length === 0 ? [] : [{ ...tuple, day: version.slice(0, 10), version }];
}

/** A join: of equal tuples the later day, of one day the smaller version. */
export function joinTuples(a: readonly Tuple[], b: readonly Tuple[]): Tuple[] {
  const byText = new Map<string, Tuple>();
  for (const tuple of [...a, ...b]) {
    const known = byText.get(textOf(tuple));
    if (known === undefined || inJoin(known, tuple) < 0) byText.set(textOf(tuple), tuple);
  }
  // Cut in the order of the join: in that of what is shown the result would hang on the order of arrival.
  return [...byText.values()]
    .sort(inJoin)
    .slice(-most)
    .sort((one, other) => compare(textOf(one), textOf(other)));
}

function inJoin(a: Tuple, b: Tuple): number {
  return compare(a.day, b.day) || compare(b.version, a.version) || compare(textOf(a), textOf(b));
}

function textOf({ name, type, order, role }: Tuple): string {
  return JSON.stringify([name, type, order, role]);
}

/** The last said first. */
export function lastSaidFirst(tuples: readonly Tuple[]): Tuple[] {
  return tuples.toSorted(
    (a, b) => compare(b.day, a.day) || compare(b.version, a.version) || compare(textOf(b), textOf(a)),
  );
}

/** The name to show: that of the last tuple that has one. */
export function nameIn(tuples: readonly Tuple[]): string | undefined {
  return lastSaidFirst(tuples).find(({ name }) => name !== undefined)?.name;
}
