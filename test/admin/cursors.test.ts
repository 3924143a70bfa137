import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ago, deliveries } from './deliver.ts';
import { startStand, type Ask, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
  const { connect, deliver } = deliveries(stand);
  for (const [accountKey, prefix] of [
    ['demo', 'demo'],
    ['other', 'other'],
  ] as const) {
    for (let n = 10; n < 22; n++) {
      await connect({ key: `${prefix}-${n}`, accountKey, salonId: `90${n}`, createdAt: `2026-03-${n}T00:00:00.000Z` });
    }
    for (let n = 1; n <= 3; n++) {
      const own = { accountKey, salonKey: `${prefix}-10`, receivedAt: ago(n) };
      const client = { id: n, name: 'Анна', phone: `+7916123450${n}` };
      await deliver({ event: 'booking.created', data: { id: n, created_at: ago(n), client } }, own);
      await deliver({ event: 'deal.created', data: { id: n, created_at: ago(n) } }, own);
    }
  }
});
afterAll(() => stand.close());

const lists = [
  'GET /api/requests',
  'GET /api/deals',
  'GET /api/contacts',
  'GET /api/events',
  'GET /api/salons',
  'GET /api/problems',
];
const page = (route: string): Ask['query'] => (route === 'GET /api/problems' ? {} : { limit: '1' });

async function cursorOf(route: string, query: Record<string, string> = {}, who: Ask = {}): Promise<string> {
  const { status, body } = await stand.ask(route, { ...who, query: { ...page(route), ...query } });
  expect([route, status, typeof body['cursor']]).toEqual([route, 200, 'string']);
  return body['cursor'] as string;
}
async function refuses(route: string, query: Record<string, string>, who: Ask = {}): Promise<void> {
  const { status, body } = await stand.ask(route, { ...who, query: { ...page(route), ...query } });
  expect([route, status, body]).toMatchObject([route, 400, { error: { fields: { cursor: 'invalid' } } }]);
}

describe('a cursor', () => {
  it.each(lists)('of another list is none of %s', async (route) => {
    for (const other of lists.filter((one) => one !== route)) await refuses(route, { cursor: await cursorOf(other) });
  });

  it.each(lists)('of %s belongs to its account', async (route) => {
    const cursor = await cursorOf(route, {}, { as: 'stranger' });
    await refuses(route, { cursor });
    expect((await stand.ask(route, { as: 'stranger', query: { ...page(route), cursor } })).status).toBe(200);
  });

  it.each([
    ['GET /api/requests', { order: 'asc' }],
    ['GET /api/requests', { hidden: 'true' }],
    ['GET /api/requests', { status: 'new' }],
    ['GET /api/requests', { from: '2026-03-01' }],
    ['GET /api/deals', { salon: 'demo-10' }],
    ['GET /api/events', { kind: 'deal' }],
    ['GET /api/contacts', { order: 'asc' }],
  ] as const)('of %s belongs to its query: %j is another', async (route, changed) => {
    await refuses(route, { ...changed, cursor: await cursorOf(route) });
    const own = await cursorOf(route, changed);
    expect((await stand.ask(route, { query: { ...page(route), ...changed, cursor: own } })).status).toBe(200);
  });

  it('stays one when pages get another size', async () => {
    const cursor = await cursorOf('GET /api/requests');
    const { status, body } = await stand.ask('GET /api/requests', { query: { limit: '50', cursor } });
    expect([status, (body['items'] as unknown[]).length]).toEqual([200, 5]);
  });
});

describe('a period', () => {
  it.each(['GET /api/requests', 'GET /api/deals', 'GET /api/contacts', 'GET /api/events'])(
    'that is empty is refused: %s',
    async (route) => {
      for (const to of ['2026-03-02', '2026-03-04']) {
        const { status, body } = await stand.ask(route, { query: { from: '2026-03-04', to } });
        expect([status, body]).toMatchObject([400, { error: { fields: { to: 'not_after_from' } } }]);
      }
    },
  );
});
