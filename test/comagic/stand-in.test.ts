import { afterAll, describe, expect, it } from '@jest/globals';
import { dataApiClient } from '../../lib/comagic/client.ts';
import { postJson } from '../../lib/comagic/post.ts';
import { type DealRow, type Method, type OfflineMessage } from '../../lib/model/data-api.ts';
import { startStandIn } from '../../local/comagic/server.ts';
import { methodNames, standIn, type StandInOptions } from '../../local/comagic/stand-in.ts';
import { tariffs } from '../../local/comagic/points.ts';
import { callingOn } from './calling.ts';
import { documented } from './documented.ts';

const access = { host: 'comagic', accessKey: 'demo-key' } as const;

/** A stand-in at a moment that a test moves, and the real client in front of it. */
function standing(over: Partial<StandInOptions> = {}) {
  const clock = { now: new Date('2026-03-20T09:00:00.000Z') };
  const remote = standIn({ now: () => clock.now, ...over });
  const call = callingOn(remote);
  return { remote, clock, call: (method: Method, params: object) => call(access, method, params as never) };
}

/** With all that the documented calls name. */
function furnished() {
  const stand = standing();
  const { held } = stand.remote;
  held.sessions.set(14783260762, '2026-03-14 12:00:00');
  held.sites.set(21507, 'myata.example.ru');
  held.campaigns.set(230144, { name: 'Поиск, маникюр', status: 'active', siteId: 21507 });
  held.sources.set(-142, { name: 'Прямые заходы', state: 'active' });
  for (const id of ['arbat.card', 'arbat.pet']) held.requestFields.set(id, id);
  for (const id of ['arbat.card', 'arbat.pet']) held.dealFields.set(id, id);
  held.employees.set('arbat.12', 'Ольга');
  held.contacts.set('arbat.7001', {
    ext_id: 'arbat.7001',
    name: 'Анна',
    created_date_time: '2026-03-14 12:31:05',
    phone_numbers: ['79161234567'],
    emails: [],
  });
  const stages = new Map([
    ['default/arbat./10', { name: 'Новая', status: 'in_process' as const, order: 10 }],
    ['default/success', { name: 'Оплачено', status: 'success' as const, order: 10010 }],
  ]);
  for (const id of ['default', 'arbat']) held.funnels.set(id, { name: 'Воронка', stages });
  held.requests.set(99120034, {
    id: 99120034,
    communication_id: 7716,
    ext_id: 'arbat.b.558213',
    date_time: '2026-03-14 12:31:05',
  });
  return stand;
}

/** What must not be there for a call that makes it. */
const before: Partial<Record<Method, (held: ReturnType<typeof furnished>['remote']['held']) => void>> = {
  'create.sales_funnel': ({ funnels }) => funnels.delete('default'),
  'update.sales_funnel_stages': ({ funnels }) =>
    funnels.get('default')!.stages.set('default/arbat./20', { name: 'Ждём', status: 'in_process', order: 20 }),
  'create.deal_employees': ({ employees }) => {
    employees.clear();
  },
  'create.deal_user_field': ({ dealFields }) => {
    dealFields.clear();
  },
  'create.offline_message_user_field': ({ requestFields }) => {
    requestFields.clear();
  },
  'create.deal_contacts': ({ contacts }) => {
    contacts.clear();
  },
  'get.deals_history': ({ deals }) => deals.set('arbat.d.771904', [{ ...deal, ext_id: 'arbat.d.771904' }]),
  'delete.deals': ({ deals }) => deals.set('arbat.d.771904', []),
};

const deal: DealRow = {
  ext_id: 'd1',
  name: 'Маникюр',
  created_date_time: '2026-03-14 12:31:05',
  modified_date_time: '2026-03-15 12:00:00',
  modified_stage_date_time: '2026-03-15 12:00:00',
  sales_funnel_ext_id: 'default',
  stage_ext_id: 'default/arbat./10',
};
const request: OfflineMessage = {
  date_time: '2026-03-14 12:31:05',
  phone: '79161234567',
  campaign_id: 230144,
  ext_id: 'r1',
};

const namesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner).map((other) => `${name}.${other}`)]);
};

