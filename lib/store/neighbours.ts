import * as v from 'valibot';
import type { SetRef } from '../model/event-set.ts';
import { recordId, setOfRecordId } from '../model/ids.ts';
import { journalDays, placedAt, type JournalLine, type LineKey } from '../model/journal.ts';
import { ttlAttribute } from '../model/tables.ts';
import { bodyOf, itemOf, keyPart } from './item-body.ts';
import type { Table } from './table.ts';

type Access = Pick<Table, 'query' | 'putIf'>;
const setSchema = v.object({ v: v.literal(1), set: v.string() });
const lineSchema = v.object({ v: v.literal(1), id: v.string(), receivedAt: v.string() });

function partitionOf(accountKey: string, trait: string): string {
  return `${accountKey}#near#${trait}`;
}

/** Which sets speak of whoever has a trait (an HMAC); they are put once and stay. */
export function neighbours(table: Access) {
  return {
    putNeighbour: async (accountKey: string, trait: string, set: SetRef): Promise<void> => {
      const id = recordId(set);
      await table.putIf(itemOf(partitionOf(accountKey, trait), keyPart(id), { v: 1, set: id }), undefined);
    },
    neighboursOf: async (accountKey: string, trait: string): Promise<SetRef[]> => {
      const items = await table.query(partitionOf(accountKey, trait), '');
      return items.flatMap((item) => setOfRecordId(bodyOf(setSchema, item).set) ?? []);
    },
  };
}

/** The same of lines that made no record, and by the ids that they name, for as long as these are kept. */
export function lineIndex(table: Access) {
  return {
    indexLine: async (line: LineKey & Pick<JournalLine, 'importedAt'>, traits: readonly string[]): Promise<void> => {
      const { accountKey, id, receivedAt } = line;
      for (const trait of traits) {
        const item = itemOf(partitionOf(accountKey, trait), `${keyPart(id)}#${receivedAt}`, { v: 1, id, receivedAt });
        const expires = Math.floor(Date.parse(placedAt(line)) / 1000) + journalDays * 24 * 3600;
        await table.putIf({ ...item, [ttlAttribute]: expires }, undefined);
      }
    },
    indexedLines: async (accountKey: string, trait: string): Promise<LineKey[]> => {
      const items = await table.query(partitionOf(accountKey, trait), '');
      return items.map((item) => {
        const { id, receivedAt } = bodyOf(lineSchema, item);
        return { accountKey, id, receivedAt };
      });
    },
  };
}
