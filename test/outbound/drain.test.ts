import { describe, expect, it } from '@jest/globals';
import {
  bookingRow,
  bookingSet,
  dealOf,
  dealRow,
  dealSet,
  minute,
  origin,
  outboundWorld,
  requestOf,
  type WorldOptions,
} from './world.ts';

const at = (minutes: number) => new Date(origin - 24 * 60 * minute + minutes * minute).toISOString();

async function withDeal(options: WorldOptions = {}) {
  const world = await outboundWorld(options);
  await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(0), event: 'e1', stage: '10', amount: 100000 }));
  return world;
}
const stagesThere = ({ remote }: Awaited<ReturnType<typeof outboundWorld>>, id: string) =>
  (remote.held.deals.get(`arbat.d.${id}`) ?? []).map((row) => [row['stage_ext_id'], row['modified_stage_date_time']]);

describe('What is stored', () => {
  it('arrives: a deal in its funnel with its contact, and a request', async () => {
    const world = await withDeal();
    await world.writer(
      dealSet('771904'),
      dealRow({ id: '771904', at: at(60), event: 'e2', stage: '20', amount: 315050 }),
    );
    await world.writer(bookingSet('558213'), bookingRow({ id: '558213', at: at(5), event: 'b1' }));
    expect(await world.drain()).toBe('done');
    const { held } = world.remote;
    expect(stagesThere(world, '771904')).toEqual([
      ['default/arbat./10', '2026-03-19 12:00:00'],
      ['default/arbat./20', '2026-03-19 13:00:00'],
    ]);
    expect(held.deals.get('arbat.d.771904')!.at(-1)).toMatchObject({
      revenue: 3150.5,
      main_contact_ext_id: 'arbat.7001',
      created_date_time: '2026-03-10 12:00:00',
    });
    expect(held.contacts.get('arbat.7001')).toMatchObject({ name: 'Анна', phone_numbers: ['79161234567'] });
    expect(
      [...held.requests.values()].map(({ ext_id, phone, campaign_id }) => ({ ext_id, phone, campaign_id })),
    ).toEqual([{ ext_id: 'arbat.b.558213', phone: '79161234567', campaign_id: 230144 }]);
    expect(held.funnels.get('default')!.name).toBe('Сделки из ПрофСалона');
    expect(await world.isPending()).toBe(false);
  });

  it('is sent nothing of while the account does not want it, and not marked', async () => {
    const world = await withDeal({ isOn: false });
    expect(await world.drain()).toBe('off');
    expect(world.remote.counts.calls).toBe(0);
    expect(world.tables.records.all().filter((item) => 'pendingKey' in item)).toEqual([]);
  });

  it('is sent once: a second round makes no call', async () => {
    const world = await withDeal();
    await world.drain();
    const { calls } = world.remote.counts;
    world.clock.now += 30 * minute;
    expect(await world.drain()).toBe('done');
    expect(world.remote.counts.calls).toBe(calls);
  });

  it('waits for the next round by the calls that it took, so that a day’s calls last', async () => {
    const world = await withDeal({ remote: { tariff: { minute: 60, day: 500 } } });
    await world.drain();
    // The zone, the contact, the funnel, the deal.
    expect(world.remote.counts.charged).toBe(4);
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(90), event: 'e3', stage: '20' }));
    // 86,400 s · 4 calls / (0.6 · 500 calls) = 1,152 s
    world.clock.now += 1_151_000;
    expect(await world.drain()).toBe('early');
    world.clock.now += 2_000;
    expect(await world.drain()).toBe('done');
    expect(stagesThere(world, '771904')).toHaveLength(2);
    // The new stage, and the deal.
    expect(world.remote.counts.charged).toBe(6);
    // A round takes three when more comes: 864 s.
    world.clock.now += 863_000;
    expect(await world.drain()).toBe('early');
    world.clock.now += 2_000;
    expect(await world.drain()).toBe('done');
  });

  it('waits no longer than for six calls, however many a round took', async () => {
    const world = await outboundWorld({ remote: { tariff: { minute: 60, day: 500 } } });
    for (let id = 1; id <= 20; id++) {
      await world.writer(dealSet(`${id}`), dealRow({ id: `${id}`, at: at(id), event: `e${id}`, stage: '10' }));
    }
    await world.drain();
    for (let id = 1; id <= 20; id++) {
      const row = dealRow({ id: `${id}`, at: at(id + 60), event: `g${id}`, stage: '10' });
      await world.writer(dealSet(`${id}`), { ...row, reading: { ...row.reading, act: 'deleted' } });
    }
    world.clock.now += 3600_000;
    const { charged } = world.remote.counts;
    expect(await world.drain()).toBe('done');
    expect(world.remote.counts.charged - charged).toBe(20);
    // 86,400 s · 6 calls / (0.6 · 500 calls) = 1,728 s
    world.clock.now += 1_727_000;
    expect(await world.drain()).toBe('early');
    world.clock.now += 2_000;
    expect(await world.drain()).toBe('done');
  });
});