describe('The stand-in', () => {
  it('knows each method that is called', () => {
    expect(methodNames.sort()).toEqual(Object.keys(documented).sort());
  });

  it.each(Object.entries(documented))(
    'takes %s as documented, and answers no name that is not',
    (name, { params, result }) => {
      const stand = furnished();
      before[name as Method]?.(stand.remote.held);
      const reply = stand.remote.handle({
        jsonrpc: '2.0',
        id: 7,
        method: name,
        params: { access_token: 'demo-key', ...params },
      });
      const body = reply!.body as { id: number; result: { data?: unknown } };
      expect(body).toMatchObject({ jsonrpc: '2.0', id: 7 });
      expect(body).not.toHaveProperty('error');
      const shown = new Set(namesIn({ data: result['data'] }).concat('data.main_contact_ext_id'));
      expect(namesIn({ data: body.result.data }).filter((one) => !shown.has(one))).toEqual([]);
    },
  );
});

describe('The stand-in refuses a request', () => {
  it.each<[string, Partial<Record<keyof OfflineMessage, unknown>>, string]>([
    ['of the future', { date_time: '2026-03-20 12:00:01' }, 'invalid_date_time'],
    ['without phone and e-mail', { phone: undefined }, 'required_parameter_missed'],
    ['with a phone that is no number', { phone: '8 (916) 123' }, 'invalid_parameter_value'],
    ['without campaign, session and site', { campaign_id: undefined }, 'required_parameter_missed'],
    ['of no campaign without a site', { campaign_id: -1 }, 'required_parameter_missed'],
    ['of an unknown campaign', { campaign_id: 1 }, 'entity_not_found'],
    ['of a campaign of another site', { site_id: 2 }, 'invalid_parameters_combination'],
    ['of an unknown session', { visitor_session_id: 5 }, 'entity_not_found'],
    [
      'that is not later than its session',
      { visitor_session_id: 14783260762, date_time: '2026-03-14 12:00:00' },
      'invalid_date_time',
    ],
    ['with a field that nobody declared', { user_fields: [{ ext_id: 'x', value: '1' }] }, 'entity_not_found'],
    ['with a text for a number', { campaign_id: '230144' }, 'data_type_error'],
    ['with an unknown parameter', { colour: 'red' } as never, 'unexpected_parameters'],
  ])('%s', async (_, over, mnemonic) => {
    const stand = furnished();
    const row = JSON.parse(JSON.stringify({ ...request, ...over })) as OfflineMessage;
    expect(await stand.call('upload.offline_messages', { offline_messages: [request, row] })).toMatchObject({
      outcome: 'row',
      mnemonic,
    });
    expect(stand.remote.held.requests.size).toBe(1);
    expect(stand.remote.counts).toMatchObject({ calls: 1, charged: 0 });
  });

  it('more than 50 of them', async () => {
    const stand = furnished();
    const offline_messages = Array.from({ length: 51 }, () => request);
    expect(await stand.call('upload.offline_messages', { offline_messages })).toMatchObject({
      mnemonic: 'invalid_parameter_value',
    });
  });
});

describe('The stand-in refuses a deal', () => {
  it.each<[string, Partial<Record<keyof DealRow, unknown>>, string]>([
    ['of the future', { modified_date_time: '2026-03-20 12:00:01' }, 'invalid_date_time'],
    ['whose stage began before it', { modified_stage_date_time: '2026-03-14 12:31:04' }, 'invalid_date_time'],
    ['that was closed before it was made', { closed_date_time: '2026-03-14 12:31:04' }, 'invalid_date_time'],
    ['with half of the pair of contacts', { contact_ext_ids: ['arbat.7001'] }, 'required_parameter_missed'],
    ['with half of the pair of communications', { communication_id: 7716 }, 'required_parameter_missed'],
    [
      'with a communication that is not there',
      { communication_id: 5, communication_type: 'offline_message' },
      'entity_not_found',
    ],
    ['with an unknown contact', { contact_ext_ids: ['x'], main_contact_ext_id: 'x' }, 'entity_not_found'],
    [
      'with a main contact that is none of its contacts',
      { contact_ext_ids: ['arbat.7001'], main_contact_ext_id: 'x' },
      'invalid_parameters_combination',
    ],
    ['with an unknown employee', { employee_ext_id: 'x' }, 'entity_not_found'],
    ['in an unknown funnel', { sales_funnel_ext_id: 'x' }, 'entity_not_found'],
    ['in an unknown stage', { stage_ext_id: 'x' }, 'entity_not_found'],
    ['with a field that nobody declared', { user_fields: [{ ext_id: 'x', value: '1' }] }, 'entity_not_found'],
    ['without a name', { name: undefined }, 'required_parameter_missed'],
    ['with a time in another form', { created_date_time: '2026-03-14T12:31:05Z' }, 'invalid_parameter_value'],
  ])('%s', async (_, over, mnemonic) => {
    const stand = furnished();
    const row = JSON.parse(JSON.stringify({ ...deal, ...over, ext_id: 'd2' })) as DealRow;
    expect(await stand.call('upload.deals_history', { deals: [deal, row] })).toMatchObject({
      outcome: 'row',
      mnemonic,
    });
    expect(stand.remote.held.deals.size).toBe(0);
  });

  it('whose stage begins before the last one uploaded, in this call or before it', async () => {
    const back = { ...deal, modified_stage_date_time: '2026-03-15 11:59:59' };
    const stand = furnished();
    expect(await stand.call('upload.deals_history', { deals: [deal, back] })).toMatchObject({
      mnemonic: 'invalid_date_time',
    });
    await stand.call('upload.deals_history', { deals: [deal] });
    expect(await stand.call('upload.deals_history', { deals: [back] })).toMatchObject({
      mnemonic: 'invalid_date_time',
    });
  });
});

