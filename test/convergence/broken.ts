import { createHash } from 'node:crypto';
import { fold } from '../../lib/domain/fold.ts';
import { canonicalJson } from '../../lib/model/json.ts';
import type { Item, Table } from '../../lib/store/table.ts';

/** A store that writes views whatever is stored: the protocol without its condition. */
export function withoutCondition(table: Table): Table {
  return {
    ...table,
    putIf: async (item, expectedRev) => {
      if (!item.sk.startsWith('v#')) return table.putIf(item, expectedRev);
      while (!(await table.putIf(item, (await table.get(item.pk, item.sk))?.rev)));
      return true;
    },
  };
}

/** A store that reads the rows of a set before its views: the protocol with its reads in the wrong order. */
export function rowsFirst(table: Table): Table {
  const early = new Map<string, Item[]>();
  return {
    ...table,
    query: async (pk, prefix) => {
      if (prefix === 'v#') early.set(pk, await table.query(pk, 'e#'));
      const rows = prefix === 'e#' ? early.get(pk) : undefined;
      if (prefix === 'e#') early.delete(pk);
      return rows ?? table.query(pk, prefix);
    },
  };
}

/** A fold that is known by what it makes, not by the rows it was made of: the protocol without its digest. */
export const foldWithoutDigest: typeof fold = (set, rows) => {
  const { deal, request, ...folded } = fold(set, rows);
  const digest = createHash('sha256')
    .update(canonicalJson([deal, request]))
    .digest('hex');
  return { ...folded, ...(deal && { deal }), ...(request && { request }), digest };
};
