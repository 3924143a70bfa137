import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { noAccount, type JournalLine } from '../../lib/model/journal.ts';
import { journal, type JournalQuery } from '../../lib/store/journal.ts';
import { aLine } from '../build/journal.ts';
import { startEngine, type Engine } from './engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const today = '2026-03-20T00:00:00.000Z';

function store(now = today) {
  return journal({ table: engine.table('journal'), now: () => new Date(now) });
}

async function put(...lines: Partial<JournalLine>[]): Promise<void> {
  for (const over of lines) await store().putLine({ line: aLine(over), message: 'the message' });
}

async function listed(over: Partial<JournalQuery>, now = today) {
  const page = await store(now).list({
    accountKey: 'demo',
    from: '2026-01-01T00:00:00.000Z',
    to: today,
    order: 'desc',
    limit: 50,
    ...over,
  });
  if ('error' in page) throw new Error(page.error);
  return page;
}

async function ids(over: Partial<JournalQuery>, now = today): Promise<string[]> {
  return (await listed(over, now)).items.map(({ id }) => id);
}

describe('a journal line', () => {
  it('comes back with its message', async () => {
    const entry = { line: aLine({ id: 'whole' }), message: '{"имя":"значение"}' };
    await store().putLine(entry);
    expect(await store().deliveries('demo', 'whole')).toEqual([entry]);
  });

  it('stands beside the other deliveries of its event, in the order received', async () => {
    await put(
      { id: 'twice', receivedAt: '2026-03-18T00:00:00.000Z' },
      { id: 'twice', receivedAt: '2026-03-17T00:00:00.000Z' },
    );
    expect((await store().deliveries('demo', 'twice')).map(({ line }) => line.receivedAt)).toEqual([
      '2026-03-17T00:00:00.000Z',
      '2026-03-18T00:00:00.000Z',
    ]);
  });

  it("is another account's business", async () => {
    await put({ id: 'mine' });
    expect(await store().deliveries('other', 'mine')).toEqual([]);
  });

  it.each([
    ['an equal', 5, 5, 'ignored'],
    ['a larger', 5, 6, 'ignored'],
    ['not to a smaller', 6, 5, 'done'],
  ] as const)('yields to %s replay number', async (name, first, second, status) => {
    await put({ id: name, replay: first, status: 'done' }, { id: name, replay: second, status: 'ignored' });
    expect((await store().deliveries('demo', name)).map(({ line }) => line.status)).toEqual([status]);
    expect((await listed({ salonKey: 'arbat' })).items.find(({ id }) => id === name)?.status).toBe(status);
  });

  it.each([
    ['parked', 'done', 'done'],
    ['unreadable', 'ignored', 'ignored'],
    ['parked', 'failed', 'failed'],
    ['no_id', 'done', 'failed'],
  ] as const)('that fails as %s leaves one that is %s as %s', async (reason, first, status) => {
    const id = `${reason} ${first}`;
    const failed = { outcome: 'failed', reason } as const;
    await put({ id, status: first }, { id, status: 'failed', deal: failed, request: failed, undated: true });
    const [entry] = await store().deliveries('demo', id);
    expect(entry?.line.status).toBe(status);
    expect(entry?.line.undated).toBe(status === 'failed');
  });

  it('may belong to no salon and no account', async () => {
    const line = aLine({ id: 'stray', accountKey: noAccount, receivedAt: '2026-03-19T00:00:00.000Z' });
    delete line.salonKey;
    await store().putLine({ line, message: 'no JSON' });
    expect(await store().deliveries(noAccount, 'stray')).toEqual([{ line, message: 'no JSON' }]);
    expect(await ids({ accountKey: noAccount })).toEqual(['stray']);
  });

  it('takes the longest message of the queue, and the start of a longer one', async () => {
    const random = Array.from({ length: 400_000 }, (_, n) => String.fromCharCode(33 + ((n * n * 7919) % 90))).join('');
    await store().putLine({ line: aLine({ id: 'longest' }), message: random.slice(0, 262_144) });
    await store().putLine({ line: aLine({ id: 'longer' }), message: random });
    expect((await store().deliveries('demo', 'longest'))[0]?.message).toBe(random.slice(0, 262_144));
    expect((await store().deliveries('demo', 'longer'))[0]?.message).toBe(random.slice(0, 262_144));
  });

  it('tells the database when it ends: 30 days after it was received', async () => {
    await put({ id: 'ends', receivedAt: '2026-03-01T00:00:00.500Z' });
    const answer = await engine.client.send(
      new QueryCommand({
        TableName: 'journal',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'demo#ends' } },
      }),
    );
    expect(answer.Items?.[0]?.['expiresAt']).toEqual({ N: String(Date.UTC(2026, 2, 31) / 1000) });
  });

  it('is shown no longer than that, though the database may be late', async () => {
    const line = { id: 'old', accountKey: 'old', receivedAt: '2026-03-01T00:00:00.000Z' };
    await put(line);
    const before = '2026-03-30T23:59:59.999Z';
    const after = '2026-03-31T00:00:00.000Z';
    expect(await store(before).deliveries('old', 'old')).toHaveLength(1);
    expect(await store(after).deliveries('old', 'old')).toEqual([]);
    const range = { from: '2026-02-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z' };
    for (const salonKey of [undefined, 'arbat']) {
      expect(await ids({ accountKey: 'old', salonKey, ...range }, before)).toEqual(['old']);
      expect(await ids({ accountKey: 'old', salonKey, ...range }, after)).toEqual([]);
    }
  });
});