describe('The stand-in keeps', () => {
  it('a second request for an id that it knows', async () => {
    const stand = furnished();
    await stand.call('upload.offline_messages', { offline_messages: [request] });
    await stand.call('upload.offline_messages', { offline_messages: [request] });
    expect([...stand.remote.held.requests.values()].filter(({ ext_id }) => ext_id === 'r1')).toHaveLength(2);
  });

  it('one row a stage, however often its last is told', async () => {
    const stand = furnished();
    await stand.call('upload.deals_history', { deals: [deal] });
    await stand.call('upload.deals_history', {
      deals: [
        { ...deal, name: 'Педикюр' },
        { ...deal, stage_ext_id: 'default/success' },
      ],
    });
    expect(stand.remote.held.deals.get('d1')!.map((row) => [row['name'], row['stage_ext_id']])).toEqual([
      ['Педикюр', 'default/arbat./10'],
      ['Маникюр', 'default/success'],
    ]);
  });

  it('what a later row leaves out, for nothing says that it goes', async () => {
    const stand = furnished();
    stand.remote.held.dealFields.set('card', 'Карта').set('hall', 'Зал');
    const told = { revenue: 3150, comments: 'Звонил', source: 'Сайт', user_fields: [{ ext_id: 'card', value: '1' }] };
    await stand.call('upload.deals_history', { deals: [{ ...deal, ...told }] });
    await stand.call('upload.deals_history', {
      deals: [{ ...deal, comments: 'Придёт', user_fields: [{ ext_id: 'hall', value: '2' }] }],
    });
    expect(stand.remote.held.deals.get('d1')!.at(-1)).toMatchObject({
      revenue: 3150,
      comments: 'Придёт',
      source: 'Сайт',
      user_fields: [
        { ext_id: 'card', value: '1' },
        { ext_id: 'hall', value: '2' },
      ],
    });
  });

  it('the communication of a deal, unless another comes with a later time of change', async () => {
    const stand = furnished();
    await stand.call('upload.offline_messages', { offline_messages: [request] });
    const [{ communication_id } = { communication_id: 0 }] = stand.remote.held.requests.values();
    const pair = { communication_id, communication_type: 'offline_message' } as const;
    const joined = () => stand.remote.held.deals.get('d1')!.at(-1)!['communication_id'];
    await stand.call('upload.deals_history', { deals: [deal] });
    await stand.call('upload.deals_history', { deals: [{ ...deal, ...pair }] });
    expect(joined()).toBeUndefined();
    await stand.call('upload.deals_history', {
      deals: [{ ...deal, ...pair, modified_date_time: '2026-03-20 11:59:00' }],
    });
    expect(joined()).toBe(communication_id);
  });

  it('contacts once: who is there is not made again', async () => {
    const stand = furnished();
    const contacts = [
      { ext_id: 'new', name: 'Новая' },
      { ext_id: 'arbat.7001', name: 'Анна' },
    ];
    expect(await stand.call('create.deal_contacts', { contacts })).toMatchObject({ mnemonic: 'duplicate_entity' });
    expect(stand.remote.held.contacts.has('new')).toBe(false);
  });
});

