import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { anAccount } from '../build/settings.ts';
import { aTelling, E } from './told.ts';

const deal = (data: object = {}) => E('deal.updated', { id: 5, ...data });
const booking = (data: object = {}) => E('booking.updated', { id: 5, ...data });

describe('choices are of the row with the smallest settings version', () => {
  it('the default of a request', async () => {
    const salon = aTelling({ defaultCampaignId: '1' });
    await salon.tell(booking());
    salon.change({ defaultCampaignId: '2' });
    await salon.tell(booking({ comment: 'x' }), E('booking.created', { id: 6 }));
    expect(await salon.request('5')).toMatchObject({ campaignId: '1', attribution: { step: 'default' } });
    expect(await salon.request('6')).toMatchObject({ campaignId: '2' });
  });

  it('the pipeline of a deal', async () => {
    const salon = aTelling({ useDefaultPipeline: true });
    await salon.tell(deal());
    salon.change({ useDefaultPipeline: false });
    await salon.tell(deal({ name: 'x' }), E('deal.created', { id: 6 }));
    expect(await salon.deal('5')).toMatchObject({ pipeline: { id: 'default', name: 'Сделки из ПрофСалона' } });
    expect(await salon.deal('6')).toMatchObject({ pipeline: { id: 'arbat', name: 'Мята, Арбат' } });
  });

  it('and `requestsFrom`', async () => {
    const salon = aTelling({ requestsFrom: 'any' });
    await salon.tell(booking());
    salon.change({ requestsFrom: 'widget' });
    await salon.tell(booking({ comment: 'x' }), E('booking.created', { id: 6 }));
    expect(await salon.request('5')).toMatchObject({ hidden: [] });
    expect(await salon.request('6')).toMatchObject({ hidden: ['origin_unknown'] });
  });

  it('whatever came to the worker first, and however often', async () => {
    const salon = aTelling({ defaultCampaignId: '1' });
    await salon.post({ body: booking() });
    salon.change({ defaultCampaignId: '2' });
    await salon.post({ body: booking({ comment: 'x' }) });
    salon.queued.reverse();
    salon.queued.push(...salon.queued);
    await salon.work();
    expect(await salon.request('5')).toMatchObject({ campaignId: '1' });
  });

  it('so that a replay moves no choice', async () => {
    const salon = aTelling({ defaultCampaignId: '1' });
    await salon.post({ body: booking() });
    const message = JSON.parse(salon.queued[0]!) as { settings: object };
    const settings = { ...message.settings, version: 7, defaultCampaignId: '2', requestsFrom: 'widget' };
    salon.queued.push(JSON.stringify({ ...message, replay: 3, settings }));
    await salon.work();
    expect(await salon.request('5')).toMatchObject({ campaignId: '1', hidden: [] });
  });
});

describe('the contact of an event', () => {
  const keys = async (...clients: object[]) => {
    const salon = aTelling();
    await salon.tell(...clients.map((client) => deal({ client })));
    const found = [...salon.stored().matchAll(/"pk":"arbat#contact#([^"]+)"/g)].map(([, key]) => key);
    return [...new Set(found)].sort();
  };
  const hmac = (text: string) =>
    createHmac('sha256', Buffer.from(anAccount().hmacSecret, 'base64')).update(text).digest('hex');

  it('is known by the client id', async () => {
    expect(await keys({ id: 61, phone: '8 916 123-45-67' })).toEqual(['61']);
  });

  it('else by an HMAC of the smallest phone of that event, else of its smallest e-mail', async () => {
    expect(await keys({ phones: ['8 916 123-45-67', '8 495 111-22-33'], email: 'a@b.ru' })).toEqual([
      hmac('+74951112233'),
    ]);
    expect(await keys({ emails: ['c@d.ru', 'a@b.ru'] })).toEqual([hmac('a@b.ru')]);
  });

  it('else by nothing', async () => {
    expect(await keys({ name: 'Анна' })).toEqual([]);
    expect(await keys({ name: 'Анна', phone: 'в салоне' })).toEqual([]);
  });

  it('of one person are not merged', async () => {
    expect(await keys({ id: 61, phone: '8 916 123-45-67' }, { phone: '8 916 123-45-67' })).toEqual(
      ['61', hmac('+79161234567')].sort(),
    );
  });

  it('without an id is the deal’s only while no event named one with an id', async () => {
    const salon = aTelling();
    await salon.tell(deal({ client: { name: 'Анна', phone: '8 916 123-45-67' } }));
    expect(salon.stored()).toContain(hmac('+79161234567'));
    expect((await salon.deal('5')).contact?.id).toBeUndefined();
    await salon.tell(deal({ client: { id: 61, name: 'Анна' } }), deal({ client: { phone: '8 916 123-45-67' } }));
    expect((await salon.deal('5')).contact).toMatchObject({ id: '61', phone: '+79161234567' });
  });

  it('has never a phone in a key, an id or a log', async () => {
    const salon = aTelling();
    await salon.tell(
      deal({ client: { name: 'Анна', phone: '8 916 123-45-67' } }),
      booking({ client: '8 916 123-45-67' }),
    );
    const items = salon
      .stored()
      .split('\n')
      .map((text) => JSON.parse(text) as Record<string, unknown>);
    for (const { pk, sk, listKey, listSort, salonList } of items) {
      expect(JSON.stringify([pk, sk, listKey, listSort, salonList])).not.toMatch(/9161234567/);
    }
    expect(JSON.stringify(salon.logged())).not.toMatch(/9161234567/);
    expect(
      JSON.stringify((await salon.lines()).map(({ entities, id, unknownPaths }) => [entities, id, unknownPaths])),
    ).not.toMatch(/9161234567/);
  });
});
