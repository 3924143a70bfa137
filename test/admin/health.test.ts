import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayStart } from '../../lib/flow/admin/period.ts';
import { journal } from '../../lib/store/journal.ts';
import { aLine } from '../build/journal.ts';
import { ago, deliveries } from './deliver.ts';
import { ownQueues, type OwnQueues } from './own-queues.ts';
import { startStand, type Stand } from './stand.ts';

let own: OwnQueues;
let stand: Stand;
beforeAll(async () => {
  own = await ownQueues();
  stand = await startStand(own.variables);
  await deliveries(stand).connect();
});
afterAll(async () => {
  await stand.close();
  await own.close();
});

const send = (url: string) => own.client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: '{}' }));
const health = async (as = 'viewer') => {
  const { status, body } = await stand.ask('GET /api/health', { as });
  expect(status).toBe(200);
  return body;
};
const empty = { waiting: 0, inFlight: 0 };

describe('health', () => {
  it('of an account to which nothing came is empty', async () => {
    expect(await health()).toEqual({
      queues: { bookings: { ...empty, deadLetters: empty }, deals: { ...empty, deadLetters: empty }, jobs: empty },
      parked: { count: 0, more: false },
      today: { count: 0, more: false },
    });
  });

  it('says what waits in each queue and what is being worked on', async () => {
    for (const url of [own.queues.bookings.url, own.queues.bookings.url, own.queues.bookings.url, own.queues.deals.url])
      await send(url);
    await send(own.queues.deals.dead.url);
    await send(own.queues.jobs.url);
    await send(own.queues.jobs.url);
    await own.client.send(new ReceiveMessageCommand({ QueueUrl: own.queues.bookings.url, MaxNumberOfMessages: 1 }));
    expect((await health())['queues']).toEqual({
      bookings: { waiting: 2, inFlight: 1, deadLetters: empty },
      deals: { waiting: 1, inFlight: 0, deadLetters: { waiting: 1, inFlight: 0 } },
      jobs: { waiting: 2, inFlight: 0 },
    });
  });

  it('says what is parked, when the last delivery came, and how many lines there are of today, of this account alone', async () => {
    const { connect, refuse } = deliveries(stand);
    await connect({ key: 'alien', accountKey: 'other', salonId: '3000' });
    const { putLine } = journal({ table: stand.tables.journal, now: () => new Date() });
    const parked = { outcome: 'failed', reason: 'parked' } as const;
    const put = (id: string, receivedAt: string, over: object = {}) =>
      putLine({ line: aLine({ id, receivedAt, ...over }), message: '' });
    const failed = { status: 'failed' as const, deal: parked, request: parked };
    await put('parked-1', ago(60 * 23), failed);
    await put('parked-long-ago', ago(60 * 25), failed);
    await put('alien', ago(1), { ...failed, accountKey: 'other', salonKey: 'alien' });
    const midnight = dayStart('Europe/Moscow', new Date());
    const beforeMidnight = new Date(Date.parse(midnight) - 1).toISOString();
    await put('yesterday', beforeMidnight);
    await put('midnight', midnight);
    const now = new Date().toISOString();
    await put('now', now);
    await refuse({ receivedAt: new Date().toISOString() });
    const { parked: found, lastEventAt, today } = await health();
    expect([found, lastEventAt]).toEqual([{ count: 1, more: false }, now]);
    const ofToday = [ago(60 * 23), ago(60 * 25)].filter((at) => at >= midnight).length + 3;
    expect(today).toEqual({ count: ofToday, more: false });
    expect(await health('stranger')).toMatchObject({ parked: { count: 1 } });
  });
});

describe('the start of a day', () => {
  it.each([
    ['Europe/Moscow', '2026-03-14T20:59:59.999Z', '2026-03-13T21:00:00.000Z'],
    ['Europe/Moscow', '2026-03-14T21:00:00.000Z', '2026-03-14T21:00:00.000Z'],
    ['America/New_York', '2026-03-08T16:00:00.000Z', '2026-03-08T05:00:00.000Z'],
    ['UTC', '2026-03-14T00:00:00.000Z', '2026-03-14T00:00:00.000Z'],
  ])('is midnight by the clocks of %s: %s', (zone, now, midnight) => {
    expect(dayStart(zone, new Date(now))).toBe(midnight);
  });
});
