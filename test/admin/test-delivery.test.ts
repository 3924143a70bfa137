import { DeleteMessageBatchCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { keepFailedEvent } from '../../lib/flow/keep-failed.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import { messageSchema, type EventMessage } from '../../lib/model/message.ts';
import { tables } from '../../lib/model/tables.ts';
import { ago, deliveries } from './deliver.ts';
import { ownQueues, type OwnQueues } from './own-queues.ts';
import { startStand, type Ask, type Stand } from './stand.ts';

interface Step {
  step: string;
  state: string;
  at?: string;
  reason?: string;
  event?: string;
  record?: string;
}

let own: OwnQueues;
let stand: Stand;
let documents: DynamoDBDocumentClient;
beforeAll(async () => {
  own = await ownQueues();
  stand = await startStand(own.variables);
  documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const { connect, deliver } = deliveries(stand);
  await connect();
  await connect({ key: 'off', salonId: '8', sendDeals: false, requestsFrom: 'widget' });
  await connect({ key: 'inactive', salonId: '9', isActive: false });
  await deliver(
    { event: 'booking.created', data: { id: 1, created_at: ago(90), client: { name: 'Анна', phone: '+79161234567' } } },
    { receivedAt: ago(60) },
  );
});
afterAll(async () => {
  documents.destroy();
  await stand.close();
  await own.close();
});
beforeEach(async () => {
  await work();
  for (const id of ['arbat', 'off', 'inactive']) await remove(id);
});

/** The messages that wait, in both queues. */
async function waiting(): Promise<{ message: EventMessage; body: string; done: () => Promise<unknown> }[]> {
  const found = [];
  for (const { url } of [own.queues.bookings, own.queues.deals]) {
    const { Messages = [] } = await own.client.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
    );
    for (const { Body: body = '', ReceiptHandle } of Messages) {
      const message = v.parse(messageSchema, JSON.parse(body));
      if (message.type !== 'event') throw new Error('no event');
      const done = () =>
        own.client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: [{ Id: '0', ReceiptHandle }] }));
      found.push({ message, body, done });
    }
  }
  return found;
}

/** What both workers do with all that waits; answers the messages. */
async function work(): Promise<EventMessage[]> {
  const deps = workerDeps(stand.tables, {
    onLargeSet: () => undefined,
    sendCrossing: () => Promise.reject(new Error()),
  });
  const handle = recordMessage(deps);
  const messages = await waiting();
  for (const { message, body, done } of messages) {
    await handle(message, { messageId: '1', receiveCount: 1, sentAt: ago(0), body });
    await done();
  }
  return messages.map(({ message }) => message);
}

const start = (id = 'arbat') => stand.ask('POST /api/salons/{id}/test', { id });
const remove = (id = 'arbat') => stand.ask('DELETE /api/salons/{id}/test', { id });
async function steps(id = 'arbat'): Promise<Step[]> {
  const { status, body } = await stand.ask('GET /api/salons/{id}/test', { as: 'viewer', id });
  expect(status).toBe(200);
  return body['steps'] as Step[];
}
const states = (told: Step[]) => told.map(({ step, state, reason }) => [step, state, reason]);

/** Every item of every table. */
async function everything(): Promise<string[]> {
  const found: string[] = [];
  for (const TableName of Object.keys(stand.tables)) {
    const { Items = [] } = await documents.send(new ScanCommand({ TableName, ConsistentRead: true }));
    found.push(...Items.map(({ pk, sk, rev }) => `${TableName} ${String(pk)} ${String(sk)} ${String(rev)}`));
  }
  return found.sort();
}

describe('a test delivery', () => {
  it('waits until the workers have done it, and then says of each step when, and where to see it', async () => {
    const from = new Date().toISOString();
    const { status, body } = await start();
    expect(status).toBe(201);
    expect(states(body['steps'] as Step[])).toEqual([
      ['received', 'done', undefined],
      ['queued', 'done', undefined],
      ['request', 'waiting', undefined],
      ['deal', 'waiting', undefined],
    ]);
    expect(await steps()).toEqual(body['steps']);

    const messages = await work();
    expect(messages.map(({ test, salonKey }) => [test, salonKey])).toEqual([
      [true, 'test_arbat'],
      [true, 'test_arbat'],
    ]);
    const told = await steps();
    expect(states(told).map(([, state]) => state)).toEqual(['done', 'done', 'done', 'done']);
    const times = told.map(({ at = '' }) => at);
    expect(times.every((at) => at >= from && at <= new Date().toISOString())).toBe(true);
    expect([...times.slice(0, 2), times[2]].sort()).toEqual(times.slice(0, 3));

    const [, , request, deal] = told;
    const shown = await stand.ask('GET /api/requests/{id}', { id: request!.record! });
    expect(shown.body).toMatchObject({ salon: 'test_arbat', name: 'Тест Тестовый', amount: 100_000, hidden: [] });
    expect((await stand.ask('GET /api/deals/{id}', { id: deal!.record! })).body).toMatchObject({
      name: 'Тестовая сделка',
      stage: { name: 'Тестовый этап', type: 'in_process' },
    });
    const { body: event } = await stand.ask('GET /api/events/{id}', { id: deal!.event! });
    expect(event).toMatchObject({ status: 'done', warnings: [], unknownPaths: [] });
  });

  it('is done with the settings of the salon as they are', async () => {
    await start('off');
    await start('inactive');
    await work();
    expect(states(await steps('off')).slice(2)).toEqual([
      ['request', 'done', undefined],
      ['deal', 'ignored', 'deals_disabled'],
    ]);
    expect(states(await steps('inactive')).slice(2)).toEqual([
      ['request', 'ignored', 'integration_inactive'],
      ['deal', 'ignored', 'integration_inactive'],
    ]);
  });

  it('that is ignored stands in no index of problems', async () => {
    await start('inactive');
    await work();
    const { Items = [] } = await documents.send(new ScanCommand({ TableName: 'journal', ConsistentRead: true }));
    const [, bySalon, byProblem] = tables.journal.indexes;
    const lines = Items.filter((item) => item[bySalon.partition] === 'demo#test_inactive');
    expect(lines).toHaveLength(2);
    expect(lines.filter((item) => byProblem.partition in item)).toEqual([]);
  });

  it('says beside it when the last delivery came that was no test', async () => {
    const last = async () => (await stand.ask('GET /api/salons/{id}/test', { id: 'arbat' })).body['lastEventAt'];
    const before = await last();
    await start();
    await work();
    expect(before).toMatch(/^20/);
    expect(await last()).toBe(before);
  });

  it('is of nobody else’s salon', async () => {
    await start();
    await work();
    const [, , request, deal] = await steps();
    const other = { as: 'stranger' } as const;
    expect((await stand.ask('GET /api/requests/{id}', { ...other, id: request!.record! })).status).toBe(404);
    expect((await stand.ask('GET /api/deals/{id}', { ...other, id: deal!.record! })).status).toBe(404);
    expect((await stand.ask('GET /api/events/{id}', { ...other, id: deal!.event! })).status).toBe(404);
    expect((await stand.ask('GET /api/salons/{id}', { id: 'test_arbat' })).status).toBe(404);
    expect((await stand.ask('POST /api/salons/{id}/test', { id: 'test_arbat' })).status).toBe(404);
  });
});

