import { describe, expect, it } from '@jest/globals';
import type { OutboundMessage } from '../../lib/model/outbound-message.ts';
import { outboundMessage } from '../../lib/flow/outbound/outbound-message.ts';
import { anAccount } from '../build/settings.ts';
import { outboundFacts } from '../../lib/store/refused.ts';
import { bookingRow, bookingSet, dealRow, dealSet, minute, outboundWorld, type WorldOptions } from './world.ts';

const drain: OutboundMessage = { v: 1, type: 'drain', accountKey: 'demo' };
const check: OutboundMessage = { v: 1, type: 'check', accountKey: 'demo' };
const sweep: OutboundMessage = { v: 1, type: 'sweep' };
const plenty = () => 100_000;

/** The flow with what it puts on its own queue and counts. */
async function messages(options: WorldOptions & { leftMs?: () => number; accessKey?: string | undefined } = {}) {
  const world = await outboundWorld(options);
  const sent: OutboundMessage[] = [];
  const counts: object[] = [];
  const handle = outboundMessage({
    ...world.deps,
    ...('accessKey' in options ? { accessKeyOf: () => Promise.resolve(options.accessKey) } : {}),
    send: (more) => {
      sent.push(...more);
      return Promise.resolve(true);
    },
    count: (more) => counts.push(more),
  });
  return {
    ...world,
    sent,
    drains: () => sent.filter(({ type }) => type === 'drain'),
    counts,
    handle: (message: OutboundMessage) => handle(message, options.leftMs ?? plenty),
    status: () => world.state.status('demo'),
    has: (id: string) => world.remote.held.deals.has(`arbat.d.${id}`),
  };
}
const aDeal = (id: string) =>
  [dealSet(id), dealRow({ id, at: '2026-03-18T09:00:00.000Z', event: `e-${id}`, stage: '10' })] as const;

describe('A sweep', () => {
  it('has each account sent whose records are sent, the catalog of each that has a key filled, and no other', async () => {
    const { settings, handle, sent, drains } = await messages();
    await settings.saveAccount(anAccount({ key: 'off', connection: { apiHost: 'uiscom', isOn: false, keySet: true } }));
    await settings.saveAccount(anAccount({ key: 'none' }));
    await settings.saveAccount(anAccount({ key: 'on', connection: { apiHost: 'uiscom', isOn: true, keySet: true } }));
    expect(await handle(sweep)).toEqual({ type: 'sweep', outcome: 'woken 5' });
    expect(drains()).toEqual([drain, { ...drain, accountKey: 'on' }]);
    const catalog = { v: 1, type: 'catalog' };
    expect(sent.filter(({ type }) => type === 'catalog')).toEqual(
      ['demo', 'off', 'on'].map((accountKey) => ({ ...catalog, accountKey })),
    );
  });

  it('leaves an account in peace until it is its turn', async () => {
    const { handle, drains, clock } = await messages();
    await handle(drain);
    clock.now += minute;
    await handle(sweep);
    expect(drains()).toEqual([]);
    // 3 calls of 60 % of 3,500 a day.
    clock.now += 2 * minute;
    await handle(sweep);
    expect(drains()).toEqual([drain]);
  });

  it('counts accounts that are stopped, until they are not', async () => {
    const { handle, counts, remote, clock } = await messages();
    remote.access.isActive = false;
    await handle(drain);
    await handle(sweep);
    remote.access.isActive = true;
    clock.now += 15 * minute;
    await handle(drain);
    await handle(sweep);
    expect(counts).toEqual([
      { accountsStopped: 1, accountsLate: 0 },
      { accountsStopped: 0, accountsLate: 0 },
    ]);
  });

  it('counts an account as late when something has waited for four hours', async () => {
    const { handle, counts, writer, clock } = await messages();
    await writer(...aDeal('1'));
    clock.now += 239 * minute;
    await handle(sweep);
    clock.now += minute;
    await handle(sweep);
    await handle(drain);
    await handle(sweep);
    expect(counts).toEqual([
      { accountsStopped: 0, accountsLate: 0 },
      { accountsStopped: 0, accountsLate: 1 },
      { accountsStopped: 0, accountsLate: 0 },
    ]);
  });
});

