import { beforeEach, describe, expect, it } from '@jest/globals';
import { anEvent, jobWorld, type JobWorld } from './world.ts';

const booking = (data: object = {}) => ({
  event: 'booking.created',
  occurred_at: '2026-03-14T12:31:05+03:00',
  data: { id: 558213, client: { name: 'Анна', phone: '+79161234567' }, ...data },
});
const theBooking = { salonKey: 'arbat', kind: 'booking', id: '558213' } as const;

let world: JobWorld;
beforeEach(async () => {
  world = await jobWorld();
});
const all = { what: 'replay', salon: 'arbat' } as const;
const lineOf = async (id: string) => (await world.lines.deliveries('demo', id))[0]!.line;

describe('A replay', () => {
  it('tells what it would do, writes nothing of it, and then does it', async () => {
    const message = anEvent(booking(), { settings: { sendRequests: false } });
    await world.handle(message);
    world.connect({ version: 2 });
    const before = JSON.stringify([world.tables.records.all(), world.tables.journal.all()]);
    const job = await world.create(all);
    expect(job).toMatchObject({
      state: 'ready',
      forecast: {
        lines: 1,
        more: false,
        outcomes: { done: 1 },
        records: { created: 1, changed: 0, removed: 0, unchanged: 0 },
        changes: [{ type: 'request', id: 'arbat.b.558213', effect: 'created', fields: [] }],
      },
    });
    expect(JSON.stringify([world.tables.records.all(), world.tables.journal.all()])).toBe(before);
    await world.start(job.id);
    await world.work();
    expect(await world.jobOf(job.id)).toMatchObject({ state: 'done', counts: { done: 1 } });
    expect(await lineOf(message.eventId)).toMatchObject({
      status: 'done',
      replay: job.number,
      sets: ['arbat.b.558213'],
    });
    expect(await world.records.request(theBooking)).toMatchObject({ name: 'Анна' });
  });

  it('mends what was read in a wrong zone and what no settings let through; again it changes nothing', async () => {
    const late = {
      ...booking(),
      occurred_at: undefined,
      data: { ...booking().data, created_at: '2026-03-14 12:31:05' },
    };
    const zone = anEvent(late, { settings: { timezone: 'Asia/Yekaterinburg' } });
    const unknown = anEvent({ event: 'loyalty.points', data: { id: 1 } }, { reason: 'unknown_event' });
    const off = anEvent({ event: 'deal.created', data: { id: 771904 } }, { reason: 'integration_inactive' });
    for (const message of [zone, unknown, off]) await world.handle(message);
    world.connect();
    expect(await world.records.request(theBooking)).toMatchObject({ dateTime: '2026-03-14T07:31:05.000Z' });
    const job = await world.run(all);
    expect(job.counts).toEqual({ done: 2, 'ignored:unknown_event': 1 });
    expect(await world.records.request(theBooking)).toMatchObject({ dateTime: '2026-03-14T09:31:05.000Z' });
    expect(await world.records.deal({ salonKey: 'arbat', kind: 'deal', id: '771904' })).toBeDefined();
    const again = await world.create(all);
    expect(again.forecast?.records).toEqual({ created: 0, changed: 0, removed: 0, unchanged: 3 });
  });

  it('takes the lines that its filter takes alone', async () => {
    await world.handle(anEvent(booking(), { settings: { sendRequests: false } }));
    await world.handle(anEvent(booking({ id: 2 })));
    world.connect();
    const filter = { status: 'ignored', reason: 'requests_disabled' } as const;
    expect((await world.run({ ...all, filter })).counts).toEqual({ done: 1 });
    expect((await world.run({ ...all, filter })).counts).toEqual({});
  });

  it('keeps the choices that a record was put with, and moves them by a change of choices alone', async () => {
    const message = anEvent(booking(), { settings: { requestsFrom: 'widget', useDefaultPipeline: false } });
    await world.handle(message);
    expect(await lineOf(message.eventId)).toMatchObject({ status: 'ignored', request: { reason: 'origin_unknown' } });
    world.connect({ version: 2, requestsFrom: 'any', defaultCampaignId: '7' });
    expect((await world.run(all)).counts).toEqual({ 'ignored:origin_unknown': 1 });
    const choices = { requestsFrom: 'any', attributeTo: 'campaign', defaultCampaignId: '7' } as const;
    expect(await world.run({ what: 'rechoose', salon: 'arbat', choices })).toMatchObject({
      state: 'done',
      counts: { chosen: 1 },
    });
    expect(await world.records.request(theBooking)).toMatchObject({ hidden: [], campaignId: '7' });
    expect(await lineOf(message.eventId)).toMatchObject({ status: 'done', request: { outcome: 'done' } });
    expect((await world.run(all)).counts).toEqual({ done: 1 });
    expect(await world.records.request(theBooking)).toMatchObject({ hidden: [], campaignId: '7' });
  });

  it('keeps the choices when it moves an event to another record, and leaves nothing in the old one', async () => {
    const deal = anEvent(
      { event: 'deal.created', data: { id: 1, booking_ids: [558213], contact: { name: 'Анна' } } },
      { settings: { defaultCampaignId: '5', useDefaultPipeline: false } },
    );
    await world.handle(deal);
    expect(await world.records.request(theBooking)).toMatchObject({ name: 'Анна', campaignId: '5' });
    world.connect({ version: 2, defaultCampaignId: '7' });
    world.rereads((reading) => ({ ...reading, dealId: '2', bookingIds: ['9'] }));
    expect((await world.run(all)).counts).toEqual({ done: 1 });
    const [old, next] = ['1', '2'].map((id) => ({ salonKey: 'arbat', kind: 'deal', id }) as const);
    expect(await world.records.deal(old!)).toBeUndefined();
    expect(await world.records.deal(next!)).toMatchObject({ useDefaultPipeline: false });
    expect(await world.records.request(theBooking)).toBeUndefined();
    expect(await world.records.request({ ...theBooking, id: '9' })).toMatchObject({ name: 'Анна', campaignId: '5' });
    expect(await lineOf(deal.eventId)).toMatchObject({ sets: ['arbat.d.1', 'arbat.d.2'] });
  });

  it('stops when it is told to, and counts what was done', async () => {
    for (let id = 1; id <= 60; id++) await world.handle(anEvent(booking({ id }), { minutesAgo: 100 - id }));
    world.connect();
    const { id } = await world.create(all);
    await world.start(id);
    const [message] = world.queue.splice(0);
    await world.step({ v: 1, type: 'job', ...message! });
    await world.stop(id);
    await world.work();
    expect(await world.jobOf(id)).toMatchObject({ state: 'stopped', counts: { done: 25 } });
  });

  it('is started once however often it is asked, and does nothing while it is not', async () => {
    await world.handle(anEvent(booking()));
    world.connect();
    const { id } = await world.create(all);
    await Promise.all([world.start(id), world.start(id), world.start(id)]);
    expect(world.queue).toHaveLength(1);
    world.queue.length = 0;
    await world.sweep();
    await world.work();
    expect(await world.jobOf(id)).toMatchObject({ state: 'done', counts: { done: 1 } });
  });
});
