import type { Item } from '../../lib/store/table.ts';

/** Rows by which sets and lines are found: counted apart. */
export const findable = { set: 'neighbour', line: 'index row' } as const;

/** What an item of the records table is, by its key. */
export function kindOfRecord({ pk, sk }: Pick<Item, 'pk' | 'sk'>): string {
  if (pk.includes('#near#')) return findable.set;
  if (pk.includes('#ref')) return 'reference';
  if (pk.includes('#contact#')) return 'contact';
  if (sk.startsWith('v#')) return sk === 'v#deal' ? 'deal' : 'request';
  if (sk.startsWith('el')) return 'link';
  return 'row';
}

/** What an item of the journal is. */
export function kindOfLine({ pk }: Pick<Item, 'pk' | 'sk'>): string {
  return pk.includes('#near#') ? findable.line : 'line';
}
