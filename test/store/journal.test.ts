import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { noAccount } from '../../lib/model/journal.ts';
import { aLine } from '../build/journal.ts';
import { startEngine, type Engine } from './engine.ts';
import { journalOf } from './journal-lines.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const { store, put, listed, ids } = journalOf(() => engine.table('journal'));

describe('a journal line', () => {
  it('comes back with its message', async () => {
    const entry = { line: aLine({ id: 'whole' }), message: '{"имя":"значение"}' };
    await store().putLine(entry);
    expect(await store().deliveries('demo', 'whole')).toEqual([entry]);
  });

  it('comes back with all its warnings and unread paths, however many', async () => {
    const many = Array.from({ length: 50 }, (_, n) => `data.field_number_${n}: not_read`);
    const entry = { line: aLine({ id: 'warned', warnings: many, unknownPaths: many }), message: '{}' };
    await store().putLine(entry);
    expect(await store().deliveries('demo', 'warned')).toEqual([entry]);
  });

  it('may have no message: that of a crossing', async () => {
    const entry = { line: aLine({ id: 'crossing' }), message: '' };
    await store().putLine(entry);
    expect(await store().deliveries('demo', 'crossing')).toEqual([entry]);
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
