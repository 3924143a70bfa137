import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

const request = {
  id: 'arbat.b.558213',
  extId: '558213',
  salon: 'arbat',
  salonId: '1042',
  dateTime: '2026-03-14T09:31:05.000Z',
  name: 'Екатерина Смирнова',
  phone: '+79161234567',
  email: 'smirnova.k@example.ru',
  bookingStatus: 'new',
  startsAt: '2026-03-17T12:30:00.000Z',
  amount: 350000,
  currency: 'RUB',
  origin: 'widget',
  visitorSessionId: '14783260762',
  attribution: { step: 'session', reason: 'visitor_session' },
  noContact: false,
  hidden: [],
};

const deal = {
  id: 'arbat.d.771904',
  extId: '771904',
  salon: 'arbat',
  salonId: '1042',
  name: 'Запись №558213: Маникюр с покрытием гель-лак',
  revenue: 315000,
  paidAmount: 315000,
  currency: 'RUB',
  createdDateTime: '2026-03-14T09:31:00.000Z',
  modifiedDateTime: '2026-03-17T14:05:44.000Z',
  closedDateTime: '2026-03-17T14:05:44.000Z',
  pipeline: { id: 'default', name: 'Сделки из ПрофСалона' },
  senderPipeline: { id: '1', name: 'Записи' },
  stage: { id: '40', name: 'Оплачено', type: 'success', order: 40 },
  contact: { id: '90311', name: 'Екатерина Смирнова', phone: '+79161234567' },
  manager: { id: '12', name: 'Ольга Белова', role: 'администратор' },
  deleted: false,
  hidden: [],
};

describe('a request', () => {
  it('is listed with the columns of its page', async () => {
    const { status, body } = await stand.ask('GET /api/requests', { query: march });
    expect(status).toBe(200);
    expect(body).toEqual({ items: [request] });
  });

  it('is shown with all that is known of it and what it was folded from', async () => {
    const { status, body } = await stand.ask('GET /api/requests/{id}', { id: request.id });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...request,
      message: 'Хочу к Анне, если можно пораньше',
      number: 'З-558213',
      durationMin: 90,
      prepaid: 0,
      phones: ['+74951112233', '+79161234567'],
      emails: ['smirnova.k@example.ru'],
      services: [
        { id: '17', name: 'Маникюр с покрытием гель-лак', price: 250000, quantity: '1' },
        { id: '23', name: 'Парафинотерапия рук', price: 100000, quantity: '1' },
      ],
      staff: { id: '77', name: 'Анна Котова' },
      pageUrl: 'https://myata-salon.ru/manikyur/?utm_source=yandex&utm_medium=cpc',
      referrer: 'https://yandex.ru/',
      utm: {
        source: 'yandex',
        medium: 'cpc',
        campaign: 'manikyur_msk',
        term: 'маникюр арбат',
        content: 'ad_2',
      },
      clickIds: { yclid: '11223344556677', ymClientId: '1743415929559311987' },
      userFields: [{ id: 'promo', name: 'Промокод', value: 'МАРТ10' }],
      warnings: [],
      events: [
        expect.objectContaining({ kind: 'booking', act: 'created', receivedAt: '2026-03-14T09:31:08.000Z' }),
        expect.objectContaining({ kind: 'deal', act: 'updated', receivedAt: '2026-03-17T14:05:46.000Z' }),
      ],
    });
  });
});

describe('a deal', () => {
  it('is listed with the columns of its page', async () => {
    const { body } = await stand.ask('GET /api/deals', { query: march });
    expect(body).toEqual({ items: [deal] });
  });

  it('is shown with all that is known of it and what it was folded from', async () => {
    const { status, body } = await stand.ask('GET /api/deals/{id}', { id: deal.id });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...deal,
      cost: 64050,
      modifiedStageDateTime: '2026-03-17T14:05:44.000Z',
      stageHistory: [
        {
          id: '40',
          name: 'Оплачено',
          type: 'success',
          order: 40,
          pipeline: { id: '1', name: 'Записи' },
          at: '2026-03-17T14:05:44.000Z',
        },
      ],
      contact: { ...deal.contact, phones: ['+74951112233', '+79161234567'], emails: [] },
      isRepeat: false,
      source: 'Виджет онлайн-записи',
      comments: 'Скидка 10% по промокоду',
      tags: [{ id: 'vip', name: 'VIP' }],
      services: [],
      userFields: [
        { id: 'master', name: 'Мастер', type: 'string', value: 'Анна Котова' },
        { id: 'service_count', name: 'Кол-во услуг', type: 'numeric', value: '2' },
      ],
      bookingIds: ['558213'],
      warnings: [],
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
