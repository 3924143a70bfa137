import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { Sqs } from './context.ts';
import { SqsError } from './errors.ts';
import { parsed } from './parse.ts';
import { Attributes, settingsFrom } from './queue-attributes.ts';
import { existingQueue, queueAt, queueNamed, queueUrl, type Queue } from './queue.ts';

const QueueName = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,80}$/, 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length'),
);
const CreateQueue = v.object({ QueueName, Attributes });
const GetQueueUrl = v.object({ QueueName });
const OfQueue = v.object({ QueueUrl: v.string() });

/** Creating a queue again is fine as long as it would come out the same. */
export function createQueue(sqs: Sqs, input: unknown): object {
  const request = parsed(CreateQueue, input);
  const existing = queueNamed(sqs, request.QueueName);
  if (existing) assertSame(sqs, existing, request.Attributes);
  else insert(sqs, request.QueueName, request.Attributes);
  return { QueueUrl: queueUrl(sqs, request.QueueName) };
}

function assertSame(sqs: Sqs, queue: Queue, attributes: Record<string, string>): void {
  const wanted = settingsFrom(sqs, queue.name, { ...queue.attributes, ...attributes });
  if (isDeepStrictEqual(wanted, queue.settings)) return;
  throw new SqsError('QueueNameExists', 'A queue already exists with the same name and a different attribute value.');
}

function insert(sqs: Sqs, name: string, attributes: Record<string, string>): void {
  settingsFrom(sqs, name, attributes);
  sqs.sql.run('INSERT INTO queue (name, attributes, created_at, modified_at) VALUES (:name, :attributes, :now, :now)', {
    name,
    attributes: JSON.stringify(attributes),
    now: sqs.now(),
  });
}

export function getQueueUrl(sqs: Sqs, input: unknown): object {
  const { name } = existingQueue(sqs, parsed(GetQueueUrl, input).QueueName);
  return { QueueUrl: queueUrl(sqs, name) };
}

/** Recreating at once is allowed; AWS wants a minute in between. */
export function deleteQueue(sqs: Sqs, input: unknown): object {
  const queue = queueAt(sqs, parsed(OfQueue, input).QueueUrl);
  sqs.sql.run('DELETE FROM queue WHERE id = :id', { id: queue.id });
  sqs.wakeups.wake(queue.id);
  return {};
}

/** Done when it answers, so none is ever in progress; AWS takes up to a minute and refuses another one meanwhile. */
export function purgeQueue(sqs: Sqs, input: unknown): object {
  const queue = queueAt(sqs, parsed(OfQueue, input).QueueUrl);
  sqs.sql.run('DELETE FROM message WHERE queue = :id', { id: queue.id });
  return {};
}