describe('A request', () => {
  it('is sent 15 minutes after it was first seen, and not changed afterwards: it differs', async () => {
    const world = await outboundWorld();
    const seen = new Date(origin - 5 * minute).toISOString();
    await world.writer(bookingSet('558213'), bookingRow({ id: '558213', at: seen, event: 'b1' }));
    await world.drain();
    expect(world.remote.held.requests.size).toBe(0);
    world.clock.now = origin + 10 * minute + 1000;
    await world.drain();
    expect(world.remote.held.requests.size).toBe(1);
    const later = new Date(world.clock.now).toISOString();
    await world.writer(
      bookingSet('558213'),
      bookingRow({ id: '558213', at: later, event: 'b2', phone: '+79990000000' }),
    );
    await world.settle();
    expect([...world.remote.held.requests.values()].map(({ phone }) => phone)).toEqual(['79161234567']);
    expect((await world.state.sent(requestOf('558213'))).value).toMatchObject({ isThere: true, differs: true });
  });

  it('of a salon that was deleted is sent, and waits for nothing', async () => {
    const world = await outboundWorld({ salon: { deletedAt: at(1) } });
    await world.writer(bookingSet('558213'), bookingRow({ id: '558213', at: at(0), event: 'b1' }));
    await world.drain();
    expect(world.remote.held.requests.size).toBe(1);
    expect(await world.isPending()).toBe(false);
  });

  it('without a campaign, a session or a site is refused without a call, and says so', async () => {
    const world = await outboundWorld();
    const { request, ...row } = bookingRow({ id: '558213', at: at(0), event: 'b1' });
    const { defaultCampaignId: _, ...choice } = request!;
    await world.writer(bookingSet('558213'), { ...row, request: choice });
    await world.drain();
    expect((await world.state.sent(requestOf('558213'))).value?.parked).toMatchObject({
      mnemonic: 'required_parameter_missed',
      field: 'campaign_id',
    });
    // The zone, and the contact.
    expect(world.remote.counts.calls).toBe(2);
  });
});

describe('A deal', () => {
  it('goes on from the stages that are there', async () => {
    const world = await withDeal();
    await world.drain();
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', stage: '20' }));
    await world.settle();
    expect(stagesThere(world, '771904')).toHaveLength(2);
  });

  it('whose past is told anew is deleted there and sent anew, at most once an hour', async () => {
    const world = await withDeal();
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', stage: '30' }));
    await world.drain();
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(30), event: 'e3', stage: '20' }));
    world.clock.now += 20 * minute;
    await world.drain();
    expect(stagesThere(world, '771904')).toEqual([
      ['default/arbat./10', '2026-03-19 12:00:00'],
      ['default/arbat./20', '2026-03-19 12:30:00'],
      ['default/arbat./30', '2026-03-19 13:00:00'],
    ]);
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(45), event: 'e4', stage: '10' }));
    world.clock.now += 20 * minute;
    await world.drain();
    expect(stagesThere(world, '771904')).toHaveLength(3);
    await world.settle();
    expect(stagesThere(world, '771904')).toHaveLength(4);
  });

  it('of which something goes is deleted there and sent anew, for no row takes it back', async () => {
    const world = await outboundWorld();
    const told = { id: '771904', event: 'e1', stage: '10', amount: 315050 };
    await world.writer(dealSet('771904'), dealRow({ ...told, at: at(0), comment: 'Перезвонить' }));
    await world.drain();
    expect(world.remote.held.deals.get('arbat.d.771904')!.at(-1)).toMatchObject({ comments: 'Перезвонить' });
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', comment: null }));
    await world.settle();
    const [there, ...others] = world.remote.held.deals.get('arbat.d.771904')!;
    expect(others).toEqual([]);
    expect(there).toMatchObject({ revenue: 3150.5 });
    expect(there).not.toHaveProperty('comments');
  });

  it('that is deleted is deleted there', async () => {
    const world = await withDeal();
    await world.drain();
    const row = dealRow({ id: '771904', at: at(60), event: 'e2' });
    await world.writer(dealSet('771904'), { ...row, reading: { ...row.reading, act: 'deleted' } });
    await world.settle();
    expect(world.remote.held.deals.size).toBe(0);
  });

  it('of a call without an answer is read back before it is sent again', async () => {
    let fault = 'unanswered' as 'unanswered' | 'none';
    const world = await withDeal({
      remote: { fault: (method) => (method === 'upload.deals_history' ? fault : 'none') },
    });
    expect(await world.drain()).toBe('again');
    fault = 'none';
    // Too early: the call might still be carried out.
    world.clock.now += 30_000;
    await world.drain();
    expect((await world.state.sent(dealOf('771904'))).value?.intent).toBeDefined();
    await world.settle();
    expect(stagesThere(world, '771904')).toEqual([['default/arbat./10', '2026-03-19 12:00:00']]);
    expect((await world.state.sent(dealOf('771904'))).value).toMatchObject({ isThere: true });
  });
});

