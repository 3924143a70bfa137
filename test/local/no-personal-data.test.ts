import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMessage } from '../build/message.ts';
import { without } from '../build/without.ts';
import { connectSalon, openAccount, samples, type Connected } from '../blackbox/salon.ts';
import type { Api } from '../blackbox/target.ts';
import { dealOf, markedBodies, people, tokens, type MarkedBody } from './marked.ts';
import { startStack, type RunningStack } from './stack.ts';
import { storedIn } from './stored.ts';
import { drained } from './waiting.ts';

/** What the samples say of people. */
const sampled = ['Смирнова', '1234567', '123-45-67', 'smirnova', 'Марина', '7654321', 'Дмитрий', '1112233', 'парафин'];
const personal = [...sampled, ...Object.values(people).flatMap(({ marks }) => marks)];

const dataDir = mkdtempSync(join(tmpdir(), 'no-personal-data-'));
let stack: RunningStack;
let api: Api;
let salon: Connected;
/** Bodies of answers that are errors. */
const errors: string[] = [];

beforeAll(async () => {
  stack = await startStack({ dataDir, env: { RETRY_SECONDS: '1' } });
  api = await openAccount(stack.demo);
  salon = await connectSalon(api);
  await deliverSamples();
  await deliverMarked();
  await queueWhatFails();
  await failingCalls();
  await saves();
  expect(await drained(stack.demo.queues, 60_000)).toBe(true);
  expect(await stack.stop()).toBe(0);
}, 180_000);
afterAll(async () => {
  // Where the preparation failed it still runs.
  await stack.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

async function call(url: string, init: RequestInit): Promise<number> {
  const response = await fetch(url, init);
  const body = await response.text();
  if (response.status >= 400) errors.push(body);
  return response.status;
}

const post = (url: string, { body, headers }: MarkedBody, more: Record<string, string> = {}) =>
  call(url, { method: 'POST', body: new Uint8Array(body), headers: { ...headers, ...more } });

async function deliverSamples(): Promise<void> {
  const { webhookUrl, token } = salon;
  for (const sample of samples) {
    const body = Buffer.from(readFileSync(`samples/${sample}`, 'utf8').replace('SALON_TOKEN', token));
    expect(await post(webhookUrl, { body, headers: { 'x-salon-token': token } })).toBe(200);
    expect(await post(webhookUrl, { body, headers: { 'x-salon-token': tokens.wrong } })).toBe(401);
    await post(`${webhookUrl}?token=${token}`, { body: body.subarray(0, -20), headers: {} });
  }
}

/** Every form of body: taken, with a wrong token, to nobody's hook, of an unknown charset, and too large. */
async function deliverMarked(): Promise<void> {
  const { webhookUrl, token } = salon;
  for (const marked of await markedBodies(token)) {
    expect(await post(webhookUrl, marked, { 'x-event-id': people.json.email })).toBe(200);
    expect(await post(webhookUrl, marked, { authorization: `Bearer ${tokens.wrong}` })).toBe(401);
    expect(await post(`${webhookUrl}x`, marked)).toBe(401);
    const { 'content-type': type = '' } = marked.headers;
    expect(await post(webhookUrl, marked, { 'content-type': `${type}; charset=${people.json.email}` })).toBeLessThan(
      500,
    );
    expect(
      await post(webhookUrl, { ...marked, body: Buffer.concat([marked.body, Buffer.alloc(1_100_000, ' ')]) }),
    ).toBe(413);
  }
}

/** A message that no code can read, and one of an account that is not there: it is tried five times, and parked. */
async function queueWhatFails(): Promise<void> {
  const { endpoint, bookings, deals } = stack.demo.queues;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sqs = new SQSClient({ endpoint, region: 'us-east-1', credentials });
  const { marks } = people.parked;
  await sqs.send(new SendMessageCommand({ QueueUrl: bookings, MessageBody: marks.join(' ') }));
  const data = without(dealOf(people.parked, 'a word'), 'contact', 'custom_fields');
  const event = { event: 'deal.created', data: { ...data, client: { name: people.parked.name, phones: marks } } };
  const message = aMessage({ accountKey: 'nobody', salonKey: 'nowhere', event });
  await sqs.send(new SendMessageCommand({ QueueUrl: deals, MessageBody: JSON.stringify(message) }));
  sqs.destroy();
}

async function failingCalls(): Promise<void> {
  const { url } = stack.demo;
  const { name, phone, email } = people.member;
  const asked = [
    api('GET', `/api/requests?salon=${encodeURIComponent(phone)}&from=${email}`),
    api('GET', `/api/requests/${encodeURIComponent(phone)}`),
    api('GET', `/api/events/${encodeURIComponent(email)}`),
    api('POST', '/api/salons', { salonName: name, [email]: phone, timezone: name }),
    api('POST', '/api/salons', { token: tokens.ofNewSalon, isActive: true, defaultCampaignId: phone }),
    api('PUT', `/api/salons/${salon.key}`, { token: tokens.wrong, version: phone }),
    api('PUT', `/api/salons/${salon.key}`, { token: tokens.changed, version: 4712 }),
    api('POST', '/api/members', { subject: name, role: 'viewer', email }),
    api('POST', '/api/members', { subject: 'somebody', role: name, email: phone }),
    api('DELETE', `/api/members/${email}`),
  ];
  for (const { status, body } of await Promise.all(asked)) {
    expect(status).toBeGreaterThanOrEqual(400);
    errors.push(JSON.stringify(body));
  }
  expect(await call(`${url}/api/me`, { headers: { authorization: `Bearer ${tokens.wrong}` } })).toBe(401);
  expect(await call(`${url}/api/${encodeURIComponent(phone)}`, { method: 'POST', body: email })).toBe(404);
}

/** Calls that do what they are asked: a salon with a token, another token for ours, a member with an e-mail. */
async function saves(): Promise<void> {
  const { email } = people.member;
  const statuses = [
    await api('POST', '/api/salons', { salonName: 'Новый', token: tokens.ofNewSalon }),
    await api('PUT', `/api/salons/${salon.key}`, { token: tokens.changed, version: 2 }),
    await api('POST', '/api/members', { subject: 'marked', role: 'viewer', email: `other-${email}` }),
    await api('POST', '/api/members', { subject: 'marked', role: 'admin', email }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([201, 200, 201, 200]);
  const body = JSON.stringify({ event: 'deal.created', data: dealOf(people.newToken, tokens.changed) });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens.changed}` };
  // The door reads the settings of a hook again every two seconds at the most.
  while ((await post(salon.webhookUrl, { body: Buffer.from(body), headers })) === 401) await sleep(500);
}

function expectNone(secrets: string[], text: string): void {
  for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
}

describe('a stack that was told everything about people', () => {
  const hookKey = () => salon.webhookUrl.split('/').at(-1) ?? '';
  const secret = () => [salon.token, ...Object.values(tokens)];

  it('says none of it in its log, its metrics or on its console', () => {
    const log = readFileSync(join(dataDir, 'functions.log'), 'utf8');
    for (const said of [
      'EventsAccepted',
      ...['unreadable', 'retried', 'parked'].map((word) => `"outcome":"${word}"`),
    ]) {
      expect(log).toContain(said);
    }
    expectNone([...personal, ...secret(), hookKey()], log + stack.output());
  });

  it('answers errors without it', () => {
    expect(errors.length).toBeGreaterThan(30);
    expectNone([...personal, ...secret(), hookKey()], errors.join('\n'));
  });

  it('keeps no token in a table or a queue, and the hook key in the settings alone', async () => {
    const texts = await storedIn(dataDir);
    const [settings = '', records = '', journal = ''] = ['settings', 'records', 'journal'].map((name) =>
      texts[name]?.join('\n'),
    );
    const queues = ['sqs.sqlite', 'sqs.sqlite-wal'].map((file) => fileText(join(dataDir, file))).join('\n');
    const { member, parked, ...clients } = people;
    expect(settings).toContain(hookKey());
    expect(settings).toContain(member.email);
    for (const { name } of Object.values(clients)) expect(records).toContain(name);
    for (const { name } of [...Object.values(clients), parked]) expect(journal).toContain(name);
    expectNone(secret(), settings + records + journal + queues);
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
