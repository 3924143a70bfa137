import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../local/stack.ts';

const chromium = '/usr/bin/chromium';
const report = '.local/web/report.json';

interface Report {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** `npm run test:web`: the page in Debian's Chromium, on a whole stack of its own, which is fresh. */
async function main(): Promise<boolean> {
  haveChromium();
  const dataDir = mkdtempSync(join(tmpdir(), 'web-'));
  rmSync(report, { force: true });
  const stack = await startStack({ dataDir });
  try {
    const chosen = process.argv.slice(2);
    // Of what is picked nothing waits for the rest.
    const picked = chosen.length === 0 ? [] : ['--no-deps', '--workers=1', ...chosen];
    const command = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'test/web', ...picked];
    const env = { ...process.env, WEB_TARGET: join(dataDir, 'demo.json') };
    spawnSync(process.execPath, command, { stdio: 'inherit', env });
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true });
  }
  return say(JSON.parse(readFileSync(report, 'utf8')) as Report);
}

/** Debian's, by apt where it is missing and one may. */
function haveChromium(): void {
  if (!existsSync(chromium) && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
  }
  if (!existsSync(chromium)) throw new Error(`There is no ${chromium}: apt-get install chromium`);
}

/** A test that was skipped, or passed only at a second try, has not passed. */
function say({ stats, errors }: Report): boolean {
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  process.stdout.write(`${stats.expected} passed, ${failed} failed\n`);
  return failed === 0 && stats.expected > 0;
}

process.exitCode = await main().then(
  (passed) => (passed ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stdout.write('0 passed, 1 failed\n');
    return 1;
  },
);