describe('An account', () => {
  it.each([
    [
      'whose key has ended',
      'access_token_expired',
      (remote: never) => (remote as { access: { keys: Map<string, string> } }).access.keys.set('demo-key', 'expired'),
      (remote: never) => (remote as { access: { keys: Map<string, string> } }).access.keys.set('demo-key', 'valid'),
    ],
    [
      'whose address is off the list',
      'ip_not_whitelisted',
      (remote: never) => ((remote as { access: { addresses: unknown } }).access.addresses = new Set()),
      (remote: never) => ((remote as { access: { addresses: unknown } }).access.addresses = undefined),
    ],
    [
      'without the component',
      'method_component_disabled',
      (remote: never) => (remote as { access: { components: Set<string> } }).access.components.delete('sales_funnel'),
      (remote: never) => (remote as { access: { components: Set<string> } }).access.components.add('sales_funnel'),
    ],
  ])('%s is stopped, nothing is set aside, and all arrives when it is mended', async (_, reason, shut, mend) => {
    const world = await withDeal();
    shut(world.remote as never);
    expect(await world.drain()).toBe('stopped');
    expect((await world.state.status('demo')).stopped).toMatchObject({ reason });
    expect((await world.state.sent(dealOf('771904'))).value?.parked).toBeUndefined();
    const { calls } = world.remote.counts;
    world.clock.now += 14 * minute;
    expect(await world.drain()).toBe('early');
    expect(world.remote.counts.calls).toBe(calls);
    mend(world.remote as never);
    await world.settle();
    expect(stagesThere(world, '771904')).toHaveLength(1);
    expect((await world.state.status('demo')).stopped).toBeUndefined();
  });

  it('is sent for by one at a time', async () => {
    const world = await withDeal();
    const answers = await Promise.all([world.drain(), world.drain()]);
    expect(answers.sort()).toEqual(['done', 'left']);
  });
});

