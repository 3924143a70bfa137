import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '../local/stack.ts';
import { simulate } from './simulate.ts';

/** `npm run test:simulate`: 300 events of three salons through a stack of its own. */
const reasons = [
  'requests_disabled',
  'deals_disabled',
  'not_from_widget',
  'origin_unknown',
  'other_salon',
  'unknown_event',
  'no_id',
];

const dataDir = mkdtempSync(join(tmpdir(), 'simulate-'));
const stack = await startStack({ dataDir, env: { RETRY_SECONDS: '1' } });
const { status, stdout } = simulate(dataDir, ['--events', '300', '--seed', '7', '--salons', '3']);
await stack.stop();
rmSync(dataDir, { recursive: true });
process.stdout.write(stdout);

const checks = [
  ['nothing is missing and nothing is besides', status === 0],
  ['what was accepted is journaled', stdout.includes('accepted  300 = journaled 300 + queued 0')],
  ['every reason was met', reasons.every((reason) => stdout.includes(`${reason}: `))],
] as const;
for (const [title, holds] of checks) console.log(`${holds ? 'ok  ' : 'FAIL'} ${title}`);
const failed = checks.filter(([, holds]) => !holds).length;
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
