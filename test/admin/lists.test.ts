import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deciding } from '../build/settings.ts';
import { deliveries } from './deliver.ts';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
/** Bookings 1 … 7 of seven days of March at 12:00 in Moscow; the fifth was written down by a person in the salon. */
beforeAll(async () => {
  stand = await startStand();
  const { connect, deliver } = deliveries(stand);
  await connect();
  await connect({ key: 'tverskaya', salonId: '2044', createdAt: '2026-03-02T00:00:00.000Z' });
  for (let day = 1; day <= 7; day++) {
    const origin = day === 5 ? 'admin' : 'widget';
    const client = day === 6 ? {} : { client: { name: 'Анна', phone: `+7916123456${day}` } };
    const status = day === 7 ? 'cancelled' : 'new';
    const data = { id: day, created_at: `2026-03-0${day} 12:00:00`, origin, status, ...client };
    await deliver({ event: 'booking.created', data }, day === 3 ? { salonKey: 'tverskaya' } : {});
  }
  const dealsAlone = { settings: deciding({ sendRequests: false }) };
  const deals = [
    {
      event: 'deal.created',
      data: { id: 1, created_at: '2026-03-01 00:00:00', stage: { name: 'Новая' }, manager: { id: 12 } },
    },
    { event: 'deal.created', data: { id: 2, created_at: '2026-03-02 00:00:00', stage: { name: 'Оплачено' } } },
    { event: 'deal.deleted', data: { id: 2, updated_at: '2026-03-02 13:00:00' } },
  ];
  for (const deal of deals) await deliver(deal, dealsAlone);
});
afterAll(() => stand.close());

const march = { from: '2026-03-01', to: '2026-04-01' };
type Item = Record<string, unknown>;

async function list(query: Record<string, string> = {}, route = 'GET /api/requests'): Promise<Item[]> {
  const { status, body } = await stand.ask(route, { query: { ...march, ...query } });
  expect(status).toBe(200);
  return body['items'] as Item[];
}
const idsOf = (items: Item[]) => items.map((item) => item['extId']);