describe('Bad rows', () => {
  it('7 of 1,000: the others arrive, in few calls', async () => {
    const bad = new Set(['3', '140', '141', '502', '777', '778', '999']);
    const world = await outboundWorld({
      remote: {
        refuses: ({ ext_id }) =>
          bad.has(String(ext_id).replace('arbat.d.', '')) ? 'invalid_parameter_value' : undefined,
      },
    });
    for (let i = 0; i < 1000; i++)
      await world.writer(dealSet(String(i)), dealRow({ id: String(i), at: at(0), event: `e${i}`, stage: '10' }));
    await world.drain();
    const used = { ...world.remote.counts };
    while (await world.isPending()) {
      world.clock.now += 10 * minute;
      await world.drain();
    }
    expect(world.remote.held.deals.size).toBe(993);
    const states = await Promise.all(Array.from({ length: 1000 }, (_, i) => world.state.sent(dealOf(String(i)))));
    const parked = states.flatMap(({ value }, i) => (value?.parked === undefined ? [] : [String(i)]));
    expect(new Set(parked)).toEqual(bad);
    expect(world.remote.counts.overLimit).toBe(0);
    expect(used.calls).toBeLessThanOrEqual(80);
    expect(world.remote.counts.calls).toBeLessThanOrEqual(80);
    expect(world.remote.counts.charged).toBeLessThanOrEqual(45);
  });

  it('of which a refusal names the value are tried first', async () => {
    const bad = new Set(['3', '140', '141', '502', '777', '778', '999'].map((id) => `arbat.d.${id}`));
    const world = await outboundWorld({
      remote: {
        refuses: ({ ext_id }) => (bad.has(String(ext_id)) ? ['invalid_parameter_value', ext_id] : undefined),
      },
    });
    for (let i = 0; i < 1000; i++)
      await world.writer(dealSet(String(i)), dealRow({ id: String(i), at: at(0), event: `e${i}`, stage: '10' }));
    expect(await world.drain()).toBe('done');
    expect(world.remote.held.deals.size).toBe(993);
    // 7 bad ones are two calls each: the group, and the one that was named; the groups double again.
    expect(world.remote.counts.calls).toBeLessThanOrEqual(35);
  });

  it('are found though good ones have the value that is named: none is set aside for another', async () => {
    const world = await outboundWorld({
      remote: {
        refuses: ({ ext_id, name }) => (ext_id === 'arbat.d.7' ? ['invalid_parameter_value', name] : undefined),
      },
    });
    for (let i = 0; i < 20; i++)
      await world.writer(dealSet(String(i)), dealRow({ id: String(i), at: at(0), event: `e${i}`, stage: '10' }));
    expect(await world.drain()).toBe('done');
    expect(world.remote.held.deals.has('arbat.d.7')).toBe(false);
    expect(world.remote.held.deals.size).toBe(19);
  });

  it('more than a fifth: the account is stopped, and none is set aside', async () => {
    const world = await outboundWorld({
      remote: {
        refuses: ({ ext_id }) =>
          /[05]$/.test(String(ext_id)) && String(ext_id).includes('.d.') ? 'invalid_parameter_value' : undefined,
      },
    });
    for (let i = 0; i < 11; i++)
      await world.writer(dealSet(String(i)), dealRow({ id: String(i), at: at(0), event: `e${i}`, stage: '10' }));
    expect(await world.drain()).toBe('stopped');
    expect((await world.state.status('demo')).stopped?.reason).toBe('too_many_refused');
    expect((await world.state.sent(dealOf('5'))).value?.parked).toBeUndefined();
    expect(world.remote.held.deals.size).toBe(8);
  });

  it('whose young time is refused: a clock or a zone is wrong, not they', async () => {
    const world = await outboundWorld({
      remote: { refuses: ({ ext_id }) => (String(ext_id).includes('.d.') ? 'invalid_date_time' : undefined) },
    });
    await world.writer(
      dealSet('1'),
      dealRow({ id: '1', at: new Date(origin - 30 * minute).toISOString(), event: 'e1', stage: '10' }),
    );
    expect(await world.drain()).toBe('stopped');
    expect(await world.state.status('demo')).toMatchObject({ stopped: { reason: 'clock_or_zone' } });
    expect(await world.state.status('demo')).not.toHaveProperty('timezoneAt');
  });

  it.each([
    ['old', '2026-03-19 12:00:00', { stopped: undefined, parked: 'invalid_date_time' }],
    ['young', '2026-03-20 11:30:00', { stopped: 'clock_or_zone', parked: undefined }],
  ])('tell of a clock or a zone by the time that is named, where one is: %s', async (_, named, expected) => {
    const world = await withDeal({ remote: { refuses: () => ['invalid_date_time', named] } });
    const young = new Date(origin - 30 * minute).toISOString();
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: young, event: 'e2', stage: '20' }));
    await world.drain();
    const { stopped } = await world.state.status('demo');
    const { value } = await world.state.sent(dealOf('771904'));
    expect({ stopped: stopped?.reason, parked: value?.parked?.mnemonic }).toEqual(expected);
  });

  it('for a time are set aside where the one time that is young is ours', async () => {
    let isRefused = false;
    const world = await withDeal({ remote: { refuses: () => (isRefused ? 'invalid_date_time' : undefined) } });
    await world.settle();
    isRefused = true;
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', comment: 'Ждёт' }));
    await world.settle();
    expect((await world.state.status('demo')).stopped).toBeUndefined();
    expect((await world.state.sent(dealOf('771904'))).value?.parked?.mnemonic).toBe('invalid_date_time');
  });

  it('that name what is gone there have it made once, then are set aside', async () => {
    const world = await withDeal();
    await world.drain();
    world.remote.held.funnels.clear();
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', stage: '20' }));
    await world.settle();
    expect(stagesThere(world, '771904')).toHaveLength(2);
    expect(world.remote.held.funnels.has('default')).toBe(true);
  });
});
