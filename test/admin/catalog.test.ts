import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

describe('a catalog', () => {
  it('is empty at first, and is what was put', async () => {
    expect((await stand.ask('GET /api/catalog/sites', { as: 'stranger' })).body).toEqual({ items: [] });
    const items = [{ id: '-1', name: 'Посетители без рекламной кампании', status: 'active' }];
    const put = await stand.ask('PUT /api/catalog/campaigns', { as: 'stranger', body: { items } });
    expect([put.status, put.body]).toEqual([200, { items }]);
    expect((await stand.ask('GET /api/catalog/campaigns', { as: 'stranger' })).body).toEqual({ items });
    expect((await stand.ask('GET /api/catalog/campaigns')).body).not.toEqual({ items });
  });

  it('has no two entries of one id', async () => {
    const items = [
      { id: '1', domainName: 'a.example.ru' },
      { id: '2', domainName: 'b.example.ru' },
      { id: ' 1', domainName: 'c.example.ru' },
    ];
    const { status, body } = await stand.ask('PUT /api/catalog/sites', { as: 'stranger', body: { items } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { fields: { 'items.2.id': 'duplicate' } } });
  });

  it('of thousands of entries comes back whole', async () => {
    const items = Array.from({ length: 5000 }, (_, i) => ({ id: String(i), name: `Источник ${i}`, state: 'active' }));
    expect((await stand.ask('PUT /api/catalog/sources', { as: 'stranger', body: { items } })).status).toBe(200);
    expect((await stand.ask('GET /api/catalog/sources', { as: 'stranger' })).body).toEqual({ items });
  });

  it('that fits in no item is refused', async () => {
    const noise = (i: number) =>
      Array.from({ length: 250 }, (_, j) => String.fromCodePoint(0x4e00 + ((i * 7919 + j * j * 104729) % 20000))).join(
        '',
      );
    const items = Array.from({ length: 3000 }, (_, i) => ({ id: String(i), name: noise(i) }));
    const { status, body } = await stand.ask('PUT /api/catalog/sources', { as: 'stranger', body: { items } });
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: { code: 'too_large' } });
  });

  it('that is saved leaves an audit line: who, when, and how many entries, not which', async () => {
    const put = (items: object[], as: object) => stand.ask('PUT /api/catalog/campaigns', { ...as, body: { items } });
    const one = { id: '1', name: 'Маникюр' };
    await put([one], {});
    await put([one, { ...one, id: '2' }, { ...one, id: '3' }], { as: 'operator', account: 'demo' });
    await put([one, one], {});
    const line = { v: 1, at: expect.any(String), catalog: 'campaigns', what: 'catalog_saved' };
    expect(await stand.settings.listAudit('demo')).toEqual([
      { ...line, subject: 'admin', version: 1, changes: { items: { from: 0, to: 1 } } },
      { ...line, subject: 'operator', version: 2, changes: { items: { from: 1, to: 3 } } },
    ]);
  });

  it('names the field of the entry at fault', async () => {
    const items = [
      { id: '1', name: 'a' },
      { id: 'x', name: '' },
    ];
    const { body } = await stand.ask('PUT /api/catalog/campaigns', { as: 'stranger', body: { items } });
    expect(body).toMatchObject({ error: { fields: { 'items.1.id': 'regex', 'items.1.name': 'min_length' } } });
  });
});
