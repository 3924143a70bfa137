import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { Sqs } from './context.ts';
import { SqsError } from './errors.ts';
import { parsed } from './parse.ts';
import { Attributes, settingsFrom } from './queue-attributes.ts';
import { queueNamed, queueUrl, type Queue } from './queue.ts';

const QueueName = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,80}$/, 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length'),
);
const CreateQueue = v.object({ QueueName, Attributes });

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
