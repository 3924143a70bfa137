import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Counted, Handle } from './sides.ts';

/** The last commit of version 1 of rows and folds. */
const commit = '2dd3613069e7e7cb4466c14deafe9fa956c620a4';
const folder = join(import.meta.dirname, '../../.local/bench-before');

interface WorkerOfThen {
  workerDeps: (tables: Counted, onLargeSet: () => void) => object;
}
interface FlowOfThen {
  recordEvent: (deps: object) => (message: unknown, text: string) => Promise<unknown>;
}

/** Unpacks the sources of version 1 beside ours; answers false where the clone does not hold them. */
export function unpackBefore(): boolean {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const archive = execFileSync('git', ['archive', commit, 'functions', 'lib'], {
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
    return true;
  } catch {
    return false;
  }
}

/** The workers of version 1 over these tables. */
export async function handleBefore(tables: Counted): Promise<Handle> {
  const { workerDeps } = (await import(join(folder, 'functions/wiring/worker-deps.ts'))) as WorkerOfThen;
  const { recordEvent } = (await import(join(folder, 'lib/flow/record-event.ts'))) as FlowOfThen;
  const handle = recordEvent(workerDeps(tables, () => undefined));
  return (message) => handle(message, JSON.stringify(message));
}
