import { hash } from 'node:crypto';
import * as v from 'valibot';
import { monotonic } from '../../lib/runtime/clock.ts';
import type { Sqs } from './context.ts';
import { chosenAttributes, md5OfAttributes } from './message-attributes.ts';
import { integerIn, parsed } from './parse.ts';
import { queueAt, type Queue } from './queue.ts';
import { handleOf } from './receipt.ts';
import { take, untilNextVisible, type Taken } from './take.ts';

const names = v.optional(v.array(v.string()), []);
const ReceiveMessage = v.object({
  QueueUrl: v.string(),
  MaxNumberOfMessages: v.optional(integerIn(1, 10), 1),
  VisibilityTimeout: v.optional(integerIn(0, 43_200)),
  WaitTimeSeconds: v.optional(integerIn(0, 20)),
  AttributeNames: names,
  MessageSystemAttributeNames: names,
  MessageAttributeNames: names,
});
type ReceiveMessage = v.InferOutput<typeof ReceiveMessage>;

export async function receiveMessage(sqs: Sqs, input: unknown, signal: AbortSignal): Promise<object> {
  const request = parsed(ReceiveMessage, input);
  const started = monotonic();
  // Whoever hung up must not take a message along, hence the look at the signal before each try.
  while (!signal.aborted) {
    // Looked up each time: the queue may have been changed while we slept.
    const queue = queueAt(sqs, request.QueueUrl);
    const hidden = request.VisibilityTimeout ?? queue.settings.VisibilityTimeout;
    const messages = take(sqs, queue, request.MaxNumberOfMessages, hidden);
    if (messages.length > 0) return { Messages: messages.map((message) => shown(queue, message, request)) };
    const wait = (request.WaitTimeSeconds ?? queue.settings.ReceiveMessageWaitTimeSeconds) * 1000;
    const left = started + wait - monotonic();
    if (left <= 0) break;
    await sqs.wakeups.sleep(queue.id, Math.min(left, untilNextVisible(sqs, queue)), signal);
  }
  return {};
}

function shown(queue: Queue, message: Taken, request: ReceiveMessage): object {
  const system = systemAttributes(message, [...request.AttributeNames, ...request.MessageSystemAttributeNames]);
  const attributes = chosenAttributes(message.attributes, request.MessageAttributeNames);
  return {
    MessageId: message.id,
    ReceiptHandle: handleOf(queue, { messageId: message.id, receipt: message.receipt }),
    Body: message.body,
    MD5OfBody: hash('md5', message.body),
    ...(Object.keys(system).length > 0 && { Attributes: system }),
    ...(Object.keys(attributes).length > 0 && {
      MessageAttributes: attributes,
      MD5OfMessageAttributes: md5OfAttributes(attributes),
    }),
  };
}

function systemAttributes(message: Taken, wanted: string[]): Record<string, string> {
  const all = {
    ApproximateFirstReceiveTimestamp: message.first_received_at,
    ApproximateReceiveCount: message.receive_count,
    SentTimestamp: message.sent_at,
    MessageGroupId: message.group_id,
    DeadLetterQueueSourceArn: message.dead_letter_source,
  };
  const given = Object.entries(all).filter(
    ([name, value]) => value !== null && (wanted.includes('All') || wanted.includes(name)),
  );
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
