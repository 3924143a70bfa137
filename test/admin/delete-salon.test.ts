import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliveries } from './deliver.ts';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
let deliver: ReturnType<typeof deliveries>['deliver'];
beforeAll(async () => {
  stand = await startStand();
  const { connect, deliver: put } = deliveries(stand);
  deliver = put;
  await connect({ key: 'kept', salonId: '1' });
  await connect({ key: 'gone', salonId: '2', hookKeys: [{ key: 'hook-key-of-the-gone-salon-0123456789abcd' }] });
});
afterAll(() => stand.close());

const march = { from: '2026-03-01', to: '2026-04-01' };
const booking = { event: 'booking.created', data: { id: 5, created_at: '2026-03-14 10:00:00', phone: '+79161234567' } };
const itemsOf = async (route: string, query: Record<string, string> = {}) =>
  (await stand.ask(route, { query })).body['items'] as { id: string }[];
const stored = () => stand.settings.findAnySalon('demo', 'gone');

describe('a salon that is deleted', () => {
  beforeAll(async () => {
    await deliver(booking, { salonKey: 'gone' });
    expect(await itemsOf('GET /api/requests', march)).toHaveLength(1);
    const { status, body } = await stand.ask('DELETE /api/salons/{id}', { id: 'gone' });
    expect([status, body]).toEqual([200, { id: 'gone', deletedAt: expect.any(String) }]);
  });

  it('is hidden with its records, and cannot be saved, rotated or deleted again', async () => {
    expect((await itemsOf('GET /api/salons')).map(({ id }) => id)).toEqual(['kept']);
    expect(await itemsOf('GET /api/requests', march)).toEqual([]);
    expect(await itemsOf('GET /api/contacts', march)).toEqual([]);
    const found = await stand.ask('POST /api/search', { body: { phone: '+79161234567' } });
    expect(found.body).toMatchObject({ requests: [], deals: [] });
    const calls = [
      ['GET /api/requests/{id}', 'gone.b.5'],
      ['GET /api/salons/{id}', 'gone'],
      ['GET /api/salons/{id}/fields', 'gone'],
      ['GET /api/salons/{id}/hooks', 'gone'],
      ['DELETE /api/salons/{id}', 'gone'],
    ] as const;
    for (const [route, id] of calls) expect([route, (await stand.ask(route, { id })).status]).toEqual([route, 404]);
    for (const route of ['PUT /api/salons/{id}', 'POST /api/salons/{id}/rotate-hook']) {
      expect((await stand.ask(route, { id: 'gone', body: { version: 2 } })).status).toBe(404);
    }
    expect((await stand.ask('GET /api/requests', { query: { salon: 'gone' } })).status).toBe(400);
  });

  it('is listed for admins, who may restore it, alone', async () => {
    const deleted = await stand.ask('GET /api/salons', { query: { deleted: 'true' } });
    expect(deleted.body['items']).toMatchObject([
      { id: 'gone', isActive: false, version: 2, deletedAt: (await stored())!.deletedAt },
    ]);
    expect((await stand.ask('GET /api/salons', { as: 'viewer', query: { deleted: 'true' } })).status).toBe(403);
    expect((await stand.ask('GET /api/salons', { as: 'stranger', query: { deleted: 'true' } })).body).toEqual({
      items: [],
    });
    expect((await itemsOf('GET /api/salons')).map((item) => 'deletedAt' in item)).toEqual([false]);
  });

  it('has no hook key that admits, and leaves its id to another', async () => {
    const salon = (await stored())!;
    expect(salon.hookKeys.map(({ endsAt }) => endsAt)).toEqual([salon.deletedAt]);
    expect(salon.isActive).toBe(false);
  });

  it('still stores what was queued, and comes back switched off with all that it had', async () => {
    await deliver({ ...booking, data: { ...booking.data, id: 6 } }, { salonKey: 'gone' });
    const { status, body } = await stand.ask('POST /api/salons/{id}/restore', { id: 'gone' });
    expect([status, body]).toMatchObject([200, { id: 'gone', isActive: false, version: 3 }]);
    expect(body['webhookUrl']).not.toContain('hook-key-of-the-gone-salon');
    expect((await itemsOf('GET /api/requests', march)).map(({ id }) => id).sort()).toEqual(['gone.b.5', 'gone.b.6']);
    expect((await stored())!.hookKeys.map(({ endsAt }) => endsAt === undefined)).toEqual([true, false]);
    expect((await stand.ask('POST /api/salons/{id}/restore', { id: 'gone' })).status).toBe(404);
    expect((await stand.ask('GET /api/salons', { query: { deleted: 'true' } })).body).toEqual({ items: [] });
  });
});

