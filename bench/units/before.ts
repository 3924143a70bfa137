import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Counted, Handle } from './sides.ts';

/** The last commit of version 1 of rows and folds. */
export const commit = '2dd3613069e7e7cb4466c14deafe9fa956c620a4';
const root = join(import.meta.dirname, '../..');
const folder = join(root, '.local/bench-before');

interface WorkerOfThen {
  workerDeps: (tables: Counted, onLargeSet: () => void) => object;
}
interface FlowOfThen {
  recordEvent: (deps: object) => (message: unknown, text: string) => Promise<unknown>;
}

/** Unpacks the sources of version 1 beside ours; answers why that cannot be, where it cannot: a shallow clone lacks the commit. */
export function unpackBefore(): string | undefined {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = spawnSync('git', ['archive', commit, 'functions', 'lib'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  const { stdout, stderr, error } = archive;
  if (archive.status !== 0) return String(error?.message ?? stderr).trim();
  execFileSync('tar', ['-x', '-C', folder], { input: stdout });
  return undefined;
}

/** The workers of version 1 over these tables. */
export async function handleBefore(tables: Counted): Promise<Handle> {
  const { workerDeps } = (await import(join(folder, 'functions/wiring/worker-deps.ts'))) as WorkerOfThen;
  const { recordEvent } = (await import(join(folder, 'lib/flow/record-event.ts'))) as FlowOfThen;
  const handle = recordEvent(workerDeps(tables, () => undefined));
  return (message) => handle(message, JSON.stringify(message));
}
