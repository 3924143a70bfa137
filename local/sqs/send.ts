import { hash, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Sqs } from './context.ts';
import { md5OfAttributes, MessageAttributes } from './message-attributes.ts';
import { assertContent } from './message-content.ts';
import { integerIn, parsed } from './parse.ts';
import { queueAt, type Queue } from './queue.ts';

export const SendMessage = v.object({
  QueueUrl: v.string(),
  MessageBody: v.string(),
  MessageAttributes: v.optional(MessageAttributes, {}),
  DelaySeconds: v.optional(integerIn(0, 900)),
  MessageGroupId: v.optional(v.pipe(v.string(), v.regex(/^[!-~]{1,128}$/, 'Not 1 to 128 letters, digits or marks'))),
});
type SendMessage = v.InferOutput<typeof SendMessage>;

export function sendMessage(sqs: Sqs, input: unknown): object {
  const request = parsed(SendMessage, input);
  const queue = queueAt(sqs, request.QueueUrl);
  assertContent(request, queue.settings.MaximumMessageSize);
  const attributes = request.MessageAttributes;
  const MessageId = store(sqs, queue, request);
  // A delayed message wakes as well: a long poll learns when to look again.
  sqs.wakeups.wake(queue.id);
  return {
    MessageId,
    MD5OfMessageBody: hash('md5', request.MessageBody),
    ...(Object.keys(attributes).length > 0 && { MD5OfMessageAttributes: md5OfAttributes(attributes) }),
  };
}

function store(sqs: Sqs, queue: Queue, request: SendMessage): string {
  const id = randomUUID();
  const now = sqs.now();
  const delay = request.DelaySeconds ?? queue.settings.DelaySeconds;
  sqs.sql.run(
    `INSERT INTO message (id, queue, body, attributes, group_id, sent_at, visible_at)
     VALUES (:id, :queue, :body, :attributes, :group, :now, :visibleAt)`,
    {
      id,
      queue: queue.id,
      body: request.MessageBody,
      attributes: JSON.stringify(request.MessageAttributes),
      group: request.MessageGroupId ?? null,
      now,
      visibleAt: now + delay * 1000,
    },
  );
  return id;
}
