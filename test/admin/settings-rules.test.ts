import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await startStand();
  const put = (name: string, items: object[]) => stand.ask(`PUT /api/catalog/${name}`, { body: { items } });
  await put('campaigns', [
    { id: '-1', name: 'Посетители без рекламной кампании' },
    { id: '10', name: 'Маникюр' },
    { id: '11', name: 'Зима', status: 'inactive' },
  ]);
  await put('sources', [
    { id: '20', name: 'Онлайн-запись' },
    { id: '21', name: '2ГИС', state: 'off' },
    { id: '22', name: 'Старый', state: 'removed' },
  ]);
  await put('sites', [
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
    ['needs no token when none is required', { ...active, token: null, requireToken: false }, 'saved'],
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
  ])('of a zone, %s: %j', async (timezone, expected) => {
    expect(await fieldsOf({ timezone })).toEqual(expected);
  });

  it('are real ones', async () => {
    expect(await fieldsOf({ currency: 'kzt' })).toBe('saved');
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

describe('a saved salon', () => {
  it('keeps what is absent, changes what is sent and clears what is null', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: { ...active, salonName: 'Мята' } });
    const id = String(made['id']);
    const sent = { version: 1, isActive: false, salonName: null, stageTypes: { Визит: 'success' }, lookbackDays: 7 };
    const { status, body } = await stand.ask('PUT /api/salons/{id}', { id, body: sent });
    expect(status).toBe(200);
    const { salonName: _name, ...rest } = made;
    expect(body).toEqual({
      ...rest,
      isActive: false,
      stageTypes: { Визит: 'success' },
      lookbackDays: 7,
      version: 2,
      updatedAt: expect.any(String),
    });
    expect((await stand.ask('GET /api/salons/{id}', { id })).body).toEqual(body);
  });

  it('may be sent back whole as it was answered', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: active });
    const { status, body } = await stand.ask('PUT /api/salons/{id}', { id: String(made['id']), body: made });
    expect(status).toBe(200);
    expect(body).toEqual({ ...made, version: 2, updatedAt: expect.any(String) });
  });

  it('shows of its token the last four characters, and stores no more than its hash', async () => {
    const { body: made, text } = await stand.ask('POST /api/salons', { body: active });
    expect(made).toMatchObject({ tokenSet: true, tokenLast4: 'alon' });
    expect(text).not.toContain(token);
    const stored = await stand.settings.findSalon('demo', String(made['id']));
    expect(stored?.tokenSha256).toBe('746903f32b0993c6241251769e11ab7813203ae9110d520f645afcaa544f7090');
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('is found by its hook key: the item that the door reads', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: active });
    const hookKey = String(made['webhookUrl']).split('/').at(-1)!;
    const item = await stand.tables.settings.get(`hook#${hookKey}`, 'hook');
    expect(JSON.parse(String(item?.['body']))).toEqual({ v: 1, accountKey: 'demo', salonKey: made['id'] });
  });

  it('of another account is not there, to read or to write', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const id = String(made['id']);
    expect((await stand.ask('GET /api/salons/{id}', { as: 'stranger', id })).status).toBe(404);
    expect((await stand.ask('PUT /api/salons/{id}', { as: 'stranger', id, body: { version: 1 } })).status).toBe(404);
    const theirs = await stand.ask('GET /api/salons', { as: 'stranger' });
    expect(theirs.text).not.toContain(id);
  });
});

describe('a save', () => {
  it('with an old version is refused', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const id = String(made['id']);
    await stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, salonName: 'Первая' } });
    const { status, body } = await stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, salonName: 'Вторая' } });
    expect(status).toBe(409);
    expect(body).toMatchObject({ error: { code: 'version_conflict' } });
    expect((await stand.ask('GET /api/salons/{id}', { id })).body).toMatchObject({ salonName: 'Первая', version: 2 });
  });

  it('is won by exactly one of many that start from one version', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const id = String(made['id']);
    const names = ['А', 'Б', 'В', 'Г', 'Д', 'Е'];
    const answers = await Promise.all(
      names.map((salonName) => stand.ask('PUT /api/salons/{id}', { id, body: { version: 1, salonName } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const winner = names[answers.findIndex(({ status }) => status === 200)];
    expect((await stand.ask('GET /api/salons/{id}', { id })).body).toMatchObject({ salonName: winner, version: 2 });
    const lines = (await stand.settings.listAudit('demo')).filter(({ salonKey }) => salonKey === id);
    expect(lines).toHaveLength(2);
  });

  it('leaves an audit line: who, when and what changed, of a token no secret', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: { salonName: 'Мята' } });
    const id = String(made['id']);
    const body = { version: 1, salonName: 'Мята, Арбат', token, sendDeals: true };
    const { body: saved } = await stand.ask('PUT /api/salons/{id}', { as: 'operator', account: 'demo', id, body });
    const lines = (await stand.settings.listAudit('demo')).filter(({ salonKey }) => salonKey === id);
    expect(lines).toMatchObject([
      {
        at: made['createdAt'],
        subject: 'admin',
        what: 'salon_created',
        version: 1,
        changes: { salonName: { to: 'Мята' } },
      },
      {
        at: saved['updatedAt'],
        subject: 'operator',
        what: 'salon_saved',
        version: 2,
        changes: {
          salonName: { from: 'Мята', to: 'Мята, Арбат' },
          token: { from: { set: false }, to: { set: true, last4: 'alon' } },
          sendDeals: { from: false, to: true },
        },
      },
    ]);
    expect(Object.keys(lines[1]!.changes)).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain(token);
  });

  it('puts the line of the save before again, which a crash between the two writes had lost', async () => {
    const { body: made } = await stand.ask('POST /api/salons', { body: {} });
    const id = String(made['id']);
    const before = (await stand.settings.findSalon('demo', id))!;
    // As a save that stopped after the salon: its line stands in the salon alone.
    const at = '2026-03-18T10:00:00.000Z';
    const lastAudit = { ...before.lastAudit, at, version: 2, what: 'salon_saved' as const };
    const crashed = { ...before, version: 2, updatedAt: at, lastAudit };
    const item = (await stand.tables.settings.get('account#demo', `salon#${id}`))!;
    await stand.tables.settings.putIf({ ...item, rev: '2', body: JSON.stringify(crashed) }, item.rev);
    await stand.ask('PUT /api/salons/{id}', { id, body: { version: 2 } });
    const lines = (await stand.settings.listAudit('demo')).filter(({ salonKey }) => salonKey === id);
    expect(lines.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
  });
});

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

  it('names the field of the entry at fault', async () => {
    const items = [
      { id: '1', name: 'a' },
      { id: 'x', name: '' },
    ];
    const { body } = await stand.ask('PUT /api/catalog/campaigns', { as: 'stranger', body: { items } });
    expect(body).toMatchObject({ error: { fields: { 'items.1.id': 'regex', 'items.1.name': 'min_length' } } });
  });
});
