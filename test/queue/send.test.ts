import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOfMessage, type Message, type Outgoing } from '../../lib/model/message.ts';
import type { QueueName } from '../../lib/model/queues.ts';
import { TryAgain } from '../../lib/model/try-again.ts';
import { sender, sureSender } from '../../lib/queue/send.ts';
import { startSqs, type SqsServer } from '../../local/sqs/server.ts';
import { aMessage } from '../build/message.ts';
import { clientOf, driverOf, type Driver } from '../sqs/driver.ts';
import { ownFolder } from '../sqs/own-folder.ts';

const soon = () => AbortSignal.timeout(10_000);
const withComment = (comment: string) => aMessage({ event: { event: 'deal.updated', data: { comment } } });
const to = (queue: QueueName, message: Message): Outgoing => ({
  queue,
  group: message.salonKey,
  body: bodyOfMessage(message),
});
const toBookings = (message: Message) => to('bookings', message);

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
    const outgoing = [to('deals', deal), to('bookings', booking)];
    expect(await send(outgoing, soon())).toEqual([true, true]);
    expect(await received(urls.bookings)).toEqual([booking]);
    expect(await received(urls.deals)).toEqual([deal]);
  });

  it('sends a hundred messages, more than one call takes', async () => {
    const send = sender({ client: sqs.client, urls, log });
    const messages = Array.from({ length: 100 }, (_, index) => withComment(`${index}`.padEnd(20_000, 'x')));
    expect(await send(messages.map(toBookings), soon())).toEqual(Array(100).fill(true));
    const comments = (await received(urls.bookings)) as typeof messages;
    expect(comments.map(bodyOfMessage).sort()).toEqual(messages.map(bodyOfMessage).sort());
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
    const outgoing = [to('bookings', message), to('deals', message), to('bookings', message)];
    expect(await send(outgoing, soon())).toEqual([true, false, true]);
    expect(lines).toEqual([{ what: 'batch not sent', messages: 1, error: 'QueueDoesNotExist' }]);
  });

  it('gives up when it is told to', async () => {
    const send = sender({ client: sqs.client, urls, log });
    expect(await send([toBookings(aMessage())], AbortSignal.abort())).toEqual([false]);
    expect(await received(urls.bookings)).toEqual([]);
  });
});

describe('sending one message surely', () => {
  it('ends once the queue has said that it took it', async () => {
    const message = aMessage();
    await sureSender(sender({ client: sqs.client, urls, log }), bodyOfMessage)('bookings', message);
    expect(await received(urls.bookings)).toEqual([message]);
  });

  it('asks for another try when the queue has not', async () => {
    const gone = { ...urls, deals: `${urls.deals}-gone` };
    const send = sureSender(sender({ client: sqs.client, urls: gone, log }), bodyOfMessage);
    await expect(send('deals', aMessage())).rejects.toBeInstanceOf(TryAgain);
  });
});
