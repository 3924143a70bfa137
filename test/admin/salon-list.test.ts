import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliveries } from './deliver.ts';
import { startStand, type Ask, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

interface Item {
  id: string;
  [name: string]: unknown;
}
/** An account of its own, named by an operator. */
async function anAccount(): Promise<Ask & { account: string }> {
  const body = { name: 'Мята', components: ['offlineRequests'] };
  const made = await stand.ask('POST /api/accounts', { as: 'operator', body });
  return { as: 'operator', account: String(made.body['id']) };
}
async function list(here: Ask, query: Record<string, string> = {}): Promise<{ items: Item[]; cursor?: string }> {
  const { status, body } = await stand.ask('GET /api/salons', { ...here, query });
  expect(status).toBe(200);
  return body as unknown as { items: Item[]; cursor?: string };
}
const day = (number: number) => `2026-03-0${number}T00:00:00.000Z`;

describe('the list of salons', () => {
  it('says of each what it is, whether it is on, and how much is wrong with it', async () => {
    const here = await anAccount();
    const login = { salonId: '1042', salonLogin: 'msc_myata_arbat', token: 'a-token-of-the-salon' };
    const body = { ...login, salonName: 'Мята', isActive: true };
    const { body: made } = await stand.ask('POST /api/salons', { ...here, body });
    const { body: bare } = await stand.ask('POST /api/salons', { ...here, body: {} });
    const { deliver } = deliveries(stand);
    await deliver(
      { event: 'deal.created', data: { id: 1 } },
      { accountKey: here.account, salonKey: String(made['id']) },
    );
    expect(await list(here)).toEqual({
      items: [
        {
          id: made['id'],
          salonId: '1042',
          salonLogin: 'msc_myata_arbat',
          salonName: 'Мята',
          isActive: true,
          sendRequests: false,
          sendDeals: false,
          tokenSet: true,
          version: 1,
          problems: 0,
          createdAt: made['createdAt'],
          updatedAt: made['updatedAt'],
        },
        {
          id: bare['id'],
          isActive: false,
          sendRequests: false,
          sendDeals: false,
          tokenSet: false,
          version: 1,
          problems: 0,
          createdAt: bare['createdAt'],
          updatedAt: bare['updatedAt'],
        },
      ],
    });
  });

  it('counts what is wrong with each', async () => {
    const here = await anAccount();
    const { connect } = deliveries(stand);
    const sends = { sendRequests: true, attributeTo: 'source', sendDeals: true } as const;
    await connect({ accountKey: here.account, key: 'bad', salonId: '1', ...sends, defaultSourceId: '9' });
    await connect({ accountKey: here.account, key: 'good', salonId: '2', sendRequests: false, sendDeals: false });
    const { items } = await list(here);
    // No token, no such source, no site, and no component for deals; no token.
    expect(items.map(({ id, problems }) => [id, problems])).toEqual([
      ['bad', 4],
      ['good', 1],
    ]);
  });

  it('is in the order in which they were connected, page by page without a gap or a repeat', async () => {
    const here = await anAccount();
    const { connect } = deliveries(stand);
    const days = { f: 1, a: 2, e: 3, b: 3, d: 4, c: 5 };
    for (const [key, number] of Object.entries(days)) {
      await connect({ accountKey: here.account, key, salonId: key, createdAt: day(number) });
    }
    const idsOf = ({ items }: { items: Item[] }) => items.map(({ id }) => id);
    expect(idsOf(await list(here))).toEqual(['f', 'a', 'b', 'e', 'd', 'c']);
    for (const limit of ['1', '2', '3', '4', '5']) {
      const seen: string[] = [];
      let page = await list(here, { limit });
      for (; page.cursor !== undefined; page = await list(here, { limit, cursor: page.cursor })) {
        expect(page.items).toHaveLength(Number(limit));
        seen.push(...idsOf(page));
      }
      expect([...seen, ...idsOf(page)]).toEqual(['f', 'a', 'b', 'e', 'd', 'c']);
      expect(page.items).not.toHaveLength(0);
    }
  });

  it.each([{ limit: '0' }, { limit: '501' }, { cursor: '!' }, { order: 'asc' }])(
    'is no list with %j',
    async (query) => {
      expect((await stand.ask('GET /api/salons', { query: { ...query } })).status).toBe(400);
    },
  );

  it('takes no cursor of another list', async () => {
    const { connect, deliver } = deliveries(stand);
    await connect();
    for (const id of [1, 2]) await deliver({ event: 'deal.created', data: { id } });
    const { cursor } = (await stand.ask('GET /api/deals', { query: { limit: '1' } })).body;
    const { status, body } = await stand.ask('GET /api/salons', { query: { cursor: String(cursor) } });
    expect([status, body]).toMatchObject([400, { error: { fields: { cursor: 'invalid' } } }]);
  });

  it('of forty salons with a hundred types of stages each is far from what a function may answer', async () => {
    const here = await anAccount();
    const { connect } = deliveries(stand);
    const names = Array.from({ length: 100 }, (_, i) => `Этап продажи номер ${i}`);
    const stageTypes = Object.fromEntries(names.map((name) => [name, 'success' as const]));
    for (let i = 0; i < 40; i++) {
      await connect({ accountKey: here.account, key: `salon-${i}`, salonId: String(i), stageTypes });
    }
    const { text, body } = await stand.ask('GET /api/salons', { ...here, query: { limit: '500' } });
    expect(body['items']).toHaveLength(40);
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
  });
});