describe('The stand-in lets in', () => {
  it.each([
    [
      'no unknown key',
      (remote: ReturnType<typeof standIn>) => {
        remote.access.keys.clear();
      },
      'access_token_invalid',
    ],
    [
      'no key that has ended',
      (remote: ReturnType<typeof standIn>) => remote.access.keys.set('demo-key', 'expired'),
      'access_token_expired',
    ],
    [
      'no address off the list',
      (remote: ReturnType<typeof standIn>) => (remote.access.addresses = new Set(['203.0.113.7'])),
      'ip_not_whitelisted',
    ],
    [
      'nobody without the component',
      (remote: ReturnType<typeof standIn>) => remote.access.components.delete('sales_funnel'),
      'method_component_disabled',
    ],
    [
      'no account that is switched off',
      (remote: ReturnType<typeof standIn>) => (remote.access.isActive = false),
      'account_inactive',
    ],
  ])('%s', async (_, shut, mnemonic) => {
    const stand = furnished();
    shut(stand.remote);
    expect(await stand.call('upload.deals_history', { deals: [deal] })).toMatchObject({ outcome: 'account', mnemonic });
  });

  it.each(Object.entries(tariffs))(
    'as many calls a minute and a day as the %s tariff says, and charges only those that succeed',
    async (_, tariff) => {
      const { call, clock, remote } = standing({ tariff });
      for (let i = 0; i < tariff.minute; i++) expect(await call('get.account', {})).toMatchObject({ outcome: 'ok' });
      expect(await call('delete.deals', { ext_id: 'x' })).toMatchObject({
        mnemonic: 'limit_exceeded',
        limits: { minute_remaining: 0, day_remaining: tariff.day - tariff.minute },
      });
      clock.now = new Date(clock.now.getTime() + 60_000);
      expect(await call('delete.deals', { ext_id: 'x' })).toMatchObject({
        mnemonic: 'entity_not_found',
        limits: { minute_remaining: tariff.minute },
      });
      expect(remote.counts.charged).toBe(tariff.minute);
    },
  );
});

describe('A call that goes wrong', () => {
  const upload = { offline_messages: [request] };
  it.each([
    ['down', 0],
    ['lost', 0],
    ['internal', 0],
    ['unanswered', 1],
  ] as const)('as %s leaves its caller in the dark, and is carried out %s times', async (fault, times) => {
    const stand = standing({ fault: () => fault });
    stand.remote.held.campaigns.set(230144, { name: 'Поиск', status: 'active' });
    expect(await stand.call('upload.offline_messages', upload)).toMatchObject({ outcome: 'again', applied: 'unknown' });
    expect(stand.remote.held.requests.size).toBe(times);
  });

  it('late is carried out when its caller has given up', async () => {
    const stand = standing({ fault: () => 'late', lateMs: () => 5000 });
    stand.remote.held.campaigns.set(230144, { name: 'Поиск', status: 'active' });
    await stand.call('upload.offline_messages', upload);
    stand.remote.carryOutLate();
    expect(stand.remote.held.requests.size).toBe(0);
    stand.clock.now = new Date(stand.clock.now.getTime() + 5000);
    stand.remote.carryOutLate();
    expect(stand.remote.held.requests.size).toBe(1);
  });
});

describe('The stand-in as a server', () => {
  const remote = standIn({ now: () => new Date('2026-03-20T09:00:00.000Z') });
  const started = startStandIn(remote);
  afterAll(async () => (await started).close());

  it('answers the client over HTTP, and shows people what it holds', async () => {
    const { url } = await started;
    const call = dataApiClient({ post: postJson(5000), newId: () => '1', urls: { comagic: url, uiscom: url } });
    expect(await call(access, 'create.deal_employees', { ext_id: 'arbat.12', name: 'Ольга <b>' })).toMatchObject({
      outcome: 'ok',
      limits: { day_limit: 3500 },
    });
    const page = await fetch(url);
    expect(await page.text()).toContain('Ольга &lt;b>');
  });

  it('that does not answer in time leaves its caller in the dark', async () => {
    const silent = standIn({ now: () => new Date(), fault: () => 'lost' });
    const server = await startStandIn(silent);
    const call = dataApiClient({
      post: postJson(1000),
      newId: () => '1',
      urls: { comagic: server.url, uiscom: server.url },
    });
    expect(await call(access, 'get.account', {})).toMatchObject({ outcome: 'again', applied: 'unknown' });
    await server.close();
  });
});
