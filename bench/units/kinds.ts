import type { Item } from '../../lib/store/table.ts';

/** What an item of the records table is, by its key. */
export function kindOfRecord({ pk, sk }: Pick<Item, 'pk' | 'sk'>): string {
  if (pk.includes('#ref')) return 'reference';
  if (pk.includes('#contact#')) return 'contact';
  if (sk.startsWith('v#')) return sk === 'v#deal' ? 'deal' : 'request';
  if (sk.startsWith('el')) return 'link';
  return 'row';
}