describe('A message to send', () => {
  it('waits for the turn of its account, unless a person asks', async () => {
    const { handle, writer, has } = await messages();
    expect(await handle(drain)).toEqual({ type: 'drain', account: 'demo', outcome: 'done' });
    await writer(...aDeal('1'));
    expect(await handle(drain)).toMatchObject({ outcome: 'early' });
    expect(has('1')).toBe(false);
    expect(await handle({ ...drain, now: true })).toMatchObject({ outcome: 'done' });
    expect(has('1')).toBe(true);
  });

  it('tries a stopped account at once when a person asks', async () => {
    const { handle, remote } = await messages();
    remote.access.isActive = false;
    expect(await handle(drain)).toMatchObject({ outcome: 'stopped' });
    remote.access.isActive = true;
    expect(await handle(drain)).toMatchObject({ outcome: 'early' });
    expect(await handle({ ...drain, now: true })).toMatchObject({ outcome: 'done' });
  });

  it('begins no call for which there may be no time', async () => {
    const { handle, writer, has, remote } = await messages({ leftMs: () => 30_000 });
    await writer(...aDeal('1'));
    expect(await handle(drain)).toMatchObject({ outcome: 'again' });
    expect(has('1')).toBe(false);
    expect(remote.held.contacts.size).toBe(0);
  });

  it('keeps what a check has found meanwhile', async () => {
    const world = await messages();
    const { handle, deps, status } = world;
    const listSalons: typeof deps.listSalons = async (accountKey) => {
      await handle(check);
      return deps.listSalons(accountKey);
    };
    const sending = outboundMessage({ ...deps, listSalons });
    await sending(drain, plenty);
    expect(await status()).toMatchObject({ doneAt: '2026-03-20T09:00:00.000Z', check: { account: 'ok' } });
  });
});

describe('A question with what a deal was joined', () => {
  const link: OutboundMessage = { v: 1, type: 'link', accountKey: 'demo', deal: 'arbat.d.771904' };
  const known = async ({ tables }: Awaited<ReturnType<typeof messages>>) =>
    (await outboundFacts(tables.records)({ kind: 'deal', set: dealSet('771904') })).link;

  it('is answered with the request of its contact before it, or with none', async () => {
    const world = await messages();
    const { handle, writer, clock } = world;
    await writer(...aDeal('771904'));
    await handle({ ...drain, now: true });
    expect(await known(world)).toBeUndefined();
    expect(await handle(link)).toEqual({ type: 'link', account: 'demo', outcome: 'not joined' });
    expect(await known(world)).toEqual({ v: 1, at: '2026-03-20T09:00:00.000Z' });
    await writer(bookingSet('1'), bookingRow({ id: '1', at: '2026-03-09T09:00:00.000Z', event: 'b1' }));
    clock.now += 60 * minute;
    await handle({ ...drain, now: true });
    expect(await handle(link)).toMatchObject({ outcome: 'joined' });
    const [request] = [...world.remote.held.requests.values()];
    expect(await known(world)).toEqual({
      v: 1,
      at: '2026-03-20T10:00:00.000Z',
      communicationId: request!.communication_id,
      communicationType: 'offline_message',
    });
  });

  it('says why CoMagic did not tell', async () => {
    const world = await messages();
    world.remote.access.components.delete('sales_funnel');
    expect(await world.handle(link)).toMatchObject({ outcome: 'failed' });
    expect(await known(world)).toMatchObject({ failed: 'method_component_disabled' });
  });
});

