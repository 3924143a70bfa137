import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '../../lib/model/message.ts';
import { encodeMessage } from '../../lib/queue/encode.ts';
import type { Outgoing } from '../../lib/model/message.ts';
import { fits, sender } from '../../lib/queue/send.ts';
import { startSqs, type SqsServer } from '../../local/sqs/server.ts';
import { aMessage } from '../build/message.ts';
import { clientOf, driverOf, type Driver } from '../sqs/driver.ts';
import { ownFolder } from '../sqs/own-folder.ts';

const soon = () => AbortSignal.timeout(10_000);
const withComment = (comment: string) => aMessage({ event: { event: 'deal.updated', data: { comment } } });
const toBookings = (message: Message): Outgoing => ({ queue: 'bookings', message });

let server: SqsServer;
let sqs: Driver;
let removeFolder: () => Promise<void>;
let urls: { bookings: string; deals: string };
const lines: unknown[] = [];
const log = (line: unknown) => lines.push(line);

beforeAll(async () => {
  const { file, remove } = await ownFolder();
  server = await startSqs({ file });
  sqs = driverOf(clientOf(server.endpoint));
  removeFolder = remove;
});
beforeEach(async () => {
  urls = { bookings: await sqs.newQueue(), deals: await sqs.newQueue() };
  lines.length = 0;
});
afterAll(async () => {
  sqs.client.destroy();
  await server.close();
  await removeFolder();
});

async function received(url: string): Promise<unknown[]> {
  const messages = await sqs.receive(url);
  if (messages.length === 0) return [];
  for (const message of messages) await sqs.remove(url, message);
  return [...messages.map(({ Body }) => JSON.parse(Body!) as unknown), ...(await received(url))];
}

describe('sender', () => {
  it('puts each message into its queue and says that it did', async () => {
    const [booking, deal] = [aMessage({ eventId: 'b'.repeat(64) }), aMessage({ eventId: 'd'.repeat(64) })];
    const send = sender({ client: sqs.client, urls, log });
    const outgoing: Outgoing[] = [
      { queue: 'deals', message: deal },
      { queue: 'bookings', message: booking },
    ];
    expect(await send(outgoing, soon())).toEqual([true, true]);
    expect(await received(urls.bookings)).toEqual([booking]);
    expect(await received(urls.deals)).toEqual([deal]);
  });

  it('sends a hundred messages, more than one call takes', async () => {
    const send = sender({ client: sqs.client, urls, log });
    const messages = Array.from({ length: 100 }, (_, index) => withComment(`${index}`.padEnd(20_000, 'x')));
    expect(await send(messages.map(toBookings), soon())).toEqual(Array(100).fill(true));
    const comments = (await received(urls.bookings)) as typeof messages;
    expect(comments.map(encodeMessage).sort()).toEqual(messages.map(encodeMessage).sort());
  });

  it('carries what SQS takes as no letter: U+FFFE, U+FFFF, NUL, lone surrogates', async () => {
    const send = sender({ client: sqs.client, urls, log });
    const message = withComment('\uffff\ufffe\u0000\u0001\ud800\udc00\ud800\u000b😀');
    expect(await send([toBookings(message)], soon())).toEqual([true]);
    expect(await received(urls.bookings)).toEqual([message]);
  });

  it('marks a message as one of its salon, so that a busy one does not delay the others', async () => {
    await sender({ client: sqs.client, urls, log })([toBookings(aMessage())], soon());
    const message = await sqs.receiveOne(urls.bookings, { MessageSystemAttributeNames: ['MessageGroupId'] });
    expect(message.Attributes?.MessageGroupId).toBe('arbat');
  });

  it('says which messages were not taken, when one of the queues is gone', async () => {
    const send = sender({ client: sqs.client, urls: { ...urls, deals: `${urls.deals}-gone` }, log });
    const message = aMessage();
    const outgoing: Outgoing[] = [
      { queue: 'bookings', message },
      { queue: 'deals', message },
      { queue: 'bookings', message },
    ];
    expect(await send(outgoing, soon())).toEqual([true, false, true]);
    expect(lines).toEqual([{ what: 'batch not sent', messages: 1, error: 'QueueDoesNotExist' }]);
  });

  it('gives up when it is told to', async () => {
    const send = sender({ client: sqs.client, urls, log });
    expect(await send([toBookings(aMessage())], AbortSignal.abort())).toEqual([false]);
    expect(await received(urls.bookings)).toEqual([]);
  });
});

describe('fits', () => {
  const overhead = Buffer.byteLength(encodeMessage(withComment('')));

  it('takes 262,144 bytes and not one more', async () => {
    const largest = withComment('x'.repeat(262_144 - overhead));
    expect(fits(largest)).toBe(true);
    expect(fits(withComment('x'.repeat(262_145 - overhead)))).toBe(false);
    expect(await sender({ client: sqs.client, urls, log })([toBookings(largest)], soon())).toEqual([true]);
  });

  it('counts bytes as they travel: two for a Cyrillic letter, six for an escaped one', () => {
    const room = 262_144 - overhead;
    expect(fits(withComment('я'.repeat(Math.floor(room / 2))))).toBe(true);
    expect(fits(withComment('я'.repeat(Math.floor(room / 2) + 1)))).toBe(false);
    expect(fits(withComment('\uffff'.repeat(Math.floor(room / 6))))).toBe(true);
    expect(fits(withComment('\uffff'.repeat(Math.floor(room / 6) + 1)))).toBe(false);
  });
});
