import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { listAttributes } from '../../lib/store/listing.ts';
import { records, salonMarks, type RecordsQuery } from '../../lib/store/records.ts';
import type { IndexRange, Table } from '../../lib/store/table.ts';
import { memoryTable } from './memory-table.ts';

const summarySchema = v.object({ n: v.number() });
interface Summary {
  n: number;
}

/** A store in which `dates` are the dates of an account's deals, numbered from 0; `reads` are the rows that each read brought. */
async function storeOf(dates: string[]): Promise<{ table: Table; reads: number[] }> {
  const inner = memoryTable();
  const reads: number[] = [];
  for (const [n, dateTime] of dates.entries()) {
    const id = `arbat.d.${n}`;
    const item = {
      pk: `arbat#deal#${n}`,
      sk: 'v#deal',
      rev: 'r',
      ...listAttributes({ accountKey: 'demo' }, 'deal', id, { dateTime, summary: { n } }),
    };
    await inner.putIf(item, undefined);
  }
  const list = async (range: IndexRange) => {
    const rows = await inner.list(range);
    reads.push(rows.length);
    return rows;
  };
  return { reads, table: { ...inner, list } };
}

function aQuery(over: Partial<RecordsQuery<Summary>> = {}): RecordsQuery<Summary> {
  return {
    accountKey: 'demo',
    list: 'deal',
    from: '2026-01-01T00:00:00.000Z',
    to: '2026-04-01T00:00:00.000Z',
    order: 'asc',
    limit: 50,
    schema: summarySchema,
    keep: () => true,
    ...over,
  };
}

async function pageOf(table: Table, query: RecordsQuery<Summary>) {
  const page = await records(table).list(query);
  if ('error' in page) throw new Error(page.error);
  return { numbers: page.items.map(({ columns }) => columns.n), cursor: page.cursor };
}

/** Every page until no cursor comes. */
async function pages(table: Table, query: RecordsQuery<Summary>): Promise<number[][]> {
  const found: number[][] = [];
  for (let cursor: string | undefined; ;) {
    const page = await pageOf(table, { ...query, cursor });
    found.push(page.numbers);
    if (page.cursor === undefined) return found;
    cursor = page.cursor;
  }
}

/** `count` moments of a day of March, a second apart. */
function moments(count: number): string[] {
  return Array.from({ length: count }, (_, n) => new Date(Date.UTC(2026, 2, 10, 0, 0, n)).toISOString());
}

