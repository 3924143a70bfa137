import { describe, expect, it } from '@jest/globals';
import { drain } from '../../lib/flow/outbound/drain.ts';
import type { SetRow } from '../../lib/model/event-set.ts';
import {
  aSession,
  bookingRow,
  bookingSet,
  dealOf,
  dealRow,
  dealSet,
  minute,
  origin,
  outboundWorld,
  requestOf,
  unchangedSince,
  type WorldOptions,
} from './world.ts';

const at = (minutes: number) => new Date(origin - 24 * 60 * minute + minutes * minute).toISOString();
type World = Awaited<ReturnType<typeof outboundWorld>>;

const communicationIn = ({ remote }: World, id = '771904') => {
  const { communication_id, communication_type } = remote.held.deals.get(`arbat.d.${id}`)?.at(-1) ?? {};
  return { communication_id, communication_type };
};
const none = { communication_id: undefined, communication_type: undefined };
const requestThere = ({ remote }: World, id: string) =>
  [...remote.held.requests.values()].find(({ ext_id }) => ext_id === `arbat.b.${id}`);
const joinedWith = (world: World, id: string) => ({
  communication_id: requestThere(world, id)?.communication_id,
  communication_type: 'offline_message',
});
const reports = (called: string[]) => called.filter((method) => method === 'get.offline_messages_report').length;

async function withBoth({ session, ...options }: WorldOptions & { session?: string } = { session: aSession }) {
  const called: string[] = [];
  const world = await outboundWorld({
    ...options,
    remote: { ...options.remote, fault: (method) => (called.push(method), options.remote?.fault?.(method) ?? 'none') },
  });
  await world.writer(
    bookingSet('558213'),
    bookingRow({ id: '558213', at: at(0), event: 'b1', ...(session === undefined ? {} : { session }) }),
  );
  const deal = { id: '771904', at: at(1), event: 'e1', stage: '10', bookings: ['558213'] };
  await world.writer(dealSet('771904'), dealRow(deal));
  return { ...world, called };
}

describe('A deal whose request went out with a visit', () => {
  it('is joined with it by its communication, which is asked for once', async () => {
    const world = await withBoth();
    await world.settle();
    expect(requestThere(world, '558213')?.['visitor_session_id']).toBe(14783260762);
    expect(communicationIn(world)).toEqual(joinedWith(world, '558213'));
    expect(world.remote.held.deals.get('arbat.d.771904')).toHaveLength(1);
    expect(reports(world.called)).toBe(1);
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', stage: '20' }));
    await world.settle();
    expect(communicationIn(world)).toEqual(joinedWith(world, '558213'));
    expect(reports(world.called)).toBe(1);
  });

  it('goes at once, and is told again when the request is there', async () => {
    const world = await outboundWorld();
    const now = new Date(origin).toISOString();
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: now, event: 'e1', stage: '10' }));
    await world.writer(
      bookingSet('558213'),
      bookingRow({ id: '558213', at: now, event: 'b1', session: aSession, deal: '771904' }),
    );
    await world.drain();
    expect(world.remote.held.deals.size).toBe(1);
    expect(world.remote.held.requests.size).toBe(0);
    expect(communicationIn(world)).toEqual(none);
    await world.settle();
    expect(communicationIn(world)).toEqual(joinedWith(world, '558213'));
  });

  it('is told once more for all that, by two calls', async () => {
    const world = await withBoth();
    await world.drain();
    const { calls } = world.remote.counts;
    await world.settle();
    // The report, and the deal.
    expect(world.remote.counts.calls).toBe(calls + 2);
    expect(world.called.slice(calls)).toEqual(['get.offline_messages_report', 'upload.deals_history']);
  });

  it('is taken as changed then, or CoMagic would leave it as it is', async () => {
    const world = await withBoth({
      session: aSession,
      change: unchangedSince,
    });
    await world.settle();
    expect(communicationIn(world)).toEqual(none);
  });

  it('is joined with none when the request went out without, for CoMagic finds an earlier call by the contact', async () => {
    const world = await withBoth({});
    await world.settle();
    expect(requestThere(world, '558213')?.['campaign_id']).toBe(230144);
    expect(communicationIn(world)).toEqual(none);
    expect(reports(world.called)).toBe(0);
    // A visit that is heard of later is none of the request that is there.
    await world.writer(bookingSet('558213'), bookingRow({ id: '558213', at: at(30), event: 'b2', session: aSession }));
    await world.settle();
    expect((await world.state.sent(requestOf('558213'))).value).toMatchObject({ differs: true });
    expect(communicationIn(world)).toEqual(none);
    expect(reports(world.called)).toBe(0);
  });

  it('is its own where it names no booking', async () => {
    const world = await outboundWorld();
    world.remote.held.sessions.set(Number(aSession), '2026-03-01 12:00:00');
    const row = dealRow({ id: '771904', at: at(0), event: 'e1', stage: '10' });
    const { request } = bookingRow({ id: '1', at: at(0), event: 'b1' });
    const reading = { ...row.reading, session: aSession };
    await world.writer(dealSet('771904'), { ...row, reading, request: request! });
    await world.settle();
    const [own] = world.remote.held.requests.values();
    expect(own).toMatchObject({ ext_id: 'arbat.d.771904', visitor_session_id: 14783260762 });
    expect(communicationIn(world)).toMatchObject({ communication_id: own!.communication_id });
  });
});