describe('A check of the connection', () => {
  it('says whose account it is, that all is there, and what may be spent', async () => {
    const { handle, status, remote } = await messages({ isOn: false });
    expect(await handle(check)).toEqual({ type: 'check', account: 'demo', outcome: 'ok' });
    expect((await status()).check).toEqual({
      at: '2026-03-20T09:00:00.000Z',
      account: 'ok',
      accountName: 'Студия',
      timezone: 'Europe/Moscow',
      requests: 'ok',
      deals: 'ok',
      crm: 'ok',
      limits: {
        minute_limit: 200,
        minute_remaining: 197,
        minute_reset: 60,
        day_limit: 3500,
        day_remaining: 3497,
        day_reset: 54_000,
      },
    });
    expect(remote.held.requests.size + remote.held.deals.size).toBe(0);
  });

  it.each([
    ['a key that expired', 'access_token_expired', { keys: new Map([['demo-key', 'expired' as const]]) }],
    ['a key of nobody', 'access_token_invalid', { keys: new Map() }],
    ['an address that is not on the list', 'ip_not_whitelisted', { addresses: new Set<string>() }],
    ['an account that is closed', 'account_inactive', { isActive: false }],
    ['the component "Data API"', 'method_component_disabled', { components: new Set<never>() }],
  ])('names %s, and asks no further', async (_, mnemonic, access) => {
    const { handle, status, remote } = await messages();
    Object.assign(remote.access, access);
    expect(await handle(check)).toMatchObject({ outcome: mnemonic });
    const found = await status();
    expect(found.check).toMatchObject({ account: mnemonic });
    expect(found.check).not.toHaveProperty('requests');
    expect(remote.counts.calls).toBe(1);
  });

  it.each([
    [
      'of requests',
      ['data_api', 'sales_funnel'] as const,
      { requests: 'method_component_disabled', deals: 'ok', crm: 'ok' },
    ],
    [
      'of deals',
      ['data_api', 'upload_offline_messages'] as const,
      { requests: 'ok', deals: 'method_component_disabled', crm: 'ok' },
    ],
  ])('names the component %s', async (_, components, found) => {
    const { handle, status, remote } = await messages();
    remote.access.components = new Set(components);
    await handle(check);
    expect((await status()).check).toMatchObject({ account: 'ok', ...found });
  });

  it('says that "Другая CRM" is missing', async () => {
    const { handle, status, remote } = await messages();
    remote.held.crmAccounts = [];
    await handle(check);
    expect((await status()).check).toMatchObject({ account: 'ok', crm: 'missing' });
  });

  it('says that CoMagic does not answer', async () => {
    const { handle, status } = await messages({ remote: { fault: () => 'down' } });
    expect(await handle(check)).toMatchObject({ outcome: 'unanswered' });
    expect((await status()).check).toEqual({ at: '2026-03-20T09:00:00.000Z', account: 'unanswered' });
  });

  it('says that no key is kept, without a call', async () => {
    const { handle, remote } = await messages({ accessKey: undefined });
    expect(await handle(check)).toMatchObject({ outcome: 'no_key' });
    expect(remote.counts.calls).toBe(0);
  });

  it('is none of an account that was never connected', async () => {
    const { handle, settings, status } = await messages();
    await settings.saveAccount(anAccount());
    expect(await handle(check)).toMatchObject({ outcome: 'none' });
    expect(await status()).toEqual({ v: 1 });
  });

  it('spends what is kept for people', async () => {
    const { handle, state, status } = await messages();
    const window = { ends: Date.parse('2026-03-21T00:00:00.000Z'), left: 350, limit: 3500 };
    await state.changePoints('demo', () => ({ v: 1, minute: window, day: window }));
    expect(await handle(drain)).toMatchObject({ outcome: 'again' });
    await handle(check);
    expect((await status()).check).toMatchObject({ account: 'ok' });
  });

  it('that finds the cause of a stop gone has it tried by the next sweep', async () => {
    const { handle, drains, remote } = await messages();
    remote.access.isActive = false;
    await handle(drain);
    await handle(check);
    await handle(sweep);
    expect(drains()).toEqual([]);
    remote.access.isActive = true;
    await handle(check);
    await handle(sweep);
    expect(drains()).toEqual([drain]);
  });
});
