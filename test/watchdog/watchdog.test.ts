import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

/** Runs one of the suites beside this file, which jest does not find by itself. */
function run(suite: string) {
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--testMatch', `**/watchdog/${suite}.ts`];
  const env = { ...process.env, STANDSTILL_MS: '1000' };
  const { status, signal, stderr } = spawnSync(process.execPath, jest, { env, timeout: 50_000, encoding: 'utf8' });
  return { failed: status !== 0, inTime: signal !== 'SIGTERM', stderr };
}

describe('a loop that never ends', () => {
  it('fails its suite and names it when it lets no timer run', () => {
    const { failed, inTime, stderr } = run('endless-turns');
    expect({ failed, inTime }).toEqual({ failed: true, inTime: true });
    expect(stderr).toMatch(/watchdog\/endless-turns\.ts has let no timer run/);
  });

  it('fails its test, and the run ends, when it waits in between', () => {
    const { failed, inTime, stderr } = run('endless-waits');
    expect({ failed, inTime }).toEqual({ failed: true, inTime: true });
    expect(stderr).toContain('Exceeded timeout of 500 ms');
  });
});
