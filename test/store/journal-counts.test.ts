import { beforeEach, describe, expect, it } from '@jest/globals';
import { mostCounted } from '../../lib/model/api-finding.ts';
import type { JournalLine } from '../../lib/model/journal.ts';
import { journalCounts } from '../../lib/store/journal-counts.ts';
import { journal } from '../../lib/store/journal.ts';
import { aLine } from '../build/journal.ts';
import { memoryTable } from './memory-table.ts';

const now = () => new Date('2026-03-31T12:00:00.000Z');
const group = { accountKey: 'demo', salonKey: 'arbat', problem: 'not_from_widget' } as const;
const at = (ms: number) => new Date(Date.parse('2026-03-30T12:00:00.000Z') + ms).toISOString();

let counts: ReturnType<typeof journalCounts>;
let put: (over: Partial<JournalLine>) => Promise<void>;
beforeEach(() => {
  const table = memoryTable();
  counts = journalCounts({ table, now });
  const { putLine } = journal({ table, now });
  put = (over) => putLine({ line: aLine(over), message: '' });
});

const ignored = (n: number, over: Partial<JournalLine> = {}): Partial<JournalLine> => ({
  id: `line-${n}`,
  receivedAt: at(n),
  status: 'ignored',
  deal: { outcome: 'not_applicable' },
  request: { outcome: 'ignored', reason: 'not_from_widget' },
  ...over,
});
const mended = (n: number) => ignored(n, { status: 'done', request: { outcome: 'done' } });

describe('a group of problems', () => {
  it('is counted up to a thousand, with its first and last line', async () => {
    for (let n = 0; n < 1000; n++) await put(ignored(n));
    expect(await counts.problemGroup(group, mostCounted)).toEqual({
      count: 1000,
      more: false,
      first: '2026-03-30T12:00:00.000Z',
      last: '2026-03-30T12:00:00.999Z',
    });
    await put(ignored(1000));
    expect(await counts.problemGroup(group, mostCounted)).toMatchObject({ count: 1000, more: true, last: at(1000) });
  });

  it('is gone with its last line, mended, and there again with the next', async () => {
    await put(ignored(1));
    await put(ignored(2));
    await put(mended(1));
    expect(await counts.problemGroup(group, mostCounted)).toMatchObject({ count: 1, first: at(2) });
    await put(mended(2));
    expect(await counts.problemGroup(group, mostCounted)).toBeUndefined();
    await put(ignored(3));
    expect(await counts.problemGroup(group, mostCounted)).toMatchObject({ count: 1 });
  });

  it('holds no line that is thirty days old, of another salon, account or reason', async () => {
    await put(ignored(1, { receivedAt: '2026-03-01T12:00:00.000Z' }));
    await put(ignored(2, { salonKey: 'tverskaya' }));
    await put(ignored(3, { accountKey: 'other' }));
    await put(ignored(4, { request: { outcome: 'ignored', reason: 'origin_unknown' } }));
    expect(await counts.problemGroup(group, mostCounted)).toBeUndefined();
  });

  it('is counted from an instant', async () => {
    for (const n of [10, 20, 30]) await put(ignored(n));
    expect(await counts.problemsSince(group, at(20), 10)).toBe(2);
    expect(await counts.problemsSince(group, at(0), 2)).toBe(2);
  });
});

describe('lines of an account', () => {
  it('are counted from one instant to another, over the end of a month, up to a limit', async () => {
    const moments = ['2026-03-31T20:59:59.999Z', '2026-03-31T21:00:00.000Z', '2026-04-01T03:00:00.000Z'];
    for (const [n, receivedAt] of moments.entries()) await put({ id: `line-${n}`, receivedAt });
    await put({ id: 'of-another', receivedAt: moments[1]!, accountKey: 'other' });
    const count = (most: number) =>
      counts.linesBetween('demo', '2026-03-31T21:00:00.000Z', '2026-04-01T12:00:00.000Z', most);
    expect(await count(10)).toBe(2);
    expect(await count(1)).toBe(1);
  });
});
