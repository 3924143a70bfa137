import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../local/stack.ts';
import type { Target } from './target.ts';

/** The stack that a file of the suite tries: the one that BLACKBOX_TARGET names, or else one of its own. */
export async function triedStack(): Promise<{ target: Target; stop: () => Promise<void> }> {
  const file = process.env['BLACKBOX_TARGET'];
  if (file !== undefined) {
    return { target: JSON.parse(readFileSync(file, 'utf8')) as Target, stop: () => Promise.resolve() };
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'blackbox-'));
  const stack = await startStack({ dataDir });
  const stop = async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true });
  };
  return { target: stack.demo, stop };
}
