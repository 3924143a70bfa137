import * as v from 'valibot';
import type { Sqs } from './context.ts';
import { integerIn, parsed } from './parse.ts';
import { queueUrl } from './queue.ts';

const ListQueues = v.object({
  QueueNamePrefix: v.optional(v.string(), ''),
  MaxResults: v.optional(integerIn(1, 1000)),
  NextToken: v.optional(v.string(), ''),
});
const Names = v.array(v.object({ name: v.string() }));

/** By name. A page ends with the last name it holds as the token, and only when a page size was asked for. */
export function listQueues(sqs: Sqs, input: unknown): object {
  const request = parsed(ListQueues, input);
  const size = request.MaxResults ?? 1000;
  const after = Buffer.from(request.NextToken, 'base64url').toString();
  const rows = sqs.sql.all(
    `SELECT name FROM queue WHERE name > :after AND substr(name, 1, length(:prefix)) = :prefix
     ORDER BY name LIMIT :limit`,
    { after, prefix: request.QueueNamePrefix, limit: size + 1 },
  );
  const names = v.parse(Names, rows).map(({ name }) => name);
  const page = names.slice(0, size);
  const more = request.MaxResults !== undefined && names.length > size;
  return {
    ...(page.length > 0 && { QueueUrls: page.map((name) => queueUrl(sqs, name)) }),
    ...(more && { NextToken: Buffer.from(page.at(-1) ?? '').toString('base64url') }),
  };
}