describe('Of the requests of a deal', () => {
  const told = [
    [bookingSet('1'), bookingRow({ id: '1', at: at(5), event: 'b1', session: aSession })],
    [bookingSet('2'), bookingRow({ id: '2', at: at(0), event: 'b2' })],
    [bookingSet('3'), bookingRow({ id: '3', at: at(3), event: 'b3', session: aSession, deal: '771904' })],
    [dealSet('771904'), dealRow({ id: '771904', at: at(9), event: 'e1', stage: '10', bookings: ['1', '2'] })],
  ] as const;

  it.each([
    ['in this order', [0, 1, 2, 3]],
    ['the deal first', [3, 0, 2, 1]],
    ['the last first', [2, 3, 1, 0]],
  ])('the earliest with a visit is chosen, whatever came first: %s', async (_, order) => {
    const world = await outboundWorld();
    for (const one of order) {
      const [set, row] = told[one]!;
      await world.writer(set, row);
      await world.settle();
    }
    expect(communicationIn(world)).toEqual(joinedWith(world, '3'));
  });

  it('one that lies more than 30 days before it is passed over, as CoMagic joins none such', async () => {
    const world = await outboundWorld();
    const row = bookingRow({ id: '1', at: at(0), event: 'b1', session: aSession, deal: '771904' });
    const early = { at: '2026-02-08T08:59:59.000Z' };
    world.remote.held.sessions.set(Number(aSession), '2026-02-01 12:00:00');
    await world.writer(bookingSet('1'), { ...row, reading: { ...row.reading, createdAt: early } });
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(9), event: 'e1', stage: '10' }));
    await world.settle();
    expect(requestThere(world, '1')).toBeDefined();
    expect(communicationIn(world)).toEqual(none);
  });

  it('none is chosen of a deal of more than 20: it is a subscription', async () => {
    const world = await outboundWorld();
    const bookings = Array.from({ length: 21 }, (_, i) => String(100 + i));
    const row = bookingRow({ id: '100', at: at(0), event: 'b1', session: aSession });
    await world.writer(bookingSet('100'), row);
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(9), event: 'e1', stage: '10', bookings }));
    await world.settle();
    expect(requestThere(world, '100')).toBeDefined();
    expect(communicationIn(world)).toEqual(none);
  });
});

describe('A request that is not listed yet', () => {
  /** What is there, but not listed. */
  async function unlisted() {
    const hidden = new Map<number, Parameters<World['remote']['held']['requests']['set']>[1]>();
    const world = await withBoth();
    await world.drain();
    const { requests } = world.remote.held;
    for (const [id, row] of requests) hidden.set(id, row);
    requests.clear();
    const list = () => {
      hidden.forEach((row, id) => requests.set(id, row));
    };
    return { ...world, list };
  }
  const minutesLater = async (world: World, minutes: number) => {
    world.clock.now += minutes * minute;
    await world.drain();
  };

  it('is asked for again, and its deal told when it is', async () => {
    const world = await unlisted();
    await minutesLater(world, 20);
    expect(reports(world.called)).toBe(1);
    expect(communicationIn(world)).toEqual(none);
    world.list();
    await minutesLater(world, 20);
    expect(communicationIn(world)).toEqual(joinedWith(world, '558213'));
    expect(await world.isPending()).toBe(false);
  });

  it('is asked for an hour long, and no longer', async () => {
    const world = await unlisted();
    await minutesLater(world, 59);
    expect(await world.isPending()).toBe(true);
    await minutesLater(world, 20);
    expect(await world.isPending()).toBe(false);
    const asked = reports(world.called);
    await minutesLater(world, 60);
    expect(reports(world.called)).toBe(asked);
  });
});

