import * as v from 'valibot';
import type { Sqs } from './context.ts';
import { SqsError } from './errors.ts';
import { parsed } from './parse.ts';
import { queueArn, queueAt, queueByArn, type Queue } from './queue.ts';
import { Settings } from './settings.ts';

export const Attributes = v.optional(v.record(v.string(), v.string()), {});
const SetQueueAttributes = v.object({ QueueUrl: v.string(), Attributes });
const GetQueueAttributes = v.object({ QueueUrl: v.string(), AttributeNames: v.optional(v.array(v.string()), []) });
const Counts = v.object({ visible: v.number(), in_flight: v.number(), delayed: v.number() });

export function setQueueAttributes(sqs: Sqs, input: unknown): object {
  const request = parsed(SetQueueAttributes, input);
  const queue = queueAt(sqs, request.QueueUrl);
  const attributes = { ...queue.attributes, ...request.Attributes };
  settingsFrom(sqs, queue.name, attributes);
  sqs.sql.run('UPDATE queue SET attributes = :attributes, modified_at = :now WHERE id = :id', {
    attributes: JSON.stringify(attributes),
    now: sqs.now(),
    id: queue.id,
  });
  return {};
}

/** The settings these attributes make, or the error that says which one is not possible. */
export function settingsFrom(sqs: Sqs, name: string, attributes: Record<string, string>): Settings {
  const unknown = Object.keys(attributes).find((attribute) => !Object.hasOwn(Settings.entries, attribute));
  if (unknown !== undefined) throw new SqsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  const result = v.safeParse(Settings, attributes);
  if (!result.success) {
    const wrong = v.getDotPath(result.issues[0]) ?? 'Attributes';
    throw new SqsError('InvalidAttributeValue', `Invalid value for the parameter ${wrong}.`);
  }
  assertRedrive(sqs, name, result.output.RedrivePolicy?.deadLetterTargetArn);
  return result.output;
}

function assertRedrive(sqs: Sqs, name: string, target: string | undefined): void {
  if (target === undefined || (target !== queueArn(name) && queueByArn(sqs, target))) return;
  // A queue that is its own dead-letter queue would bury the same message for ever.
  throw new SqsError(
    'InvalidParameterValue',
    `Value ${target} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
  );
}

export function getQueueAttributes(sqs: Sqs, input: unknown): object {
  const request = parsed(GetQueueAttributes, input);
  const all = readable(sqs, queueAt(sqs, request.QueueUrl));
  const wanted = new Set(request.AttributeNames);
  const unknown = request.AttributeNames.find(
    (name) => name !== 'All' && name !== 'RedrivePolicy' && !Object.hasOwn(all, name),
  );
  if (unknown !== undefined) throw new SqsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  const entries = Object.entries(all).filter(([name]) => wanted.has('All') || wanted.has(name));
  return entries.length > 0 ? { Attributes: Object.fromEntries(entries) } : {};
}

function readable(sqs: Sqs, queue: Queue): Record<string, string> {
  const { RedrivePolicy, ...numbers } = queue.settings;
  const counts = count(sqs, queue);
  const values = {
    ...numbers,
    ApproximateNumberOfMessages: counts.visible,
    ApproximateNumberOfMessagesNotVisible: counts.in_flight,
    ApproximateNumberOfMessagesDelayed: counts.delayed,
    CreatedTimestamp: Math.floor(queue.created_at / 1000),
    LastModifiedTimestamp: Math.floor(queue.modified_at / 1000),
    QueueArn: queueArn(queue.name),
    ...(RedrivePolicy && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** Not yet visible and received before: in flight; otherwise delayed. Past the retention: gone, though still stored. */
function count(sqs: Sqs, queue: Queue): v.InferOutput<typeof Counts> {
  const now = sqs.now();
  const row = sqs.sql.get(
    `SELECT count(*) FILTER (WHERE visible_at <= :now) AS visible,
       count(*) FILTER (WHERE visible_at > :now AND receives_here > 0) AS in_flight,
       count(*) FILTER (WHERE visible_at > :now AND receives_here = 0) AS delayed
     FROM message WHERE queue = :queue AND sent_at > :expired`,
    { now, queue: queue.id, expired: now - queue.settings.MessageRetentionPeriod * 1000 },
  );
  return v.parse(Counts, row);
}
