import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as expected from '../build/sample-records.ts';
import { without } from '../build/without.ts';
import { connectSalon, listOf, openAccount, post, postSample, samples, type Connected } from './salon.ts';
import { apiOf, type Api, type Item, type Target } from './target.ts';
import { triedStack } from './tried.ts';

const march = 'from=2026-03-01&to=2026-04-01';

let target: Target;
let stop: () => Promise<void>;

beforeAll(async () => {
  ({ target, stop } = await triedStack());
});
afterAll(() => stop());

const extIds = (items: Item[]) => items.map(({ extId }) => extId).sort();

/** A single record as sample-records.ts has it, and its events. */
async function record(api: Api, path: string): Promise<{ content: Item; events: string[] }> {
  const { status, body } = await api('GET', path);
  expect(status).toBe(200);
  const { events } = body as { events: Item[] };
  const content = without(body as Item, 'id', 'salon', 'events', 'decided', 'delivery');
  return {
    content,
    events: events.map(({ kind, act, dateTime }) => `${kind as string} ${act as string} ${dateTime as string}`),
  };
}

describe.each([
  ['as they happened', samples],
  ['in reverse', [...samples].reverse()],
])('The samples, posted %s', (_, order) => {
  let api: Api;
  let salon: Connected;
  let lines: Item[];

  beforeAll(async () => {
    api = await openAccount(target);
    salon = await connectSalon(api);
    for (const sample of order) {
      const { status, body } = await postSample(sample, salon);
      const { events } = body as { events: Item[] };
      expect({ sample, status, events: events.map((event) => event['status']) }).toEqual({
        sample,
        status: 200,
        events: sample === 'records-cancelled-array.json' ? ['accepted', 'accepted'] : ['accepted'],
      });
    }
    lines = await listOf(api, `/api/events?salon=${salon.key}`, 6);
  });

  it('are six lines of the journal, all done', () => {
    expect(
      lines.map(({ kind, act, status }) => `${kind as string} ${act as string} ${status as string}`).sort(),
    ).toEqual([
      'booking created done',
      'booking deleted done',
      'booking updated done',
      'deal created done',
      'deal deleted done',
      'deal updated done',
    ]);
  });

  it('are three requests that a list shows', async () => {
    const items = await listOf(api, `/api/requests?${march}&salon=${salon.key}`, 3);
    expect(extIds(items)).toEqual(['558213', '558240', '771950']);
  });

  it('hide the booking that only ever was deleted', async () => {
    const items = await listOf(api, `/api/requests?${march}&salon=${salon.key}&hidden=true`, 4);
    expect(extIds(items)).toEqual(['558213', '558240', '558241', '771950']);
    expect(items.find(({ extId }) => extId === '558241')).toMatchObject({ hidden: ['stub'] });
  });

  it('have in no list the request of a deal that names its booking; it answers to which it gave way', async () => {
    const { content, events } = await record(api, `/api/requests/${salon.key}.d.771904`);
    const supersededBy = [`${salon.key}.b.558213`];
    expect(content).toEqual({ salonId: '1042', hidden: ['superseded'], supersededBy });
    expect(events).toEqual(expected.events.paidDeal);
  });

  it('are one deal that a list shows and one that was deleted', async () => {
    expect(extIds(await listOf(api, `/api/deals?${march}&salon=${salon.key}`, 1))).toEqual(['771904']);
    const items = await listOf(api, `/api/deals?${march}&salon=${salon.key}&hidden=true`, 2);
    expect(extIds(items)).toEqual(['771904', '771950']);
  });

  it.each([
    ['the booking', 'requests', 'b.558213', 'bookedRequest'],
    ['the deal without a booking', 'requests', 'd.771950', 'dealsRequest'],
    ['the cancelled booking', 'requests', 'b.558240', 'cancelledRequest'],
    ['the paid deal', 'deals', 'd.771904', 'paidDeal'],
    ['the deleted deal', 'deals', 'd.771950', 'deletedDeal'],
  ] as const)('give %s field by field', async (_title, list, id, name) => {
    const found = await record(api, `/api/${list}/${salon.key}.${id}`);
    expect(found).toEqual({ content: expected[name], events: expected.events[name] });
  });

  it('give the journal the names of the paths that had no use, and no values', async () => {
    const line = lines.find(({ kind, act }) => kind === 'booking' && act === 'created');
    const { body } = await api('GET', `/api/events/${line?.['id'] as string}`);
    expect(JSON.stringify(body)).toContain('visits_count');
    expect(JSON.stringify(body)).not.toContain(salon.token);
  });

  it('give the pipeline that CoMagic wants: one success and one failed at the end, in steps of ten', async () => {
    const { body } = await api('GET', '/api/pipelines');
    const { items } = body as { items: { id: string; stages: { type: string; order: number }[] }[] };
    const stages = items.find(({ id }) => id === 'default')?.stages ?? [];
    expect(stages.map(({ order }) => order)).toEqual(stages.map((_stage, at) => (at + 1) * 10));
    expect(stages.slice(-2).map(({ type }) => type)).toEqual(['success', 'failed']);
    expect(stages.slice(0, -2).every(({ type }) => type === 'in_process')).toBe(true);
  });
});

