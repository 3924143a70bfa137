import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStand, type Ask, type Answer, type Stand } from './stand.ts';

let stand: Stand;
/** An account with both components. */
let here: Ask & { account: string };
beforeAll(async () => {
  stand = await startStand();
});
afterAll(() => stand.close());

const all = {
  isActive: true,
  salonId: '1042',
  salonLogin: 'msc_myata_arbat',
  token: 'a-token-of-the-salon',
  sendRequests: true,
  defaultCampaignId: '10',
  sendDeals: true,
};

/** A salon with all switched on, in an account of its own. */
async function connected(more: object = {}): Promise<string> {
  const body = { name: 'Мята', components: ['offlineRequests', 'endToEndAnalytics'] };
  const { body: account } = await stand.ask('POST /api/accounts', { as: 'operator', body });
  here = { as: 'operator', account: String(account['id']) };
  await stand.putList(
    'campaigns',
    [
      { id: '-1', name: 'Посетители без рекламной кампании' },
      { id: '10', name: 'Маникюр' },
      { id: '11', name: 'Зима', status: 'inactive' },
      { id: '12', name: 'Лето' },
    ],
    here,
  );
  await stand.putList('sources', [{ id: '20', name: 'Онлайн-запись' }], here);
  await stand.putList('sites', [{ id: '30', domainName: 'salon.example.ru' }], here);
  const made = await stand.ask('POST /api/salons', { ...here, body: { ...all, ...more } });
  expect(made.body).toMatchObject({ problems: [] });
  return String(made.body['id']);
}

/** What every default may name is switched off, and both components are taken away. */
async function spoiled(): Promise<void> {
  await stand.putList(
    'campaigns',
    [
      { id: '-1', name: 'Посетители без рекламной кампании' },
      { id: '10', name: 'Маникюр', status: 'inactive' },
      { id: '11', name: 'Зима', status: 'inactive' },
      { id: '12', name: 'Лето' },
    ],
    here,
  );
  await stand.putList('sources', [{ id: '20', name: 'Онлайн-запись', state: 'off' }], here);
  await stand.putList('sites', [{ id: '30', domainName: 'salon.example.ru', state: 'disable' }], here);
  const { account: id } = here;
  await stand.ask('PUT /api/accounts/{id}', { as: 'operator', id, body: { version: 1, components: [] } });
}

const show = (id: string) => stand.ask('GET /api/salons/{id}', { ...here, id });
async function save(id: string, body: object): Promise<Answer> {
  const { version } = (await show(id)).body;
  return stand.ask('PUT /api/salons/{id}', { ...here, id, body: { version, ...body } });
}

const noComponents = [
  { field: 'sendRequests', code: 'component_required' },
  { field: 'sendDeals', code: 'component_required' },
];
const inactive = { field: 'defaultCampaignId', code: 'inactive' };

describe('what has become wrong with the settings of a salon', () => {
  it('is said on it, and it stays as it was', async () => {
    const id = await connected();
    const { body: before } = await show(id);
    await spoiled();
    const problems = [noComponents[0], inactive, noComponents[1]];
    expect((await show(id)).body).toEqual({ ...before, problems });
  });

  it('is gone when the default is changed, and when the component is back', async () => {
    const id = await connected();
    await spoiled();
    expect((await save(id, { defaultCampaignId: '12' })).body).toMatchObject({ problems: noComponents });
    const body = { version: 2, components: ['offlineRequests', 'endToEndAnalytics'] };
    await stand.ask('PUT /api/accounts/{id}', { as: 'operator', id: here.account, body });
    expect((await show(id)).body).toMatchObject({ problems: [] });
  });

  it.each<[string, object, object[]]>([
    ['switched off', { isActive: false }, [noComponents[0]!, inactive, noComponents[1]!]],
    ['told to pass no requests on', { sendRequests: false }, [noComponents[1]!]],
    ['told to pass no deals on', { sendDeals: false }, [noComponents[0]!, inactive]],
    ['switched off as a whole', { isActive: false, sendRequests: false, sendDeals: false }, []],
    ['given a new token', { token: 'a-newer-token' }, [noComponents[0]!, inactive, noComponents[1]!]],
    ['given another name', { salonName: 'Мята, Арбат' }, [noComponents[0]!, inactive, noComponents[1]!]],
  ])('does not hinder that it is %s', async (_what, body, problems) => {
    const id = await connected();
    await spoiled();
    const answer = await save(id, body);
    expect([answer.status, answer.body]).toMatchObject([200, { version: 2, problems }]);
  });

  it('does not hinder a save of the whole page that changes something else', async () => {
    const id = await connected();
    await spoiled();
    const { body: page } = await show(id);
    expect((await save(id, { ...page, salonName: 'Мята' })).status).toBe(200);
  });
});