describe('a list of the journal', () => {
  const accountKey = 'list';
  beforeAll(() =>
    put(
      { accountKey, id: 'feb', receivedAt: '2026-02-28T23:59:59.999Z', salonKey: 'tver' },
      { accountKey, id: 'mar1', receivedAt: '2026-03-01T00:00:00.000Z', status: 'failed' },
      { accountKey, id: 'mar2', receivedAt: '2026-03-02T00:00:00.000Z', kind: 'booking' },
      { accountKey, id: 'mar3', receivedAt: '2026-03-03T00:00:00.000Z', status: 'refused', salonKey: 'tver' },
    ),
  );

  it('goes through the months, newest first or oldest first', async () => {
    expect(await ids({ accountKey })).toEqual(['mar3', 'mar2', 'mar1', 'feb']);
    expect(await ids({ accountKey, order: 'asc' })).toEqual(['feb', 'mar1', 'mar2', 'mar3']);
  });

  it('leaves out a status', async () => {
    expect(await ids({ accountKey, except: 'refused' })).toEqual(['mar2', 'mar1', 'feb']);
  });

  it('includes its start and excludes its end', async () => {
    const range = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' };
    expect(await ids({ accountKey, ...range })).toEqual(['mar2', 'mar1']);
    expect(await ids({ accountKey, salonKey: 'tver', ...range })).toEqual([]);
  });

  it('can be of one salon, one status, one kind', async () => {
    expect(await ids({ accountKey, salonKey: 'tver' })).toEqual(['mar3', 'feb']);
    expect(await ids({ accountKey, status: 'failed' })).toEqual(['mar1']);
    expect(await ids({ accountKey, kind: 'booking' })).toEqual(['mar2']);
    expect(await ids({ accountKey, salonKey: 'tver', status: 'done' })).toEqual(['feb']);
  });

  it('goes on where its cursor stands, in either order, by account and by salon', async () => {
    for (const order of ['asc', 'desc'] as const) {
      const all = await ids({ accountKey, order });
      expect(await pages({ accountKey, order, limit: 1 })).toEqual(all.map((id) => [id]));
      expect(await pages({ accountKey, order, limit: 3 })).toEqual([all.slice(0, 3), all.slice(3)]);
      expect(await pages({ accountKey, order, limit: 4 })).toEqual([all]);
    }
    expect(await pages({ accountKey, salonKey: 'tver', limit: 1 })).toEqual([['mar3'], ['feb']]);
  });

  it('does not show what only the line tells', async () => {
    const { items } = await listed({ accountKey, limit: 1 });
    expect(items[0]).not.toHaveProperty('warnings');
    expect(items[0]).not.toHaveProperty('unknownPaths');
    expect(items[0]).toHaveProperty('entities');
  });
});

/** Ids page by page, until no cursor comes. */
async function pages(query: Partial<JournalQuery>): Promise<string[][]> {
  const found: string[][] = [];
  for (let cursor: string | undefined; ;) {
    const page = await listed({ ...query, cursor });
    found.push(page.items.map(({ id }) => id));
    if (page.cursor === undefined) return found;
    cursor = page.cursor;
  }
}
