import * as v from 'valibot';
import type { Sqs } from './context.ts';
import { SqsError } from './errors.ts';
import { Settings } from './settings.ts';

const account = '000000000000';
const arnPrefix = `arn:aws:sqs:us-east-1:${account}:`;

const Queue = v.object({
  id: v.number(),
  name: v.string(),
  /** Only what was set, as text; `settings` has the defaults filled in. */
  attributes: v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string())),
  settings: v.pipe(v.string(), v.parseJson(), Settings),
  created_at: v.number(),
  modified_at: v.number(),
});
export type Queue = v.InferOutput<typeof Queue>;

export function queueNamed({ sql }: Sqs, name: string): Queue | undefined {
  const row = sql.get('SELECT *, attributes AS settings FROM queue WHERE name = :name', { name });
  return row && v.parse(Queue, row);
}

/** The host is not looked at: a URL from before a restart on another port still names the queue. */
export function queueAt(sqs: Sqs, url: string): Queue {
  const [owner, name, ...rest] = URL.parse(url)?.pathname.slice(1).split('/') ?? [];
  if (owner !== account || name === undefined || rest.length > 0) {
    throw new SqsError('InvalidAddress', `The address ${url} is not valid for this endpoint.`);
  }
  const queue = queueNamed(sqs, name);
  if (!queue) throw new SqsError('QueueDoesNotExist', 'The specified queue does not exist.');
  return queue;
}

export function queueByArn(sqs: Sqs, arn: string): Queue | undefined {
  return arn.startsWith(arnPrefix) ? queueNamed(sqs, arn.slice(arnPrefix.length)) : undefined;
}

export const queueUrl = (sqs: Sqs, name: string) => `${sqs.endpoint}/${account}/${name}`;

export const queueArn = (name: string) => arnPrefix + name;