const all = { from: '2020-01-01', hidden: 'true' };
/** All that lists, counts or searches. */
const asked: [string, Ask][] = [
  ['GET /api/requests', { query: all }],
  ['GET /api/deals', { query: all }],
  ['GET /api/contacts', { query: { from: all.from } }],
  ['GET /api/events', {}],
  ['GET /api/events', { query: { salon: 'arbat' } }],
  ['GET /api/problems', {}],
  ['GET /api/health', {}],
  ['GET /api/pipelines', {}],
  ['GET /api/managers', {}],
  ['GET /api/salons', {}],
  ['GET /api/salons/{id}', { id: 'arbat' }],
  ['GET /api/salons/{id}', { id: 'inactive' }],
  ['GET /api/salons/{id}/fields', { id: 'arbat' }],
  ['GET /api/salons/{id}/fields', { id: 'inactive' }],
  ['POST /api/search', { body: { email: 'test@example.com', at: '2026-03-14' } }],
];
async function answers(): Promise<string[]> {
  const texts: string[] = [];
  for (const [route, ask] of asked) {
    const { status, text } = await stand.ask(route, ask);
    expect([route, status]).toEqual([route, 200]);
    texts.push(`${route} ${text}`);
  }
  return texts;
}

/** One that is stored, one that is ignored, and one that failed. */
async function tested(): Promise<EventMessage[]> {
  for (const id of ['arbat', 'inactive']) await start(id);
  const done = await work();
  await start('off');
  const deps = workerDeps(stand.tables, {
    onLargeSet: () => undefined,
    sendCrossing: () => Promise.reject(new Error()),
  });
  for (const { message, body, done: gone } of await waiting()) {
    await keepFailedEvent(deps)(message, { messageId: '1', receiveCount: 6, sentAt: ago(0), body });
    await gone();
  }
  expect(states(await steps('off')).slice(2)).toEqual([
    ['request', 'failed', 'parked'],
    ['deal', 'failed', 'parked'],
  ]);
  return done;
}

describe('what a test delivery has made', () => {
  it('stands in no list, count, search, problem or field', async () => {
    const before = await answers();
    const messages = await tested();
    expect(await answers()).toEqual(before);
    for (const { eventId: id, event } of messages) {
      const { data } = event as unknown as { data: { id: string } };
      for (const one of [id, data.id, `test_arbat.b.${data.id}`]) {
        const { body } = await stand.ask('POST /api/search', { body: { id: one } });
        expect([one, body]).toMatchObject([one, { requests: [], deals: [], events: [] }]);
      }
    }
  });

  it('is removed, all of it and nothing else: every table is as before', async () => {
    const before = await everything();
    await tested();
    const during = await everything();
    expect(during.length).toBeGreaterThan(before.length + 15);
    for (const id of ['arbat', 'inactive', 'off']) {
      const { status, body } = await remove(id);
      expect([status, body['steps']]).toEqual([200, []]);
    }
    expect(await everything()).toEqual(before);
    expect(await steps()).toEqual([]);
  });

  it('is not removed, and no other is sent, while it is under way', async () => {
    await start();
    expect((await remove()).body).toMatchObject({ error: { code: 'not_ready' } });
    expect((await start()).status).toBe(409);
    expect(await waiting()).toHaveLength(2);
    await work();
    expect((await remove()).status).toBe(200);
  });

  it('gives way to that of the next', async () => {
    const before = await everything();
    await start();
    await work();
    const [first] = await steps();
    expect((await start()).status).toBe(201);
    await work();
    expect((await steps())[0]!.at! > first!.at!).toBe(true);
    await remove();
    expect(await everything()).toEqual(before);
  });

  it('is removed, too, when a message came once more after it', async () => {
    const before = await everything();
    await start();
    const [booking] = await work();
    await remove();
    const deps = workerDeps(stand.tables, {
      onLargeSet: () => undefined,
      sendCrossing: () => Promise.reject(new Error()),
    });
    const body = JSON.stringify(booking);
    await recordMessage(deps)(booking!, { messageId: '1', receiveCount: 2, sentAt: ago(0), body });
    expect((await everything()).length).toBeGreaterThan(before.length);
    await remove();
    expect(await everything()).toEqual(before);
  });
});
