import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

/** A process of 64 MB that reads each hostile event of 200 KB 50 times. */
it('the reader of hostile events needs little memory and keeps none', async () => {
  const script = join(import.meta.dirname, 'read-often.ts');
  const flags = ['--max-old-space-size=64', '--expose-gc', script];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { maxBuffer: 1024 * 1024 });
  const { grownMb, shapes } = JSON.parse(stdout) as { grownMb: number; shapes: number };
  expect(shapes).toBeGreaterThan(25);
  expect(grownMb).toBeLessThanOrEqual(4);
}, 600_000);
