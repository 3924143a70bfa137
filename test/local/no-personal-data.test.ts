import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDynamo } from '../../local/dynamo/start-dynamo.ts';
import { connectSalon, samples, type Connected } from '../blackbox/salon.ts';
import { apiOf } from '../blackbox/target.ts';
import { startStack, type RunningStack } from './stack.ts';
import { drained } from './waiting.ts';

/** What the samples say of people, and what hostile callers put where it does not belong. */
const people = ['Смирнова', '1234567', '123-45-67', 'smirnova', 'Марина', '7654321', 'Дмитрий', '1112233', 'парафин'];
const marks = { name: 'МАРКЕРИНА', phone: '79167770001', email: 'mark-mail@example.ru', wrong: 'MARKwrongTOKEN4712' };

const dataDir = mkdtempSync(join(tmpdir(), 'no-personal-data-'));
let stack: RunningStack;
let salon: Connected;
/** Bodies of answers that are errors. */
const errors: string[] = [];

beforeAll(async () => {
  stack = await startStack({ dataDir, env: { RETRY_SECONDS: '1' } });
  salon = await connectSalon(await apiOf(stack.demo));
  await deliveries();
  await unreadableMessage();
  await callsOfTheApi();
  expect(await drained(stack.demo.queues, 60_000)).toBe(true);
  expect(await stack.stop()).toBe(0);
}, 180_000);
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

async function call(url: string, init: RequestInit): Promise<void> {
  const response = await fetch(url, init);
  if (response.status >= 400) errors.push(await response.text());
}

async function deliveries(): Promise<void> {
  const { webhookUrl, token } = salon;
  for (const sample of samples) {
    const body = readFileSync(`samples/${sample}`, 'utf8').replace('SALON_TOKEN', token);
    await call(webhookUrl, { method: 'POST', body, headers: { 'x-salon-token': token } });
    await call(webhookUrl, { method: 'POST', body, headers: { 'x-salon-token': marks.wrong } });
    await call(`${webhookUrl}?token=${token}`, { method: 'POST', body: body.slice(0, -20) });
  }
  const client = { name: marks.name, phone: marks.phone, email: marks.email };
  const data = { id: `${marks.email} ${token}`, client, comment: `${marks.name} ${token} ${webhookUrl}`, [token]: 1 };
  const body = JSON.stringify({ event: 'deal.created', token, data });
  await call(webhookUrl, { method: 'POST', body });
  await call(`${webhookUrl}x`, { method: 'POST', body });
  await call(webhookUrl, { method: 'POST', body: body + ' '.repeat(1_100_000) });
}

async function unreadableMessage(): Promise<void> {
  const { endpoint, bookings } = stack.demo.queues;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sqs = new SQSClient({ endpoint, region: 'us-east-1', credentials });
  await sqs.send(new SendMessageCommand({ QueueUrl: bookings, MessageBody: `${marks.name} ${marks.phone}` }));
  sqs.destroy();
}

async function callsOfTheApi(): Promise<void> {
  const { url } = stack.demo;
  const api = await apiOf(stack.demo);
  const asked = [
    api('GET', `/api/requests?salon=${marks.phone}&from=${marks.email}`),
    api('GET', `/api/requests/${marks.phone}`),
    api('GET', `/api/events/${encodeURIComponent(marks.email)}`),
    api('POST', '/api/salons', { salonName: marks.name, [marks.email]: marks.phone, timezone: marks.name }),
    api('PUT', `/api/salons/${salon.key}`, { token: marks.wrong, version: marks.phone }),
  ];
  for (const { status, body } of await Promise.all(asked)) {
    expect(status).toBeGreaterThanOrEqual(400);
    errors.push(JSON.stringify(body));
  }
  await call(`${url}/api/me`, { headers: { authorization: `Bearer ${marks.wrong}` } });
  await call(`${url}/api/${marks.phone}`, { method: 'POST', body: marks.email });
}

/** Every item by table, deflated bodies inflated. */
async function stored(): Promise<Record<string, string>> {
  const dynamo = await startDynamo({ path: join(dataDir, 'dynamo') });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'us-east-1', credentials });
  const documents = DynamoDBDocumentClient.from(client);
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const texts: Record<string, string> = {};
  for (const TableName of TableNames) {
    const { Items = [], LastEvaluatedKey } = await documents.send(new ScanCommand({ TableName }));
    expect(LastEvaluatedKey).toBeUndefined();
    texts[TableName] = Items.flatMap(Object.values).map(textOf).join('\n');
  }
  client.destroy();
  await dynamo.close();
  return texts;
}

function textOf(value: unknown): string {
  return value instanceof Uint8Array ? inflateRawSync(value).toString('utf8') : JSON.stringify(value);
}

function expectNone(secrets: string[], text: string): void {
  for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
}

describe('a stack that was told everything about people', () => {
  const hookKey = () => salon.webhookUrl.split('/').at(-1) ?? '';

  it('says none of it in its log, its metrics or on its console', () => {
    const log = readFileSync(join(dataDir, 'functions.log'), 'utf8');
    expect(log).toContain('EventsAccepted');
    expect(log).toContain('"outcome":"unreadable"');
    expectNone([...people, ...Object.values(marks), salon.token, hookKey()], log + stack.output());
  });

  it('answers errors without it', () => {
    expect(errors.length).toBeGreaterThan(15);
    expectNone([...people, ...Object.values(marks), salon.token, hookKey()], errors.join('\n'));
  });

  it('keeps no token in a table or a queue, and the hook key in the settings alone', async () => {
    const { settings = '', records = '', journal = '' } = await stored();
    const queues = ['sqs.sqlite', 'sqs.sqlite-wal'].map((file) => fileText(join(dataDir, file))).join('\n');
    expect(settings).toContain(hookKey());
    expect(records).toContain(marks.name);
    expect(journal).toContain(marks.name);
    expectNone([salon.token, marks.wrong], settings + records + journal + queues);
    expectNone([hookKey()], records + journal + queues);
  });
});

function fileText(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