describe('A request of which CoMagic could not be asked', () => {
  const isReport = (method: string) => method === 'get.offline_messages_report';

  it('is asked for when it can be, however long that takes', async () => {
    let isDown = true;
    const world = await withBoth({
      session: aSession,
      remote: { fault: (method) => (isDown && isReport(method) ? 'down' : 'none') },
    });
    await world.drain();
    world.clock.now += 90 * minute;
    expect(await world.drain()).toBe('again');
    world.clock.now += 90 * minute;
    expect(await world.drain()).toBe('again');
    isDown = false;
    await world.settle();
    expect(communicationIn(world)).toEqual(joinedWith(world, '558213'));
  });

  it('is asked for when there is time', async () => {
    const world = await withBoth();
    await world.drain();
    world.clock.now += 90 * minute;
    expect(await world.drain(() => false)).toBe('again');
    expect(await world.isPending()).toBe(true);
    await world.settle();
    expect(communicationIn(world)).toEqual(joinedWith(world, '558213'));
  });

  it('stops an account whose key is let in no more', async () => {
    const world = await withBoth();
    await world.drain();
    world.remote.access.addresses = new Set();
    world.clock.now += 90 * minute;
    expect(await world.drain()).toBe('stopped');
    expect((await world.state.status('demo')).stopped?.reason).toBe('ip_not_whitelisted');
    world.remote.access.addresses = undefined;
    await world.settle();
    expect(communicationIn(world)).toEqual(joinedWith(world, '558213'));
  });

  it('is left to the contacts after an hour where the report is not of the tariff, and everything else goes on', async () => {
    const refused = { outcome: 'account', mnemonic: 'method_component_disabled', limits: undefined } as const;
    const world = await withBoth({
      session: aSession,
      change: (deps) => ({
        ...deps,
        call: (access, method, params) =>
          isReport(method) ? Promise.resolve(refused) : deps.call(access, method, params),
      }),
    });
    await world.drain();
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', stage: '20' }));
    await world.settle();
    expect(world.remote.held.deals.get('arbat.d.771904')).toHaveLength(2);
    expect(communicationIn(world)).toEqual(none);
  });

  it('has its hour from when it was sent, also where the answer to that was lost', async () => {
    let isLost = true;
    const world = await withBoth({
      session: aSession,
      remote: { fault: (method) => (isLost && method === 'upload.offline_messages' ? 'unanswered' : 'none') },
    });
    await world.drain();
    isLost = false;
    const [row] = world.remote.held.requests.values();
    const later = row!.communication_id;
    // A row of the report has no communication until it is known.
    Object.assign(row!, { communication_id: undefined });
    world.clock.now += 20 * minute;
    await world.drain();
    expect(communicationIn(world)).toEqual(none);
    row!.communication_id = later;
    world.clock.now += 20 * minute;
    await world.drain();
    expect(communicationIn(world)).toMatchObject({ communication_id: later });
  });
});

