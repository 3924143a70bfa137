import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allOf, apiOf } from '../blackbox/target.ts';
import { freePort, startStack } from '../local/stack.ts';
import { drained } from '../local/waiting.ts';
import { checksOf, type Outcome } from './checks.ts';
import { postAll } from './post-all.ts';

const posted = 2000;
const concurrency = 16;
/** How many answers there are when the stack is killed. */
const killAt = [400, 900, 1400];
const march = 'from=2026-03-01&to=2026-04-01&hidden=true';

/** Posts deliveries while the stack is killed and started again, and looks what became of them. */
async function run(dataDir: string): Promise<Outcome> {
  const env = { PORT: String(await freePort()), RETRY_SECONDS: '1' };
  let stack = await startStack({ dataDir, env });
  // Tokens survive a restart, so one serves to the end.
  const api = await apiOf(stack.demo);
  let kills = 0;
  let restarted = Promise.resolve();
  const onAnswer = (answers: number) => {
    if (answers < (killAt[kills] ?? Infinity)) return;
    kills += 1;
    restarted = restarted.then(async () => {
      await stack.kill();
      stack = await startStack({ dataDir, env });
    });
  };
  const answered = await postAll({ ...stack.demo.salon, count: posted, concurrency, onAnswer });
  await restarted;
  return {
    posted,
    answered,
    kills,
    drained: await drained(stack.demo.queues, 600_000),
    requests: await allOf(api, `/api/requests?${march}`),
    deals: await allOf(api, `/api/deals?${march}`),
    lines: await allOf(api, '/api/events?order=asc'),
    exitCode: await stack.stop(),
  };
}

const dataDir = mkdtempSync(join(tmpdir(), 'kill-'));
const outcome = await run(dataDir);
const checks = checksOf(outcome);
for (const [title, holds, found] of checks)
  console.log(holds ? `ok   ${title}` : `FAIL ${title}: ${JSON.stringify(found)}`);
const failed = checks.filter(([, holds]) => !holds).length;
const { answered, requests, deals, lines } = outcome;
console.log(
  `${answered.length} answered 200: ${requests.length} requests, ${deals.length} deals, ${lines.length} lines`,
);
if (failed === 0) rmSync(dataDir, { recursive: true });
else console.log(`The data is kept in ${dataDir}`);
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