describe('the webhook URL of a salon', () => {
  const rotate = async (body: object) => stand.ask('POST /api/salons/{id}/rotate-hook', { id: 'kept', body });
  const hooks = async () =>
    (await stand.ask('GET /api/salons/{id}/hooks', { as: 'viewer', id: 'kept' })).body['items'] as {
      last4: string;
      createdAt: string;
      by?: string;
      endsAt?: string;
    }[];

  it('is another after a rotation; the one before has a day, or none, and the one before that has none', async () => {
    const [first] = await hooks();
    expect((await rotate({})).status).toBe(400);
    expect((await rotate({ version: 7 })).status).toBe(409);
    const { body } = await rotate({ version: 1 });
    const [second, before] = await hooks();
    expect(String(body['webhookUrl']).slice(-4)).toBe(second!.last4);
    expect(second).toEqual({ last4: second!.last4, createdAt: body['updatedAt'], by: 'admin' });
    const hours = (Date.parse(before!.endsAt!) - Date.parse(second!.createdAt)) / 3_600_000;
    expect([before!.last4, hours]).toEqual([first!.last4, 24]);

    const again = await rotate({ version: 2, revokeNow: true });
    const [, ended, oldest] = await hooks();
    const at = again.body['updatedAt'];
    expect([ended!.endsAt, oldest!.endsAt]).toEqual([at, at]);
  });

  it('admits by the door as soon as it is answered', async () => {
    const salon = (await stand.settings.findSalon('demo', 'kept'))!;
    const hook = await stand.tables.settings.get(`hook#${salon.hookKeys[0]!.key}`, 'hook');
    expect(JSON.parse(String(hook!['body']))).toEqual({ v: 1, accountKey: 'demo', salonKey: 'kept' });
  });

  it('is kept among the last twenty', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const { version } = (await stand.ask('GET /api/salons/{id}', { id: 'kept' })).body;
      await rotate({ version });
    }
    const all = await hooks();
    expect(all).toHaveLength(20);
    expect(all.filter(({ endsAt }) => endsAt === undefined)).toHaveLength(1);
  });
});

describe('the audit', () => {
  const audit = async (query: Record<string, string> = {}, as = 'admin') =>
    (await stand.ask('GET /api/audit', { as, query })).body as {
      items: { what: string; salon?: string; subject: string; changes: object }[];
      cursor?: string;
    };

  it('tells the acts of a salon, newest first, and no secret', async () => {
    const { items } = await audit({ salon: 'gone' });
    expect(items.map(({ what }) => what)).toEqual(['salon_restored', 'salon_deleted']);
    expect(items[1]).toMatchObject({ subject: 'admin', salon: 'gone', changes: {} });
    const { key } = (await stored())!.hookKeys[0]!;
    expect(items[0]).toMatchObject({ changes: { hookKey: { to: { last4: key.slice(-4) } } } });
    expect(JSON.stringify(items)).not.toContain(key.slice(0, 20));
  });

  it('is read page by page, each line once, both ways', async () => {
    for (const order of ['asc', 'desc']) {
      const told: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await audit({ what: 'hook_rotated', order, limit: '5', ...(cursor && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(5);
        told.push(...page.items.map((item) => JSON.stringify(item)));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect([told.length, new Set(told).size]).toEqual([22, 22]);
    }
  });

  it('takes no cursor of another query, and is of the own account', async () => {
    const { cursor = '' } = await audit({ what: 'hook_rotated', limit: '5' });
    expect((await stand.ask('GET /api/audit', { query: { cursor } })).status).toBe(400);
    expect((await audit({}, 'admin')).items.length).toBeGreaterThan(20);
    expect((await stand.ask('GET /api/audit', { as: 'operator', account: 'other' })).body).toEqual({ items: [] });
    expect((await stand.ask('GET /api/audit', { as: 'viewer' })).status).toBe(403);
  });
});