const toSource = { attributeTo: 'source', defaultSourceId: '20', defaultSiteId: '30' };
const toNoCampaign = { defaultCampaignId: '-1', defaultSiteId: '30' };
const off = { isActive: false };
const silent = { sendRequests: false };
const noComponent = { sendRequests: 'component_required' };

describe('a rule that is broken', () => {
  it.each<[string, object, object, object]>([
    ['a salon without an id is switched on', { ...off, salonId: null }, { isActive: true }, { salonId: 'required' }],
    [
      'a salon without a login is switched on',
      { ...off, salonLogin: null },
      { isActive: true },
      { salonLogin: 'required' },
    ],
    ['a salon without a token is switched on', { ...off, token: null }, { isActive: true }, { token: 'required' }],
    ['the id of an active salon is cleared', {}, { salonId: null }, { salonId: 'required' }],
    ['the login of an active salon is cleared', {}, { salonLogin: ' ' }, { salonLogin: 'required' }],
    ['the token of an active salon is cleared', {}, { token: null }, { token: 'required' }],
    ['a token is required again', { requireToken: false, token: null }, { requireToken: true }, { token: 'required' }],
    ['deals are switched on', { sendDeals: false }, { sendDeals: true }, { sendDeals: 'component_required' }],
    ['requests are switched on', silent, { sendRequests: true }, { ...noComponent, defaultCampaignId: 'inactive' }],
    ['the campaign is changed', {}, { defaultCampaignId: '11' }, { defaultCampaignId: 'inactive' }],
    ['the campaign is cleared', {}, { defaultCampaignId: null }, { defaultCampaignId: 'required' }],
    ['requests go to a campaign again', toSource, { attributeTo: 'campaign' }, { defaultCampaignId: 'inactive' }],
    [
      'requests to a source are switched on',
      { ...silent, ...toSource },
      { sendRequests: true },
      { ...noComponent, defaultSourceId: 'inactive', defaultSiteId: 'disabled' },
    ],
    [
      'requests go to a source from now on',
      { ...toSource, attributeTo: 'campaign' },
      { attributeTo: 'source' },
      { defaultSourceId: 'inactive', defaultSiteId: 'disabled' },
    ],
    ['the source is changed', toSource, { defaultSourceId: '29' }, { defaultSourceId: 'unknown' }],
    ['the site of a source is changed', toSource, { defaultSiteId: '39' }, { defaultSiteId: 'unknown' }],
    [
      'requests to no campaign are switched on',
      { ...silent, ...toNoCampaign },
      { sendRequests: true },
      { ...noComponent, defaultSiteId: 'disabled' },
    ],
    [
      'requests go to no campaign again',
      { ...toSource, ...toNoCampaign },
      { attributeTo: 'campaign' },
      { defaultSiteId: 'disabled' },
    ],
    ['the campaign becomes none', { defaultSiteId: '30' }, { defaultCampaignId: '-1' }, { defaultSiteId: 'disabled' }],
    ['the site of no campaign is changed', toNoCampaign, { defaultSiteId: '39' }, { defaultSiteId: 'unknown' }],
    ['the zone is changed', {}, { timezone: 'Europe/Atlantis' }, { timezone: 'invalid' }],
    ['the currency is changed', {}, { currency: 'QQQ' }, { currency: 'invalid' }],
  ])('refuses a save in which %s', async (_what, made, saved, fields) => {
    const id = await connected(made);
    await spoiled();
    const { status, body } = await save(id, saved);
    expect([status, body]).toEqual([400, { error: { code: 'invalid_settings', message: expect.any(String), fields } }]);
  });

  it('holds no save to it that changes what it does not look at', async () => {
    const id = await connected(toSource);
    await spoiled();
    const { status, body } = await save(id, { defaultCampaignId: '-1' });
    const source = { field: 'defaultSourceId', code: 'inactive' };
    const problems = [noComponents[0], source, { field: 'defaultSiteId', code: 'disabled' }, noComponents[1]];
    expect([status, body]).toMatchObject([200, { problems }]);
  });
});
