import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const clientEntries = { clientId: v.string(), clientSecret: v.string() };
const targetSchema = v.object({
  url: v.string(),
  tokenUrl: v.string(),
  ...clientEntries,
  operator: v.object(clientEntries),
  queues: v.optional(v.object({ endpoint: v.string(), bookings: v.string(), deals: v.string() })),
});
/** A running stack, as the local one writes it into `demo.json`. */
export type Target = v.InferOutput<typeof targetSchema>;

/** Reads a target file. Throws an Error whose message is a sentence. */
export function readTarget(path: string): Target {
  const read = v.safeParse(targetSchema, contentOf(path));
  if (!read.success) throw new Error(`${path} is no target file: it wants the shape of demo.json.`);
  return read.output;
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path} cannot be read: start the stack with npm start, or name a file with --target.`);
  }
}