describe('The webhook', () => {
  it('takes every sample for the salon of the target by the printed recipe', async () => {
    for (const sample of samples) expect((await postSample(sample, target.salon)).status).toBe(200);
  });

  it.each(['GET', 'HEAD'])('answers %s with 200 and no body', async (method) => {
    const response = await fetch(target.salon.webhookUrl, { method });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('refuses a wrong token and an unknown hook key with one and the same answer, and says the first in the journal', async () => {
    const api = await openAccount(target);
    const salon = await connectSalon(api);
    const wrong = await postSample('booking-created.json', { ...salon, token: 'wrong-token' });
    const unknown = await postSample('booking-created.json', { ...salon, webhookUrl: `${salon.webhookUrl}x` });
    expect(wrong.status).toBe(401);
    expect(unknown).toEqual(wrong);
    const lines = await listOf(api, `/api/events?salon=${salon.key}`, 1);
    expect(lines).toMatchObject([{ status: 'refused', refusal: { reason: 'invalid_token', status: 401 } }]);
    expect(await listOf(api, `/api/requests?${march}&salon=${salon.key}&hidden=true`, 0)).toEqual([]);
  });

  it('keeps an event of another salon as ignored', async () => {
    const api = await openAccount(target);
    const salon = await connectSalon(api);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${salon.token}` };
    const body = JSON.stringify({ event: 'booking.created', salon: { id: 7 }, data: { id: 1 } });
    const answer = await post(salon.webhookUrl, headers, body);
    expect(answer).toMatchObject({ status: 200, body: { events: [{ status: 'ignored', reason: 'other_salon' }] } });
    const lines = await listOf(api, `/api/events?salon=${salon.key}`, 1);
    expect(lines).toMatchObject([{ status: 'ignored', request: { outcome: 'ignored', reason: 'other_salon' } }]);
  });

  it('refuses what it cannot read', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${target.salon.token}` };
    expect((await post(target.salon.webhookUrl, headers, '{"event":')).status).toBe(400);
  });
});

describe('A message on the queue that no code can read', () => {
  it('ends in the journal of no account, which an operator sees', async () => {
    const { endpoint, bookings } = target.queues;
    const local = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
    const sqs = new SQSClient({ endpoint, ...(process.env['AWS_ACCESS_KEY_ID'] === undefined ? local : {}) });
    const sent = await sqs.send(new SendMessageCommand({ QueueUrl: bookings, MessageBody: `no JSON ${randomUUID()}` }));
    sqs.destroy();
    const operator = await apiOf(target, '-');
    const end = Date.now() + 60_000;
    const find = () => operator('GET', `/api/events/${sent.MessageId ?? ''}`);
    let found = await find();
    while (found.status === 404 && Date.now() < end) {
      await sleep(200);
      found = await find();
    }
    const failed = { outcome: 'failed', reason: 'unreadable' };
    expect(found.status).toBe(200);
    expect(JSON.stringify(found.body)).toContain('unreadable');
    const listed = await listOf(operator, '/api/events?status=failed', 1);
    expect(listed.find(({ id }) => id === sent.MessageId)).toMatchObject({
      status: 'failed',
      deal: failed,
      request: failed,
    });
  });
});

describe('The API', () => {
  it.each([undefined, 'Bearer nonsense'])('answers 401 to %s', async (authorization) => {
    const response = await fetch(`${target.url}/api/me`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(response.status).toBe(401);
  });

  it('asks an operator for the account', async () => {
    const operator = await apiOf(target, '');
    expect((await operator('GET', '/api/salons')).status).toBe(400);
  });

  it('connects a salon of ProfSalon to an account once', async () => {
    const api = await openAccount(target);
    await connectSalon(api);
    const again = { isActive: true, salonId: ' 1042 ', salonLogin: 'msc_myata_arbat', token: 'another-token' };
    const { status, body } = await api('POST', '/api/salons', again);
    expect([status, body]).toMatchObject([409, { error: { code: 'already_connected' } }]);
  });

  it('refuses a save over a newer version', async () => {
    const api = await openAccount(target);
    const { key } = await connectSalon(api);
    const { status } = await api('PUT', `/api/salons/${key}`, { salonName: 'Старая', version: 1 });
    expect(status).toBe(409);
  });
});
