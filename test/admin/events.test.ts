import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { journal } from '../../lib/store/journal.ts';
import { aLine } from '../build/journal.ts';
import { aMessage } from '../build/message.ts';
import { ago, deliveries } from './deliver.ts';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
let dealEvent = '';
let deliver: ReturnType<typeof deliveries>['deliver'];
const first = ago(30);
const again = ago(20);
beforeAll(async () => {
  stand = await startStand();
  const { connect, refuse, stray } = deliveries(stand);
  deliver = deliveries(stand).deliver;
  await connect();
  await connect({ key: 'tverskaya', salonId: '2044' });
  const deal = {
    event: 'deal.created',
    event_id: 'theirs-1',
    data: { id: 771904, created_at: '2026-03-01 12:00', wish: 'x' },
  };
  dealEvent = await deliver(deal, { receivedAt: first, senderEventId: 'theirs-1' });
  await deliver(deal, { receivedAt: again, senderEventId: 'theirs-1' });
  await deliver({ event: 'booking.created', data: { id: 5 } }, { receivedAt: ago(10), salonKey: 'tverskaya' });
  await refuse({ receivedAt: ago(5) });
  await stray('{"v":"МЕТКА"');
});
afterAll(() => stand.close());

type Item = Record<string, unknown>;
async function list(query: Record<string, string> = {}, who: { as?: string; account?: string } = {}): Promise<Item[]> {
  const { status, body } = await stand.ask('GET /api/events', { ...who, query });
  expect(status).toBe(200);
  return body['items'] as Item[];
}

describe('the journal', () => {
  it('has a line for each delivery, newest first, refusals included', async () => {
    const lines = await list();
    expect(lines.map(({ status, salon, kind }) => [status, salon, kind])).toEqual([
      ['refused', 'arbat', undefined],
      ['done', 'tverskaya', 'booking'],
      ['done', 'arbat', 'deal'],
      ['done', 'arbat', 'deal'],
    ]);
    expect(lines[0]).toMatchObject({ refusal: { reason: 'invalid_token', status: 401, size: 12 } });
    expect(lines[2]).toEqual({
      id: dealEvent,
      receivedAt: again,
      salon: 'arbat',
      senderEventId: 'theirs-1',
      kind: 'deal',
      act: 'created',
      status: 'done',
      deal: { outcome: 'done' },
      request: { outcome: 'done' },
      replay: 0,
      undated: false,
      warningCount: 0,
      unknownPathCount: 1,
      entities: expect.arrayContaining([{ type: 'deal', id: 'arbat.d.771904' }]),
      journaledAt: expect.any(String),
    });
  });

  it('is filtered by salon, status and kind', async () => {
    expect(await list({ salon: '2044' })).toMatchObject([{ salon: 'tverskaya' }]);
    expect(await list({ status: 'refused' })).toHaveLength(1);
    expect(await list({ kind: 'deal' })).toHaveLength(2);
    expect(await list({ kind: 'deal', order: 'asc', limit: '1' })).toMatchObject([{ receivedAt: first }]);
  });

  it('is read page by page', async () => {
    const one = await stand.ask('GET /api/events', { query: { limit: '3' } });
    expect(one.body['items']).toHaveLength(3);
    const rest = await list({ limit: '3', cursor: String(one.body['cursor']) });
    expect(rest).toMatchObject([{ receivedAt: first }]);
  });
});

describe('an event', () => {
  it('is its latest line with all its deliveries and the message as it was kept', async () => {
    const { status, body } = await stand.ask('GET /api/events/{id}', { id: dealEvent });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: dealEvent, receivedAt: again, warnings: [], unknownPaths: ['data.wish'] });
    expect((body['deliveries'] as Item[]).map(({ receivedAt }) => receivedAt)).toEqual([again, first]);
    expect(body['message']).toMatchObject({
      eventId: dealEvent,
      event: { event: 'deal.created', data: { id: '771904', created_at: '2026-03-01 12:00', wish: 'x' } },
    });
  });

  it('whose message nests deeper than JSON can be written is shown with its text', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const message = JSON.stringify(aMessage({ event: 'DEEP' })).replace('"DEEP"', deep);
    const id = 'e'.repeat(64);
    await journal({ table: stand.tables.journal, now: () => new Date() }).putLine({
      line: aLine({ id, receivedAt: ago(60) }),
      message,
    });
    expect((await stand.ask('GET /api/events/{id}', { id })).body['message']).toBe(message);
  });

  it('of another account, or none, is not found', async () => {
    expect((await stand.ask('GET /api/events/{id}', { as: 'stranger', id: dealEvent })).status).toBe(404);
    expect((await stand.ask('GET /api/events/{id}', { id: 'f'.repeat(64) })).status).toBe(404);
    expect((await stand.ask('GET /api/events/{id}', { id: 'f'.repeat(3000) })).status).toBe(404);
  });
});

describe('a message without a readable envelope', () => {
  const operator = { as: 'operator', account: '-' };

  it('is seen by operators alone, as the text that it was', async () => {
    const [line] = await list({}, operator);
    expect(line).toMatchObject({ status: 'failed', deal: { outcome: 'failed', reason: 'unreadable' } });
    const { status, body } = await stand.ask('GET /api/events/{id}', { ...operator, id: String(line?.['id']) });
    expect(status).toBe(200);
    expect(body['message']).toBe('{"v":"МЕТКА"');
    expect((await stand.ask('GET /api/events/{id}', { id: String(line?.['id']) })).status).toBe(404);
  });
});

describe('the journal of warned lines', () => {
  it('is asked for alone', async () => {
    const amount = 'many';
    await deliver({ event: 'deal.updated', data: { id: 9, amount } }, { receivedAt: ago(25), salonKey: 'tverskaya' });
    expect(await list({ warned: 'true' })).toMatchObject([{ salon: 'tverskaya', kind: 'deal', warningCount: 1 }]);
    expect(await list({ warned: 'false', salon: '2044' })).toHaveLength(2);
  });
});

describe('a salon', () => {
  it('says when its last event came; a refusal is none', async () => {
    const { body } = await stand.ask('GET /api/salons/{id}', { id: 'arbat' });
    expect(body).toMatchObject({ lastEventAt: again, silent: false });
  });

  const hours = (count: number) => ago(count * 60);
  it.each<[string, string, number[], boolean]>([
    ['is not silent while events by the hour ended less than two days ago', 'busy', [47, 48, 49], false],
    ['is silent when events by the hour ended more than two days ago', 'quiet', [49, 50, 51], true],
    ['is not silent while events of every other day ended less than six days ago', 'slow', [140, 188, 236], false],
    ['is silent when events of every other day ended more than six days ago', 'gone', [150, 198, 246], true],
  ])('%s', async (_title, key, times, silent) => {
    const { connect, deliver } = deliveries(stand);
    await connect({ key, salonId: key });
    const event = { event: 'booking.created', data: { id: 6 } };
    for (const time of times) await deliver(event, { salonKey: key, receivedAt: hours(time) });
    const { body } = await stand.ask('GET /api/salons/{id}', { id: key });
    expect(body['silent']).toBe(silent);
  });
});