describe('A deal that is there', () => {
  it('stays joined when something else that it names was deleted there', async () => {
    const world = await withBoth();
    await world.settle();
    world.remote.held.funnels.clear();
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', stage: '20' }));
    world.called.length = 0;
    await world.settle();
    expect(world.called).not.toContain('delete.deals');
    expect(world.remote.held.deals.get('arbat.d.771904')).toHaveLength(2);
    expect(communicationIn(world)).toEqual(joinedWith(world, '558213'));
  });

  it.each([
    ['names no contact', {}],
    ['may name one', { hasContact: true }],
  ] as const)('of an earlier version, that %s, stays as it is', async (_, noted) => {
    const world = await withBoth({});
    await world.settle();
    const { value, rev } = await world.state.sent(dealOf('771904'));
    const { parameters: _p, modified: _m, ...before } = value!;
    await world.state.putSent('demo', dealOf('771904'), { ...before, ...noted }, rev);
    await world.deps.remark({ accountKey: 'demo', record: dealOf('771904') });
    world.called.length = 0;
    await world.settle();
    expect(world.called).toEqual([]);
  });

  it('does not lose what it was refused with', async () => {
    let isRefused = false;
    const world = await withBoth({
      session: aSession,
      remote: { refuses: () => (isRefused ? 'invalid_parameter_value' : undefined) },
    });
    await world.settle();
    isRefused = true;
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', comment: 'Ждёт' }));
    await world.settle();
    expect((await world.state.sent(dealOf('771904'))).value?.parked?.mnemonic).toBe('invalid_parameter_value');
    isRefused = false;
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(61), event: 'e3', comment: null }));
    world.called.length = 0;
    await world.settle();
    expect(world.called).not.toContain('delete.deals');
  });

  it('is told a minute apart, so that each time it is taken as changed later', async () => {
    const world = await withBoth({});
    const send = () => drain(world.deps)('demo', () => true, { atOnce: true });
    await send();
    const times = () => world.remote.held.deals.get('arbat.d.771904')?.map((row) => row['modified_date_time']);
    const first = times();
    const change = (event: string, amount: number) =>
      world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(1), event, amount }));
    await change('e2', 100);
    await send();
    const second = times();
    await change('e3', 200);
    expect(await send()).toBe('done');
    expect(times()).toEqual(second);
    world.clock.now += minute;
    await send();
    // Of CoMagic's clock it is known that it is about ours.
    expect([first, second, times()]).toEqual([
      ['2026-03-19 12:01:00'],
      ['2026-03-20 11:59:00'],
      ['2026-03-20 12:00:00'],
    ]);
    expect(world.remote.held.deals.get('arbat.d.771904')?.at(-1)).toMatchObject({ revenue: 2 });
  });
});

describe('A deal that was joined', () => {
  const gone = (row: SetRow): SetRow => ({ ...row, reading: { ...row.reading, client: { phones: [], emails: [] } } });

  it('with a request that goes is deleted and sent anew without it', async () => {
    const world = await withBoth();
    await world.settle();
    const { contact: _, ...row } = gone(bookingRow({ id: '558213', at: at(0), event: 'b1', session: aSession }));
    // As after an erasure.
    await world.writer(bookingSet('558213'), { ...row, replay: 1 });
    const nobody = gone(dealRow({ id: '771904', at: at(1), event: 'e1', stage: '10', bookings: ['558213'] }));
    await world.writer(dealSet('771904'), { ...nobody, replay: 1 });
    await world.settle();
    expect(requestThere(world, '558213')).toBeUndefined();
    expect(world.remote.held.deals.get('arbat.d.771904')).toHaveLength(1);
    expect(communicationIn(world)).toEqual(none);
  });

  it('with one that somebody has deleted there goes on without it', async () => {
    const world = await withBoth();
    await world.settle();
    world.remote.held.requests.clear();
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', stage: '20' }));
    await world.settle();
    expect(world.remote.held.deals.get('arbat.d.771904')).toHaveLength(2);
    expect(communicationIn(world)).toEqual(none);
    expect((await world.state.sent(dealOf('771904'))).value?.parked).toBeUndefined();
  });

  it('waits while it is not known whether the request is gone', async () => {
    let isLost = false;
    const world = await withBoth({
      session: aSession,
      remote: { fault: (method) => (isLost && method === 'delete.offline_messages' ? 'unanswered' : 'none') },
    });
    await world.settle();
    isLost = true;
    const { contact: _, ...row } = gone(bookingRow({ id: '558213', at: at(0), event: 'b1', session: aSession }));
    await world.writer(bookingSet('558213'), { ...row, replay: 1 });
    world.clock.now += 60 * minute;
    expect(await world.drain()).toBe('again');
    isLost = false;
    await world.writer(dealSet('771904'), dealRow({ id: '771904', at: at(60), event: 'e2', stage: '20' }));
    world.clock.now += 30_000;
    await world.drain();
    expect(world.remote.held.deals.get('arbat.d.771904')).toHaveLength(1);
    await world.settle();
    expect(world.remote.held.deals.get('arbat.d.771904')).toHaveLength(2);
    expect(communicationIn(world)).toEqual(none);
  });
});
