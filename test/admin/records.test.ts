import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bookedRequest, paidDeal } from '../build/sample-records.ts';
import { without } from '../build/without.ts';
import { deliveries } from './deliver.ts';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
const sample = (name: string) => JSON.parse(readFileSync(`samples/${name}`, 'utf8')) as object;
beforeAll(async () => {
  stand = await startStand();
  const { connect, deliver } = deliveries(stand);
  await connect();
  await connect({ key: 'far', accountKey: 'other' });
  await deliver(sample('booking-created.json'), { receivedAt: '2026-03-14T09:31:08.000Z' });
  await deliver(sample('deal-updated.json'), { receivedAt: '2026-03-17T14:05:46.000Z' });
});
afterAll(() => stand.close());

const march = { from: '2026-03-01', to: '2026-04-01' };

const request = { id: 'arbat.b.558213', salon: 'arbat', ...bookedRequest };
const deal = { id: 'arbat.d.771904', salon: 'arbat', ...paidDeal };

describe('a request', () => {
  it('is listed with the columns of its page', async () => {
    const { status, body } = await stand.ask('GET /api/requests', { query: march });
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        without(
          request,
          'message',
          'number',
          'durationMin',
          'prepaid',
          'phones',
          'emails',
          'services',
          'staff',
          'pageUrl',
          'referrer',
          'utm',
          'clickIds',
          'userFields',
          'warnings',
        ),
      ],
    });
  });

  it('is shown with all that is known of it and what it was folded from', async () => {
    const { status, body } = await stand.ask('GET /api/requests/{id}', { id: request.id });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...request,
      decided: { version: 1, jobs: [] },
      delivery: { state: 'off' },
      events: [
        expect.objectContaining({ kind: 'booking', act: 'created', receivedAt: '2026-03-14T09:31:08.000Z' }),
        expect.objectContaining({ kind: 'deal', act: 'updated', receivedAt: '2026-03-17T14:05:46.000Z' }),
      ],
    });
  });
});

describe('a request that gave way to that of the booking that its deal names', () => {
  const id = 'arbat.d.771904';

  it('is in no list', async () => {
    for (const hidden of ['true', 'false']) {
      const { body } = await stand.ask('GET /api/requests', { query: { ...march, hidden } });
      expect(body).toMatchObject({ items: [{ id: request.id }] });
      expect(body['items']).toHaveLength(1);
    }
  });

  it('answers which requests it gave way to, and its events', async () => {
    const { status, body } = await stand.ask('GET /api/requests/{id}', { id });
    expect(status).toBe(200);
    expect(body).toEqual({
      id,
      salon: 'arbat',
      salonId: '1042',
      hidden: ['superseded'],
      supersededBy: [request.id],
      delivery: { state: 'off' },
      events: [
        {
          eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
          receivedAt: '2026-03-17T14:05:46.000Z',
          dateTime: '2026-03-17T14:05:44.000Z',
          kind: 'deal',
          act: 'updated',
          changed: [],
        },
      ],
    });
  });
});

describe('a deal', () => {
  it('is listed with the columns of its page', async () => {
    const { body } = await stand.ask('GET /api/deals', { query: march });
    const listed = without(
      deal,
      'cost',
      'modifiedStageDateTime',
      'stageHistory',
      'isRepeat',
      'source',
      'comments',
      'tags',
      'services',
      'userFields',
      'bookingIds',
      'warnings',
    );
    const shown = { stage: without(deal.stage, 'typeFrom'), contact: without(deal.contact, 'phones', 'emails') };
    expect(body).toEqual({ items: [{ ...listed, ...shown }] });
  });

  it('is shown with all that is known of it and what it was folded from', async () => {
    const { status, body } = await stand.ask('GET /api/deals/{id}', { id: deal.id });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...deal,
      decided: { version: 1, jobs: [] },
      delivery: { state: 'off' },
      events: [
        {
          eventId: expect.stringMatching(/^[0-9a-f]{64}$/),
          receivedAt: '2026-03-17T14:05:46.000Z',
          dateTime: '2026-03-17T14:05:44.000Z',
          kind: 'deal',
          act: 'updated',
          changed: expect.arrayContaining(['name', 'revenue', 'stage', 'contact']),
        },
      ],
    });
  });

  it('is typed by the settings of today', async () => {
    const before = (await stand.settings.findSalon('demo', 'arbat'))!;
    await stand.settings.saveSalon({ ...before, version: 2, stageTypes: { 'Клиент пришёл': 'failed' } }, before);
    const { body } = await stand.ask('GET /api/pipelines');
    expect(body).toEqual({
      items: [
        {
          id: 'default',
          name: 'Сделки из ПрофСалона',
          stages: [
            { id: 'success', name: 'Оплачено', type: 'success', order: 10 },
            { id: 'failed', name: 'Клиент пришёл', type: 'failed', order: 20 },
          ],
        },
      ],
    });
  });
});

describe('a record of another account', () => {
  it.each([
    ['GET /api/requests/{id}', request.id],
    ['GET /api/deals/{id}', deal.id],
  ])('is not there for %s', async (route, id) => {
    expect((await stand.ask(route, { as: 'stranger', id })).status).toBe(404);
    expect((await stand.ask(route, { as: 'operator', account: 'other', id })).status).toBe(404);
    expect((await stand.ask(route, { as: 'operator', account: 'demo', id })).status).toBe(200);
  });

  it('is in none of its lists', async () => {
    for (const route of ['GET /api/requests', 'GET /api/deals', 'GET /api/events']) {
      const query = route.endsWith('events') ? {} : { ...march, hidden: 'true' };
      expect((await stand.ask(route, { as: 'stranger', query })).body).toEqual({ items: [] });
    }
    expect((await stand.ask('GET /api/requests', { as: 'stranger', query: { salon: 'arbat' } })).status).toBe(400);
  });
});

describe('what is no record', () => {
  it.each([
    '',
    'x',
    'arbat.d.1',
    'arbat.b.771904',
    'arbat.x.771904',
    'far.d.771904',
    '../arbat.d.771904',
    'arbat.d.~',
    'arbat#.d.1',
  ])('is not found: %j', async (id) => {
    expect((await stand.ask('GET /api/deals/{id}', { id })).status).toBe(404);
  });
});

describe('the managers of an account', () => {
  it('are those whom its deals have named', async () => {
    expect(await stand.ask('GET /api/managers')).toMatchObject({
      status: 200,
      body: { items: [{ salon: 'arbat', salonId: '1042', extId: deal.manager.id, name: deal.manager.name }] },
    });
  });
});
