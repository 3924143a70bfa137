import { inLine } from '../../words/plural.ts';
import { useLateWords } from '../../parts/late-words.ts';
import type { Row } from './names.ts';

/** What paths are read as, by itself or by a name that was given; empty of one that is not read, or has no name there. */
export function useReadAs(): (row: Row) => string {
  const { taught: words } = useLateWords();
  const names = new Map<string, string>(Object.entries(words));
  return ({ field, taught }) =>
    taught === undefined ? inLine((field?.readAs ?? []).map((name) => names.get(name) ?? name)) : words[taught];
}

export function isRead({ field, taught }: Row): boolean {
  return field?.known === true || taught !== undefined;
}
