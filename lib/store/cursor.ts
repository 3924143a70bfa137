import * as v from 'valibot';

/** Where a list goes on: after the entry of this sort key, or (`''`) at the start of the partition. */
export interface Position {
  partition: string;
  sort: string;
}

export const sortForm = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#.+)?$/s;
/** A sort key of DynamoDB has at most 1,024 bytes. */
const sortSchema = v.pipe(v.string(), v.regex(sortForm), v.maxBytes(1024));
const nameSchema = v.pipe(v.string(), v.maxLength(100));
const positionSchema = v.strictTuple([nameSchema, nameSchema, sortSchema]);

/** A position as an opaque text for URLs; `query`: what tells the query that it belongs to from all others. */
export function cursorOf({ partition, sort }: Position, query: string): string {
  return Buffer.from(JSON.stringify([query, partition, sort]), 'utf8').toString('base64url');
}

/** The position in a cursor of the same query; undefined for what is none. */
export function positionOf(cursor: string, query: string): Position | undefined {
  const result = v.safeParse(positionSchema, parsed(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!result.success) return undefined;
  const [made, partition, sort] = result.output;
  return made === query ? { partition, sort } : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
