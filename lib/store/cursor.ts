import * as v from 'valibot';

/** Where a list goes on: after the entry of this sort key, or (`''`) at the start of the partition. */
export interface Position {
  partition: string;
  sort: string;
}

export const sortForm = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#.+)?$/s;
/** A sort key of DynamoDB has at most 1,024 bytes. */
const sortSchema = v.pipe(v.string(), v.regex(sortForm), v.maxBytes(1024));
const positionSchema = v.strictTuple([v.pipe(v.string(), v.maxLength(100)), sortSchema]);

/** A position as an opaque text for URLs. */
export function cursorOf({ partition, sort }: Position): string {
  return Buffer.from(JSON.stringify([partition, sort]), 'utf8').toString('base64url');
}

/** The position in a cursor; undefined for what is none. */
export function positionOf(cursor: string): Position | undefined {
  const result = v.safeParse(positionSchema, parsed(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!result.success) return undefined;
  const [partition, sort] = result.output;
  return { partition, sort };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
