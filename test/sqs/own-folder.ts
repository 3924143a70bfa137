import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database file in a folder of its own. */
export async function ownFolder(): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'sqs-'));
  return { file: join(folder, 'queues.sqlite'), remove: () => rm(folder, { recursive: true }) };
}