describe('a list of records', () => {
  const dates = ['2026-01-31T23:59:59.999Z', '2026-02-01T00:00:00.000Z', '2026-03-15T12:00:00.000Z'];

  it('goes through the months in both orders', async () => {
    const { table } = await storeOf(dates);
    expect((await pageOf(table, aQuery())).numbers).toEqual([0, 1, 2]);
    expect((await pageOf(table, aQuery({ order: 'desc' }))).numbers).toEqual([2, 1, 0]);
  });

  it('includes its start, excludes its end, and is empty when they are the wrong way round', async () => {
    const { table } = await storeOf(dates);
    expect((await pageOf(table, aQuery({ from: dates[1]!, to: dates[2]! }))).numbers).toEqual([1]);
    expect((await pageOf(table, aQuery({ from: dates[2]!, to: dates[0]! }))).numbers).toEqual([]);
  });

  it('holds one account and one kind only', async () => {
    const { table } = await storeOf(dates);
    expect((await pageOf(table, aQuery({ accountKey: 'other' }))).numbers).toEqual([]);
    expect((await pageOf(table, aQuery({ list: 'request' }))).numbers).toEqual([]);
  });

  it('comes in pages that leave nothing out and repeat nothing, whatever the limit', async () => {
    const { table } = await storeOf([...dates, ...moments(120)]);
    const all = (await pageOf(table, aQuery({ limit: 500 }))).numbers;
    expect(all).toHaveLength(123);
    for (const limit of [1, 2, 50, 61, 122, 123]) {
      for (const order of ['asc', 'desc'] as const) {
        const found = await pages(table, aQuery({ limit, order }));
        expect(found.flat()).toEqual(order === 'asc' ? all : [...all].reverse());
        expect(found).toHaveLength(Math.ceil(123 / limit));
      }
    }
  });

  it('says of which set each record is', async () => {
    const { table } = await storeOf(dates);
    const page = await records(table).list(aQuery({ limit: 1 }));
    expect(page).toMatchObject({ items: [{ set: { salonKey: 'arbat', kind: 'deal', id: '0' } }] });
  });

  it('tells records of one moment apart', async () => {
    const { table } = await storeOf([dates[1]!, dates[1]!, dates[1]!]);
    expect(await pages(table, aQuery({ limit: 1 }))).toEqual([[0], [1], [2]]);
  });

  it('holds what the filter keeps', async () => {
    const { table } = await storeOf(moments(30));
    expect(await pages(table, aQuery({ limit: 2, keep: ({ columns }) => columns.n % 10 === 7 }))).toEqual([
      [7, 17],
      [27],
    ]);
  });

  it('looks at 1,000 entries a call at most and then says where to go on', async () => {
    const { table, reads } = await storeOf(moments(2500));
    const query = aQuery({ keep: ({ columns }) => columns.n === 1800 });
    const first = await pageOf(table, query);
    expect(first.numbers).toEqual([]);
    expect(reads.reduce((sum, rows) => sum + rows, 0)).toBe(1000);
    const second = await pageOf(table, { ...query, cursor: first.cursor });
    expect(second.numbers).toEqual([1800]);
    expect((await pages(table, query)).flat()).toEqual([1800]);
  });

  it('looks at 36 months a call at most and then says where to go on', async () => {
    const { table, reads } = await storeOf(['2016-05-01T00:00:00.000Z']);
    const query = aQuery({ from: '2000-01-01T00:00:00.000Z', order: 'desc' });
    const first = await pageOf(table, query);
    expect(first.numbers).toEqual([]);
    expect(reads).toHaveLength(36);
    expect((await pages(table, query)).flat()).toEqual([0]);
  });

  it('goes on from a cursor whose entry has moved away meanwhile', async () => {
    const { table } = await storeOf(moments(3));
    const { cursor } = await pageOf(table, aQuery({ limit: 1 }));
    const { table: changed } = await storeOf(['2026-01-01T00:00:00.000Z', ...moments(3).slice(1)]);
    expect((await pageOf(changed, aQuery({ cursor }))).numbers).toEqual([1, 2]);
  });

  it.each(['', 'x', '%%%', 'bnVsbA', Buffer.from('["2026-03","x"]').toString('base64url')])(
    'answers %j, which is no cursor of its own, with an error',
    async (cursor) => {
      const { table } = await storeOf(dates);
      expect(await records(table).list(aQuery({ cursor }))).toEqual({ error: 'bad_cursor' });
    },
  );
});

describe('the mark of a salon', () => {
  const now = () => new Date();

  it('is there from the first time on, for that salon alone', async () => {
    const { isMarked, markSalon } = salonMarks(memoryTable(), now);
    expect(await isMarked('arbat')).toBe(false);
    await markSalon('arbat');
    expect([await isMarked('arbat'), await isMarked('arba'), await isMarked('tverskaya')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is written once, however often it is asked for', async () => {
    const table = memoryTable();
    const written: string[] = [];
    const { markSalon } = salonMarks(
      {
        ...table,
        putIf: (item, rev) => {
          written.push(`${item.pk} ${item.sk}`);
          return table.putIf(item, rev);
        },
      },
      now,
    );
    for (let turn = 0; turn < 3; turn++) await markSalon('arbat');
    expect(written).toEqual(['arbat#first record']);
  });

  it('is one when many put it at once', async () => {
    const table = memoryTable();
    await Promise.all([1, 2, 3, 4].map(() => salonMarks(table, now).markSalon('arbat')));
    expect(table.all()).toHaveLength(1);
  });
});
