import { inflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { setRules } from '../../functions/wiring/worker-deps.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import { TryAgain } from '../../lib/model/try-again.ts';
import type { SetRules } from '../../lib/store/event-set.ts';
import { asConnected, aSalon } from '../build/settings.ts';
import { actingIn } from './acting.ts';
import { anEvent, jobWorld, type JobWorld } from './world.ts';

const anna = { name: 'Анна Ветрова', phone: '8 (916) 123-45-67', email: 'Vetrova@Example.ru' };
const boris = { name: 'Борис', phone: '+79167654321' };
/** What nothing may hold of her afterwards, in small letters. */
const marks = ['ветрова', '9161234567', '123-45-67', '123 45 67', 'vetrova@example.ru', 'мягкий звонок'];

const booking = (id: number, client: object, more: object = {}) => ({
  event: 'booking.created',
  occurred_at: `2026-03-14T12:31:${String(id % 60).padStart(2, '0')}+03:00`,
  data: { id, client, comment: client === boris ? 'к Борису' : 'мягкий звонок', ...more },
});
const deal = (id: number, contact: object, more: object = {}) => ({
  event: 'deal.updated',
  occurred_at: '2026-03-14T13:00:00+03:00',
  data: { id, contact, amount: 3150, ...more },
});

let world: JobWorld;
beforeEach(async () => {
  world = await jobWorld();
  world.connect();
});

/** Every item of every table as text, bodies inflated. */
function stored(): string {
  const all = Object.values(world.tables).flatMap((table) => table.all());
  return all
    .flatMap((item) => Object.values(item))
    .map(textOf)
    .join('\n')
    .toLowerCase();
}
function textOf(value: unknown): string {
  return value instanceof Uint8Array ? inflateRawSync(value).toString('utf8') : JSON.stringify(value);
}
const lineIsEmpty = async (id: string) =>
  (await world.lines.deliveries('demo', id)).every(({ message }) => message === '');
const left = () => marks.filter((mark) => stored().includes(mark));
const erase = () => world.run({ what: 'erase', phone: anna.phone, again: anna.phone });

async function told(...messages: EventMessage[]): Promise<void> {
  for (const message of messages) await world.handle(message);
}

describe('An erasure by phone', () => {
  const everything = () => [
    anEvent(booking(1, { id: 7, ...anna }, { deal_id: 5 })),
    anEvent(deal(5, { id: 7, name: anna.name }, { booking_ids: [1] })),
    anEvent(booking(2, anna), { reason: 'integration_inactive' }),
    anEvent({ event: 'booking.created', data: { client: anna } }),
    anEvent(booking(3, boris)),
  ];

  it('leaves nothing of her in any table, and others as they were', async () => {
    await told(...everything());
    expect(left()).toHaveLength(5);
    expect(await erase()).toMatchObject({ state: 'done' });
    expect(left()).toEqual([]);
    expect(await world.records.request({ salonKey: 'arbat', kind: 'booking', id: '3' })).toMatchObject({
      name: 'Борис',
    });
    const request = await world.records.request({ salonKey: 'arbat', kind: 'booking', id: '1' });
    expect(request).toMatchObject({ extId: '1', phones: [], emails: [] });
    expect(await world.records.deal({ salonKey: 'arbat', kind: 'deal', id: '5' })).toMatchObject({ revenue: 315_000 });
  });

  it('is not undone by a redelivery, a repeat or a replay', async () => {
    const messages = everything();
    await told(...messages);
    await erase();
    for (const message of messages) await world.batch(message);
    const later = new Date(Date.now() + 60_000).toISOString();
    for (const message of messages) await world.batch({ ...message, receivedAt: later });
    expect(left()).toEqual([]);
    await world.run({ what: 'replay', salon: 'arbat' });
    expect(left()).toEqual([]);
  });

  /** The rows of a booking that is erased and then delivered again by a worker that dies before it reads erasures. */
  async function rowsAfterDeath() {
    const [message] = everything();
    await told(message!);
    await erase();
    await world.handle(message!);
    expect(await lineIsEmpty(message!.eventId)).toBe(true);
    return (await world.records.contents({ salonKey: 'arbat', kind: 'booking', id: '1' })).rows;
  }

  it('is not undone in a set by a redelivery that dies on its way', async () => {
    const rows = await rowsAfterDeath();
    expect(rows).toMatchObject([{ wiped: [1], reading: { bookingId: '1' } }]);
    expect(rows[0]!.reading).not.toHaveProperty('client');
  });

  it('is undone by it when a wipe does not win the merge', async () => {
    const rules = setRules();
    const mergeRow: SetRules['mergeRow'] = (old, next) =>
      next.wiped === undefined && old.wiped !== undefined ? next : rules.mergeRow(old, next);
    world = await jobWorld({ rules: { ...rules, mergeRow }, workerRules: { ...rules, mergeRow } });
    expect((await rowsAfterDeath())[0]!.reading).toHaveProperty('client');
  });

  /** What is left when the erasure's clock is so many milliseconds behind that of whoever has received the event. */
  async function leftBehind(behind: number): Promise<string[]> {
    world = await jobWorld({ now: () => new Date(Date.now() - behind) });
    await told(anEvent(booking(2, anna), { receivedAt: new Date().toISOString() }));
    await erase();
    return left();
  }

  it('erases what was received by a clock that is four seconds ahead', async () => {
    expect(await leftBehind(4000)).toEqual([]);
  });

  it('misses what was received by one that is further ahead than clocks differ', async () => {
    expect(await leftBehind(7000)).not.toEqual([]);
  });

  it('is undone by a new event, which makes her anew', async () => {
    await told(...everything());
    await erase();
    const later = new Date(Date.now() + 60_000).toISOString();
    await world.batch(anEvent(booking(9, { id: 7, ...anna }), { receivedAt: later }));
    expect(await world.records.request({ salonKey: 'arbat', kind: 'booking', id: '9' })).toMatchObject({
      name: anna.name,
    });
    expect(await world.records.request({ salonKey: 'arbat', kind: 'booking', id: '1' })).not.toHaveProperty('name');
  });

  it('wipes what a worker, a job and a parked message had in flight', async () => {
    const [first, second, third] = everything();
    await told(first!);
    await world.handle(third!);
    const replay = await world.create({ what: 'replay', salon: 'arbat' });
    await world.start(replay.id);
    const { id } = await world.create({ what: 'erase', phone: anna.phone, again: anna.phone });
    await world.start(id);
    await world.batch(second!, async () => {
      await world.work();
    });
    await world.park(anEvent(booking(4, anna)));
    await world.work();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done' });
    expect(left()).toEqual([]);
  });

  it('erases what names her by her contact alone, also when what told of it is wiped by others first', async () => {
    const byPhone = anEvent(booking(1, { id: 7, ...anna }));
    await told(byPhone, anEvent(booking(2, { id: 7, name: anna.name })));
    const { id } = await world.create({ what: 'erase', phone: anna.phone, again: anna.phone });
    await world.start(id);
    const [first] = world.queue.splice(0);
    await world.step({ v: 1, type: 'job', ...first! });
    await world.batch(byPhone);
    await world.work();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done' });
    expect(left()).toEqual([]);
  });

  /** How often sets are read by the erasure of someone with so many bookings. */
  async function readsOf(bookings: number): Promise<number> {
    world = await jobWorld();
    await told(...Array.from({ length: bookings }, (_, at) => anEvent(booking(at + 1, { id: 7, ...anna }))));
    const { query } = world.tables.records;
    let reads = 0;
    world.tables.records.query = (pk, start) => {
      reads++;
      return query(pk, start);
    };
    await erase();
    expect(left()).toEqual([]);
    return reads;
  }

  it('reads each set of hers a few times, however many there are', async () => {
    const [few, many] = [await readsOf(10), await readsOf(40)];
    expect(many).toBeLessThan(few * 5);
  });

  it('makes her contact anew also when it has died between the last set and that', async () => {
    await told(...everything());
    const { putIf } = world.tables.records;
    let dies = true;
    world.tables.records.putIf = (item, rev) => {
      if (dies && item.sk === 'contact') throw new TryAgain('died');
      return putIf(item, rev);
    };
    await expect(erase()).rejects.toThrow('died');
    expect(left()).not.toEqual([]);
    dies = false;
    await world.sweep();
    await world.work();
    expect(left()).toEqual([]);
  });

  it('is over when each queue was seen empty since its walks, one after the other', async () => {
    await told(...everything());
    world.queuesAre([true, false, true, false]);
    const { id } = await erase();
    expect(await world.jobOf(id)).toMatchObject({ state: 'running' });
    expect(left()).toEqual([]);
    world.queuesAre([false, true, false, false]);
    await world.sweep();
    await world.work();
    expect(await world.jobOf(id)).toMatchObject({ state: 'running' });
    world.queuesAre([false, false, false, true]);
    await world.sweep();
    await world.work();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done', counts: { erased: 1 } });
  });

  it('wants what is erased typed twice, and a phone that is one', async () => {
    const refused = (over: object) => world.create({ what: 'erase', phone: anna.phone, again: anna.phone, ...over });
    await expect(refused({ again: '8 916' })).rejects.toThrow('differs');
    await expect(refused({ phone: 'нет', again: 'нет' })).rejects.toThrow('invalid');
  });
});

describe('A search after an erasure', () => {
  const search = async (body: { phone: string } | { email: string } | { id: string }) => {
    const { requests, deals, events } = await actingIn(world)('POST /api/search', { body });
    return [requests.length, deals.length, events.length];
  };
  beforeEach(async () => {
    await world.settings.addSalon(asConnected(aSalon()));
  });

  it('finds nothing by what was erased, also of a delivery that made its record by a replay', async () => {
    await told(anEvent(booking(1, anna), { reason: 'integration_inactive' }));
    expect([await search({ phone: anna.phone }), await search({ email: anna.email })]).toEqual([
      [0, 0, 1],
      [0, 0, 1],
    ]);
    await world.run({ what: 'replay', salon: 'arbat' });
    expect(await search({ phone: anna.phone })).toEqual([1, 0, 1]);
    await erase();
    expect([await search({ phone: anna.phone }), await search({ email: anna.email })]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('finds what is left by its id, and what came after by the phone', async () => {
    await told(anEvent(booking(1, anna), { reason: 'integration_inactive' }), anEvent(booking(2, anna)));
    await erase();
    expect(await search({ id: '2' })).toEqual([1, 0, 1]);
    await world.batch(anEvent(booking(9, anna), { receivedAt: new Date(Date.now() + 60_000).toISOString() }));
    expect(await search({ phone: anna.phone })).toEqual([1, 0, 1]);
  });
});

describe('An erasure by contact', () => {
  it('erases who has no phone and no e-mail', async () => {
    await told(anEvent(booking(1, { id: 7, name: anna.name })));
    const contact = 'arbat.c.7';
    await world.run({ what: 'erase', contact, again: contact });
    expect(left()).toEqual([]);
  });
});
