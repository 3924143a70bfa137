import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { mostForecast } from '../../lib/model/job.ts';
import { allOf, apiOf, type Api, type Item } from '../blackbox/target.ts';
import { postAll } from '../kill/post-all.ts';
import { freePort, startStack } from '../local/stack.ts';
import { drained } from '../local/waiting.ts';

// npm run test:kill-jobs -- --lines 300 --kills 3: a replay of so many lines while the stack is killed and started again.
const { values } = parseArgs({
  options: { lines: { type: 'string', default: '300' }, kills: { type: 'string', default: '3' } },
});
const [count, kills] = [Number(values.lines), Number(values.kills)];
const dataDir = mkdtempSync(join(tmpdir(), 'kill-jobs-'));

interface Job {
  id: string;
  state: string;
  counts: Record<string, number>;
  forecast?: { lines: number; outcomes: Record<string, number>; records: Record<string, number> };
}
const done = ({ counts }: Job) => Object.values(counts).reduce((sum, one) => sum + one, 0);

async function jobOf(api: Api, id: string): Promise<Job | undefined> {
  // While it is down there is no answer.
  const answer = await api('GET', `/api/jobs/${id}`).catch(() => undefined);
  return answer?.status === 200 ? (answer.body as Job) : undefined;
}

async function until(api: Api, id: string, holds: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = await jobOf(api, id);
    if (job !== undefined && holds(job)) return job;
    await sleep(100);
  }
}

// A forecast is one step: the more lines, the longer it may take. All other steps are of a page.
const forecastLease = Math.max(30, Math.ceil(Math.min(count, mostForecast) / 10));
const pageLease = 30;
const env = (lease: number) => ({
  PORT: port,
  RETRY_SECONDS: '1',
  LEASE_SECONDS: String(lease),
  SWEEP_SECONDS: '1',
});
const port = String(await freePort());
let stack = await startStack({ dataDir, env: env(forecastLease) });
const api = await apiOf(stack.demo);
const answered = await postAll({ ...stack.demo.salon, count, concurrency: 16, onAnswer: () => undefined });
await drained(stack.demo.queues, 1_200_000);
const march = 'from=2026-03-01&to=2026-12-01&hidden=true';
const recordsOf = async () => [
  ...(await allOf(api, `/api/requests?${march}`)),
  ...(await allOf(api, `/api/deals?${march}`)),
];
const before = await recordsOf();
const linesOf = () => allOf(api, '/api/events?order=asc');
// On a busy machine the webhook says of some that they may not be queued, and some of these are.
const total = (await linesOf()).length;
const [salon] = await allOf(api, '/api/salons?');
const made = await api('POST', '/api/jobs', { what: 'replay', salon: salon?.['id'] });
const { id } = made.body as Job;
const ready = await until(api, id, ({ state }) => state === 'ready');
await stack.stop();
stack = await startStack({ dataDir, env: env(pageLease) });
const started = await api('POST', `/api/jobs/${id}/start`);
for (let kill = 1; kill <= kills; kill++) {
  await until(api, id, (job) => done(job) >= ((kill - 0.5) * total) / kills || job.state === 'done');
  // Somewhere within a step, not at its end.
  await sleep(100 * kill);
  await stack.kill();
  stack = await startStack({ dataDir, env: env(pageLease) });
}
const job = await until(api, id, ({ state }) => state === 'done');
const lines = await linesOf();
const after = await recordsOf();
const exitCode = await stack.stop();

const others = lines.filter(({ replay }) => replay !== Number(id));
const known = new Set(before.map((record: Item) => JSON.stringify(record)));
const changed = after.filter((record) => !known.has(JSON.stringify(record)));
const forecast = ready.forecast;
const checks: [string, boolean, unknown][] = [
  ['every delivery that was taken has its line', total >= answered.length && total <= count, [answered.length, total]],
  ['no line is more or less', lines.length === total, [total, lines.length]],
  ['the job tells what it would do', forecast?.lines === Math.min(total, mostForecast), forecast],
  ['and that it changes nothing', forecast?.records['changed'] === 0 && forecast.records['created'] === 0, forecast],
  ['it starts when it is asked to', started.status === 200, started],
  ['its counts are right', job.counts['done'] === total && done(job) === total, job.counts],
  ['each line has its number', others.length === 0, others.slice(0, 3)],
  ['no record is more or less', before.length === after.length, [before.length, after.length]],
  ['no record is other than it was', changed.length === 0, changed.slice(0, 3)],
  ['SIGTERM ends the stack with exit code 0', exitCode === 0, exitCode],
];
for (const [title, holds, found] of checks)
  console.log(holds ? `ok   ${title}` : `FAIL ${title}: ${JSON.stringify(found)}`);
const failed = checks.filter(([, holds]) => !holds).length;
if (failed === 0) rmSync(dataDir, { recursive: true });
else console.log(`The data is kept in ${dataDir}`);
console.log(`${total} lines, ${kills} kills: ${JSON.stringify(job.counts)}`);
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
