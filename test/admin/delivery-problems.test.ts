import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { journal } from '../../lib/store/journal.ts';
import { aLine } from '../build/journal.ts';
import { deciding } from '../build/settings.ts';
import { ago, deliveries } from './deliver.ts';
import { startStand, type Ask, type Stand } from './stand.ts';

type Item = Record<string, unknown>;
let stand: Stand;
const off = { settings: deciding({ sendRequests: false }) };
const widget = { settings: deciding({ requestsFrom: 'widget' as const }) };
const [first, second, last] = [ago(50), ago(40), ago(30)] as const;
beforeAll(async () => {
  stand = await startStand();
  const { connect, deliver, refuse, stray } = deliveries(stand);
  await connect();
  await connect({ key: 'alien', accountKey: 'other', salonId: '3000' });
  await deliver({ event: 'booking.created', data: { id: 1 } }, { ...off, receivedAt: second });
  await deliver({ event: 'booking.created', data: { id: 2 } }, { ...off, receivedAt: first });
  await deliver({ event: 'booking.created', data: { id: 3 } }, { ...off, receivedAt: last });
  await deliver({ event: 'booking.created', data: { id: 4 } }, { ...widget, receivedAt: ago(20) });
  await deliver({ event: 'booking.created', data: { id: 5, amount: 'дорого' } }, { receivedAt: ago(15) });
  await deliver({ event: 'booking.created', data: { id: 6 } }, { receivedAt: ago(12) });
  await deliver({ event: 'booking.created', data: {} }, { receivedAt: ago(10) });
  await refuse({ receivedAt: ago(5) });
  await deliver({ event: 'booking.created', data: { id: 7 } }, { ...off, accountKey: 'other', salonKey: 'alien' });
  await stray('{"v":"nobody knows"');
});
afterAll(() => stand.close());

async function problems(query: Record<string, string> = {}, who: Ask = {}): Promise<Item[]> {
  const { status, body } = await stand.ask('GET /api/problems', { ...who, query });
  expect(status).toBe(200);
  return body['items'] as Item[];
}

describe('the problems of an account', () => {
  it('are its lines that are not done or were warned, by salon and reason, with the act that helps', async () => {
    const found = await problems();
    expect(
      found.map(({ salon, salonId, reason, count, more, act }) => [salon, salonId, reason, count, more, act]),
    ).toEqual([
      ['arbat', '1042', 'invalid_token', 1, false, undefined],
      ['arbat', '1042', 'no_id', 1, false, 'replay'],
      ['arbat', '1042', 'warned', 1, false, 'replay'],
      ['arbat', '1042', 'origin_unknown', 1, false, 'rechoose'],
      ['arbat', '1042', 'requests_disabled', 3, false, 'replay'],
    ]);
    expect(found.at(-1)).toMatchObject({ first, last });
  });

  it('are listed line by line by the journal: as many as are counted, newest first', async () => {
    const lines = async (query: Record<string, string>, who: Ask = {}) =>
      (await stand.ask('GET /api/events', { ...who, query })).body['items'] as Item[];
    for (const { reason, count } of await problems()) {
      expect(await lines({ salon: '1042', problem: String(reason) })).toHaveLength(Number(count));
    }
    const disabled = await lines({ salon: '1042', problem: 'requests_disabled' });
    expect(disabled.map(({ receivedAt }) => receivedAt)).toEqual([last, second, first]);
    expect(await lines({ problem: 'unreadable' }, { as: 'operator', account: '-' })).toHaveLength(1);
    expect(await stand.ask('GET /api/events', { query: { problem: 'no_id' } })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_request', fields: { salon: 'required' } } },
    });
  });

  it('are those of one salon when asked, and of another account never', async () => {
    expect(await problems({ salon: '1042' })).toHaveLength(5);
    expect((await stand.ask('GET /api/problems', { query: { salon: 'alien' } })).status).toBe(400);
    expect(await problems({}, { as: 'stranger' })).toMatchObject([{ salon: 'alien', count: 1 }]);
  });

  it('of account `-` are what had no readable envelope', async () => {
    const found = await problems({}, { as: 'operator', account: '-' });
    expect(found).toMatchObject([{ reason: 'unreadable', count: 1, act: 'replay' }]);
    expect(found[0]).not.toHaveProperty('salon');
  });

  it('are told of ten salons a call, and the rest by the cursor', async () => {
    const { connect, deliver } = deliveries(stand);
    for (let n = 10; n < 22; n++) {
      await connect({ key: `salon-${n}`, salonId: `90${n}`, createdAt: `2026-03-${n}T00:00:00.000Z` });
      await deliver({ event: 'booking.created', data: { id: n } }, { ...off, salonKey: `salon-${n}` });
    }
    const { body } = await stand.ask('GET /api/problems');
    const salons = (items: Item[]) => [...new Set(items.map(({ salon }) => salon))];
    expect(salons(body['items'] as Item[])).toEqual([
      'arbat',
      ...[10, 11, 12, 13, 14, 15, 16, 17, 18].map((n) => `salon-${n}`),
    ]);
    const rest = await stand.ask('GET /api/problems', { query: { cursor: body['cursor'] as string } });
    expect(salons(rest.body['items'] as Item[])).toEqual(['salon-19', 'salon-20', 'salon-21']);
    expect(rest.body).not.toHaveProperty('cursor');
  });

  it('have lines of imports among them, which are listed alone when asked, page by page', async () => {
    const { connect, deliver } = deliveries(stand);
    await connect({ key: 'both', salonId: '5000', createdAt: '2026-04-01T00:00:00.000Z' });
    await deliver({ event: 'booking.created', data: { id: 30 } }, { ...off, salonKey: 'both' });
    const line = {
      source: 'import',
      receivedAt: ago(90),
      importedAt: ago(1),
      salonKey: 'both',
      status: 'ignored',
    } as const;
    const halves = {
      request: { outcome: 'ignored', reason: 'requests_disabled' },
      deal: { outcome: 'not_applicable' },
    } as const;
    await journal({ table: stand.tables.journal, now: () => new Date() }).putLine({
      line: aLine({ id: 'c'.repeat(64), ...line, ...halves }),
      message: '{}',
    });
    expect(await problems({ salon: '5000' })).toMatchObject([{ reason: 'requests_disabled', count: 2 }]);
    const asked = { salon: '5000', problem: 'requests_disabled' };
    const page = async (query: Record<string, string>) =>
      (await stand.ask('GET /api/events', { query: { ...asked, ...query } })).body as {
        items: Item[];
        cursor?: string;
      };
    const first = await page({ limit: '1' });
    const second = await page({ limit: '1', cursor: first.cursor ?? '' });
    expect([...first.items, ...second.items].map(({ source }) => source)).toEqual(['import', undefined]);
    expect((await page({ source: 'import' })).items).toHaveLength(1);
    expect((await page({ status: 'failed' })).items).toEqual([]);
  });
});
