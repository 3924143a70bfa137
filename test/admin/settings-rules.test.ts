import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
  await stand.putList('campaigns', [
    { id: '-1', name: 'Посетители без рекламной кампании' },
    { id: '10', name: 'Маникюр' },
    { id: '11', name: 'Зима', status: 'inactive' },
  ]);
  await stand.putList('sources', [
    { id: '20', name: 'Онлайн-запись' },
    { id: '21', name: '2ГИС', state: 'off' },
    { id: '22', name: 'Старый', state: 'removed' },
  ]);
  await stand.putList('sites', [
    { id: '30', domainName: 'salon.example.ru' },
    { id: '31', domainName: 'old.example.ru', state: 'disable' },
  ]);
});
afterAll(() => stand.close());

const token = 'a-token-of-the-salon';
const active = { isActive: true, salonId: '1042', salonLogin: 'msc_myata_arbat', token };

async function fieldsOf(body: object, as = 'admin'): Promise<unknown> {
  const answer = await stand.ask('POST /api/salons', { as, body });
  if (answer.status === 201) return 'saved';
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ error: { code: 'invalid_settings' } });
  return (answer.body['error'] as { fields: unknown }).fields;
}

describe('an active salon', () => {
  it.each<[string, object, unknown]>([
    ['needs its id', { ...active, salonId: null }, { salonId: 'required' }],
    ['needs an id of more than blanks', { ...active, salonId: '  ' }, { salonId: 'required' }],
    ['needs its login', { ...active, salonLogin: null }, { salonLogin: 'required' }],
    ['needs a token', { ...active, token: null }, { token: 'required' }],
    ['needs no token when none is required', { ...active, salonId: '7', token: null, requireToken: false }, 'saved'],
    ['is saved with all three', active, 'saved'],
  ])('%s', async (_title, body, expected) => {
    expect(await fieldsOf(body)).toEqual(expected);
  });

  it('is free of these while it is off', async () => {
    expect(await fieldsOf({ isActive: false })).toBe('saved');
  });
});

describe('passing requests on', () => {
  const on = { sendRequests: true };
  const bySource = { ...on, attributeTo: 'source' };
  it.each<[string, object, unknown]>([
    ['needs a default campaign', on, { defaultCampaignId: 'required' }],
    ['needs a campaign that exists', { ...on, defaultCampaignId: '99' }, { defaultCampaignId: 'unknown' }],
    ['needs a campaign that is active', { ...on, defaultCampaignId: '11' }, { defaultCampaignId: 'inactive' }],
    ['takes an active campaign without a site', { ...on, defaultCampaignId: '10' }, 'saved'],
    ['needs a site with campaign -1', { ...on, defaultCampaignId: '-1' }, { defaultSiteId: 'required' }],
    [
      'needs a site that exists with campaign -1',
      { ...on, defaultCampaignId: '-1', defaultSiteId: '99' },
      { defaultSiteId: 'unknown' },
    ],
    ['takes campaign -1 with a site', { ...on, defaultCampaignId: '-1', defaultSiteId: '30' }, 'saved'],
    ['needs a source and a site', bySource, { defaultSourceId: 'required', defaultSiteId: 'required' }],
    [
      'needs a source that exists',
      { ...bySource, defaultSourceId: '99', defaultSiteId: '30' },
      { defaultSourceId: 'unknown' },
    ],
    [
      'needs a source that is not off',
      { ...bySource, defaultSourceId: '21', defaultSiteId: '30' },
      { defaultSourceId: 'inactive' },
    ],
    [
      'needs a source that is not removed',
      { ...bySource, defaultSourceId: '22', defaultSiteId: '30' },
      { defaultSourceId: 'inactive' },
    ],
    [
      'needs a site that is not disabled',
      { ...bySource, defaultSourceId: '20', defaultSiteId: '31' },
      { defaultSiteId: 'disabled' },
    ],
    ['takes a source with a site', { ...bySource, defaultSourceId: '20', defaultSiteId: '30' }, 'saved'],
    ['needs no default while it is off', { attributeTo: 'source' }, 'saved'],
  ])('%s', async (_title, body, expected) => {
    expect(await fieldsOf(body)).toEqual(expected);
  });

  it('needs the component offlineRequests of the account', async () => {
    expect(await fieldsOf({ sendRequests: true }, 'stranger')).toMatchObject({ sendRequests: 'component_required' });
  });
});

describe('passing deals on', () => {
  it('needs the component endToEndAnalytics of the account', async () => {
    expect(await fieldsOf({ sendDeals: true }, 'stranger')).toEqual({ sendDeals: 'component_required' });
    expect(await fieldsOf({ sendDeals: true })).toBe('saved');
  });
});

describe('time zone and currency', () => {
  it.each([
    ['Europe/Moscow', 'saved'],
    ['UTC', 'saved'],
    ['Europe/Atlantis', { timezone: 'invalid' }],
    ['+03:00', { timezone: 'invalid' }],
    ['', { timezone: 'invalid' }],
    ['  ', { timezone: 'invalid' }],
  ])('of a zone, %s: %j', async (timezone, expected) => {
    expect(await fieldsOf({ timezone })).toEqual(expected);
  });

  it('are real ones', async () => {
    expect((await stand.ask('POST /api/salons', { body: { currency: 'kzt' } })).body).toMatchObject({
      currency: 'KZT',
    });
    expect(await fieldsOf({ currency: 'QQQ' })).toEqual({ currency: 'invalid' });
  });
});

describe('broken rules', () => {
  it('are all named at once', async () => {
    const body = {
      isActive: true,
      sendRequests: true,
      sendDeals: true,
      attributeTo: 'source',
      timezone: 'Nowhere/At_All',
    };
    expect(await fieldsOf(body, 'stranger')).toEqual({
      token: 'required',
      salonId: 'required',
      salonLogin: 'required',
      sendRequests: 'component_required',
      defaultSourceId: 'required',
      defaultSiteId: 'required',
      sendDeals: 'component_required',
      timezone: 'invalid',
    });
  });

  it('leave what is stored as it was', async () => {
    const { body: salon } = await stand.ask('POST /api/salons', { body: { salonName: 'Мята' } });
    const id = String(salon['id']);
    await stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, salonName: 'Иная', isActive: true } });
    expect((await stand.ask('GET /api/salons/{id}', { id })).body).toEqual(salon);
  });
});
