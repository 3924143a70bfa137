import { recordId } from '../model/ids.ts';
import { canonicalJson } from '../model/json.ts';
import { readDeal, readRequest, setOfPartition, viewKey } from './sets.ts';
import type { Item, Table } from './table.ts';

/** A table over another: what is put stays in memory, what is read falls through. It has no lists. */
export function overlay(under: Table): Table & { written: () => Item[] } {
  /** What was put; undefined: it was removed. */
  const own = new Map<string, { pk: string; sk: string; item: Item | undefined }>();
  const nameOf = (pk: string, sk: string) => `${pk}\n${sk}`;
  const get = async (pk: string, sk: string) => {
    const known = own.get(nameOf(pk, sk));
    return known === undefined ? under.get(pk, sk) : known.item;
  };
  const setIf = async (pk: string, sk: string, item: Item | undefined, expectedRev: string | undefined) => {
    // What is under it stays as it is: between the comparison and the write nobody comes.
    const below = await under.get(pk, sk);
    const known = own.get(nameOf(pk, sk));
    if ((known === undefined ? below : known.item)?.rev !== expectedRev) return false;
    own.set(nameOf(pk, sk), { pk, sk, item });
    return true;
  };
  return {
    get,
    query: async (pk, prefix) => {
      const all = new Map<string, Item | undefined>((await under.query(pk, prefix)).map((item) => [item.sk, item]));
      for (const one of own.values()) if (one.pk === pk && one.sk.startsWith(prefix)) all.set(one.sk, one.item);
      return [...all.values()].filter((item) => item !== undefined).sort((a, b) => (a.sk < b.sk ? -1 : 1));
    },
    putIf: (item, expectedRev) => setIf(item.pk, item.sk, item, expectedRev),
    removeIf: ({ pk, sk }, expectedRev) => setIf(pk, sk, undefined, expectedRev),
    list: () => Promise.reject(new Error('an overlay has no lists')),
    written: () => [...own.values()].flatMap(({ item }) => item ?? []),
  };
}

/** What an overlay has made of a record; `fields`: those that differ. */
export interface Effect {
  type: 'deal' | 'request';
  id: string;
  effect: 'created' | 'changed' | 'removed' | 'unchanged';
  fields: string[];
  /** Whether lists show it: today, and as the overlay has it. */
  shown: { before: boolean; after: boolean };
}

/** What has become of each record whose view was put, by its id. */
export async function effectsOf(under: Table, over: ReturnType<typeof overlay>): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const { pk, sk } of over.written()) {
    const set = setOfPartition(pk);
    const type = (['deal', 'request'] as const).find((name) => viewKey(name) === sk);
    if (set === undefined || type === undefined) continue;
    const read = type === 'deal' ? readDeal : readRequest;
    const [before, after] = [await read(under, set), await read(over, set)];
    const shown = { before: isListed(before), after: isListed(after) };
    effects.push({ type, id: recordId(set), ...difference(recordIn(before), recordIn(after)), shown });
  }
  return effects.sort((a, b) => (`${a.type} ${a.id}` < `${b.type} ${b.id}` ? -1 : 1));
}

function isListed(view: { hidden: unknown[] } | 'superseded' | undefined): boolean {
  return view !== 'superseded' && view?.hidden.length === 0;
}

function recordIn(view: object | 'superseded' | undefined): object | undefined {
  return view === 'superseded' ? undefined : view;
}

function difference(before: object | undefined, after: object | undefined): Pick<Effect, 'effect' | 'fields'> {
  if (before === undefined || after === undefined) {
    const effect = before === after ? 'unchanged' : before === undefined ? 'created' : 'removed';
    return { effect, fields: [] };
  }
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  const fields = names.filter((name) => canonicalJson(was.get(name) ?? null) !== canonicalJson(is.get(name) ?? null));
  return { effect: fields.length > 0 ? 'changed' : 'unchanged', fields: fields.sort() };
}
