import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboundMessage } from '../../lib/model/outbound-message.ts';
import { parseLossless } from '../../lib/reading/lossless-json.ts';
import { nothingHeld, type Held } from '../../local/comagic/held.ts';
import { readHeld } from '../../local/comagic/held-file.ts';
import { post } from '../blackbox/salon.ts';
import { apiOf } from '../blackbox/target.ts';
import { aMessage } from '../build/message.ts';
import { deciding } from '../build/settings.ts';
import { startStack, type RunningStack } from './stack.ts';
import { storedIn } from './stored.ts';
import { drained } from './waiting.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'comagic-'));
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
let stack: RunningStack;
let sqs: SQSClient;
let salonKey: string;

beforeAll(async () => {
  // No clock: what is sent, and when, this test says.
  stack = await startStack({ dataDir, env: { SWEEP_SECONDS: '3600', RETRY_SECONDS: '1' } });
  sqs = new SQSClient({ endpoint: stack.demo.queues.endpoint, region: 'us-east-1', credentials });
  const api = await apiOf(stack.demo);
  const { items } = (await api('GET', '/api/salons')).body as { items: { id: string }[] };
  salonKey = items[0]!.id;
}, 120_000);
afterAll(async () => {
  sqs.destroy();
  await stack.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

const held = (): Held => readHeld(join(dataDir, 'comagic.json')) ?? nothingHeld();
const dealAt = (id: string) => held().deals.get(`${salonKey}.d.${id}`);

/** Puts a message on the queue of what is sent, and waits until it was handled. */
async function told(message: OutboundMessage): Promise<void> {
  const QueueUrl = stack.demo.queues.delivery;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
  const left = async () => {
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    return Number(Attributes.ApproximateNumberOfMessages) + Number(Attributes.ApproximateNumberOfMessagesNotVisible);
  };
  while ((await left()) > 0) await sleep(100);
}
const drain: OutboundMessage = { v: 1, type: 'drain', accountKey: 'demo' };
const loadNow: OutboundMessage = { ...drain, now: true };
const check: OutboundMessage = { v: 1, type: 'check', accountKey: 'demo' };

/** Takes a delivery of a deal at the door, and waits until it is stored. */
async function deliverDeal(id: number): Promise<void> {
  const { data, ...sample } = JSON.parse(readFileSync('samples/deal-updated.json', 'utf8')) as { data: object };
  const body = { ...sample, event_id: `deal-${id}`, data: { ...data, id, booking_ids: [] } };
  const { webhookUrl, token } = stack.demo.salon;
  const headers = { 'content-type': 'application/json', 'x-salon-token': token };
  expect((await post(webhookUrl, headers, JSON.stringify(body))).status).toBe(200);
  expect(await drained(stack.demo.queues, 30_000)).toBe(true);
}

async function letIn(access: object): Promise<void> {
  const { url } = stack.demo.comagic;
  expect((await fetch(url, { method: 'PUT', body: JSON.stringify(access) })).status).toBe(204);
}

describe('What the local stack has stored', () => {
  it('arrives at CoMagic: a deal with its contact, and a request once its visit may have been told', async () => {
    await deliverDeal(771904);
    const booking = parseLossless(readFileSync('samples/booking-created.json', 'utf8'));
    if (!booking.ok) throw new Error(booking.reason);
    const receivedAt = new Date(Date.now() - 16 * 60_000).toISOString();
    const message = aMessage({
      accountKey: 'demo',
      salonKey,
      receivedAt,
      eventId: 'b'.repeat(64),
      event: booking.value,
      settings: deciding({ defaultCampaignId: '318712' }),
    });
    const MessageBody = JSON.stringify(message);
    await sqs.send(new SendMessageCommand({ QueueUrl: stack.demo.queues.bookings, MessageBody }));
    expect(await drained(stack.demo.queues, 30_000)).toBe(true);
    await told(loadNow);
    const { contacts, requests } = held();
    expect(dealAt('771904')).toMatchObject([{ revenue: 3150, main_contact_ext_id: `${salonKey}.90311` }]);
    expect(contacts.get(`${salonKey}.90311`)).toMatchObject({ phone_numbers: ['74951112233', '79161234567'] });
    expect([...requests.values()]).toMatchObject([
      { ext_id: `${salonKey}.b.558213`, date_time: '2026-03-14 12:31:05', visitor_session_id: 14783260762 },
    ]);
  });

  it.each([
    ['a key that expires', 771_951, (key: string) => ({ keys: { [key]: 'expired' } })],
    ['an address that is not on the list', 771_952, () => ({ addresses: ['192.0.2.1'] })],
    ['a component that is switched off', 771_953, () => ({ components: ['data_api', 'upload_offline_messages'] })],
  ])(
    'waits for people where CoMagic refuses the account, for %s, and then arrives',
    async (_, id, refusing) => {
      const { accessKey } = stack.demo.comagic;
      await letIn(refusing(accessKey));
      await deliverDeal(id);
      await told(loadNow);
      await letIn({
        keys: { [accessKey]: 'valid' },
        addresses: null,
        components: ['data_api', 'upload_offline_messages', 'sales_funnel'],
      });
      // It is stopped, and not yet tried again by itself.
      await told(drain);
      expect(dealAt(String(id))).toBeUndefined();
      await told(check);
      await told(drain);
      expect(dealAt(String(id))).toMatchObject([{ revenue: 3150 }]);
    },
    60_000,
  );

  it('is refused nowhere, and the key is told nobody', async () => {
    const { accessKey } = stack.demo.comagic;
    expect(await stack.stop()).toBe(0);
    const stored = await storedIn(dataDir);
    const texts = Object.values(stored).flat();
    // Four deals, their contact, and the request.
    expect(stored['records']!.filter((text) => text.includes('isThere'))).toHaveLength(6);
    expect(texts.filter((text) => text.includes('parked'))).toEqual([]);
    const written = ['functions.log', 'parameters.json', 'comagic.json'].map((file) =>
      readFileSync(join(dataDir, file), 'utf8'),
    );
    for (const text of [...texts, ...written, stack.output()]) expect(text).not.toContain(accessKey);
  });
});