describe('a list', () => {
  it('is sorted by date, newest first, or oldest first when asked', async () => {
    expect(idsOf(await list())).toEqual(['7', '6', '4', '3', '2', '1']);
    expect(idsOf(await list({ order: 'asc' }))).toEqual(['1', '2', '3', '4', '6', '7']);
  });

  it.each(['asc', 'desc'])('is read page by page without a gap or a repeat (%s)', async (order) => {
    const all = idsOf(await list({ order }));
    const seen: unknown[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const query = { ...march, order, limit: '2', ...(cursor === undefined ? {} : { cursor }) };
      const { body } = await stand.ask('GET /api/requests', { query });
      const ids = idsOf(body['items'] as Item[]);
      sizes.push(ids.length);
      seen.push(...ids);
      cursor = body['cursor'] as string | undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(all);
    expect(sizes).toEqual([2, 2, 2]);
  });

  it('has only what belongs to the campaign or source that is asked for', async () => {
    expect(idsOf(await list({ campaign: '230144' }))).toEqual(['7', '6', '4', '3', '2', '1']);
    expect(await list({ campaign: '230145' })).toEqual([]);
    expect(await list({ source: '601' })).toEqual([]);
  });

  it('has only deals of the pipeline, the stage and the manager that are asked for', async () => {
    const deals = (query: Record<string, string>) => list(query, 'GET /api/deals').then(idsOf);
    expect(await deals({ pipeline: 'default' })).toEqual(['1']);
    expect(await deals({ pipeline: 'arbat' })).toEqual([]);
    expect(await deals({ stage: 'НОВАЯ' })).toEqual(['1']);
    expect(await deals({ stage: 'Оплачено' })).toEqual([]);
    expect(await deals({ type: 'in_process' })).toEqual(['1']);
    expect(await deals({ type: 'none' })).toEqual([]);
    expect(await deals({ manager: '12' })).toEqual(['1']);
    expect(await deals({ manager: '13' })).toEqual([]);
  });

  it('hides what does not count; hidden=true shows that too, with why', async () => {
    const shown = await list({ hidden: 'true' });
    expect(idsOf(shown)).toContain('5');
    expect(shown.find(({ extId }) => extId === '5')).toMatchObject({ hidden: ['not_from_widget'] });
    expect(idsOf(await list({}, 'GET /api/deals'))).toEqual(['1']);
    expect(await list({ hidden: 'true' }, 'GET /api/deals')).toMatchObject([
      { extId: '2', hidden: ['deleted'] },
      { extId: '1', hidden: [] },
    ]);
  });

  it('takes dates as days of the account, the end left out', async () => {
    expect(idsOf(await list({ from: '2026-03-02', to: '2026-03-04' }))).toEqual(['3', '2']);
    // 12:00 in Moscow is 09:00 UTC.
    expect(idsOf(await list({ from: '2026-03-02T09:00:00Z', to: '2026-03-03T09:00:00Z' }))).toEqual(['2']);
    expect(idsOf(await list({ from: '2026-03-02T12:00:00.001+03:00', to: '2026-03-03T12:00:00.001+03:00' }))).toEqual([
      '3',
    ]);
  });

  it('is of the last 30 days unless told', async () => {
    const { deliver } = deliveries(stand);
    const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString();
    await deliver({ event: 'booking.created', data: { id: 'young', created_at: days(29), origin: 'widget' } });
    await deliver({ event: 'booking.created', data: { id: 'old', created_at: days(31), origin: 'widget' } });
    const { body } = await stand.ask('GET /api/requests');
    expect(idsOf(body['items'] as Item[])).toEqual(['young']);
    const before = await stand.ask('GET /api/requests', { query: { to: days(29.5) } });
    expect(idsOf(before.body['items'] as Item[])).toEqual(['old']);
  });

  it('is of requests without a source of their own: by the default, or by none', async () => {
    const { deliver } = deliveries(stand);
    const april = { from: '2026-04-01', to: '2026-05-01' };
    const tell = (id: string, more: object, settings = {}) =>
      deliver(
        { event: 'booking.created', data: { id, created_at: '2026-04-02 12:00', origin: 'widget', ...more } },
        settings,
      );
    await tell('seen', { session: { visitor_session_id: 1478 } });
    await tell('default', {});
    await tell('none', {}, { settings: deciding({ defaultCampaignId: undefined }) });
    const { body } = await stand.ask('GET /api/requests', { query: april });
    const steps = (body['items'] as { extId: string; attribution: { step: string } }[]).map((item) => [
      item.extId,
      item.attribution.step,
    ]);
    expect(Object.fromEntries(steps)).toEqual({ seen: 'session', default: 'default', none: 'none' });
    expect(idsOf(await list({ ...april, step: 'unfound' })).sort()).toEqual(['default', 'none']);
  });

  it('is of one salon, by our key or by the id that ProfSalon gives it', async () => {
    expect(idsOf(await list({ salon: 'tverskaya' }))).toEqual(['3']);
    expect(idsOf(await list({ salon: '2044' }))).toEqual(['3']);
    expect(idsOf(await list({ salon: 'arbat', limit: '1' }))).toEqual(['7']);
    const { status, body } = await stand.ask('GET /api/requests', { query: { salon: 'nowhere' } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { fields: { salon: 'unknown' } } });
  });

  it('is filtered by status, by step, by what lacks a contact, and deals by the type of their stage', async () => {
    expect(idsOf(await list({ status: 'cancelled' }))).toEqual(['7']);
    expect(idsOf(await list({ step: 'default' }))).toHaveLength(6);
    expect(idsOf(await list({ step: 'session' }))).toEqual([]);
    expect(idsOf(await list({ noContact: 'true' }))).toEqual(['6']);
    expect(idsOf(await list({ noContact: 'false' }))).toEqual(['7', '4', '3', '2', '1']);
    expect(idsOf(await list({ type: 'in_process' }, 'GET /api/deals'))).toEqual(['1']);
    expect(idsOf(await list({ type: 'success' }, 'GET /api/deals'))).toEqual([]);
    expect(idsOf(await list({ type: 'success', hidden: 'true' }, 'GET /api/deals'))).toEqual(['2']);
  });
});
