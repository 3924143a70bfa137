import { setTimeout as sleep } from 'node:timers/promises';
import { apiOf, tokenOf, type Api } from '../api/client.ts';
import { readTarget, type Target } from '../api/target.ts';
import { compare } from './compare.ts';
import { connectSalons, openAccount, passOnRequests, type Hooked } from './connect.ts';
import { look } from './look.ts';
import { optionsOf, type Options } from './options.ts';
import { postAll, postRefused } from './post.ts';
import { queued } from './queued.ts';
import { isClean, summary, type Run } from './report.ts';
import { salonPlans } from './salons.ts';
import { streamOf, type Stream } from './stream.ts';

/** The door reads settings again before it ignores anything by settings older than 2 seconds. */
const doorLearns = 2500;
/** How long what was posted may take, and what is read once the queues are empty. */
const patience = { whole: 1_800_000, rest: 15_000, pause: 1000 } as const;

/** Sends a stream of visits to salons of its own, and looks whether everything is there that must be, and nothing besides. */
async function main(): Promise<boolean> {
  const options = optionsOf(process.argv.slice(2), process.env['DATA_DIR']);
  const target = readTarget(options.target);
  const url = options.url ?? target.url;
  const token = await tokenOf(target.tokenUrl, target.operator);
  const account = await openAccount(apiOf({ url, token }), `Симуляция ${options.seed}`);
  const api = apiOf({ url, token, account });
  const salons = await connectSalons(api, salonPlans(options.salons));
  const stream = streamOf(options, salons);
  const deliveries = stream.early.length + stream.usual.length;
  console.log(
    `account ${account}: ${options.events} events of ${stream.visits.length} visits in ${deliveries} deliveries`,
  );
  const run = await settled(api, target, { options, stream, salons, posted: await post(api, stream, salons) });
  console.log(summary(run).join('\n'));
  return isClean(run);
}

async function post(api: Api, { early, usual }: Stream, salons: readonly Hooked[]): Promise<Run['posted']> {
  const before = await postAll(early, salons);
  await passOnRequests(api, salons);
  await sleep(doorLearns);
  const after = await postAll(usual, salons);
  for (const [status, count] of before.statuses) after.statuses.set(status, (after.statuses.get(status) ?? 0) + count);
  for (const salon of salons) await postRefused(salon, after);
  return {
    statuses: after.statuses,
    kept: [...before.kept, ...after.kept],
    unsure: [...before.unsure, ...after.unsure],
  };
}

interface Sent {
  options: Options;
  stream: Stream;
  salons: readonly Hooked[];
  posted: Run['posted'];
}

/** Looks until everything is as it must be, or for as long as that may take. */
async function settled(api: Api, target: Target, { options, stream, salons, posted }: Sent): Promise<Run> {
  const { until: to, days } = options;
  let end = Date.now() + patience.whole;
  for (;;) {
    const left = await queued(target);
    if (left === 0) end = Math.min(end, Date.now() + patience.rest);
    if (left !== undefined && left > 0 && Date.now() < end) {
      await sleep(patience.pause);
      continue;
    }
    const found = await look(api, { from: to - days * 86_400_000, to });
    const run = { posted, found, queued: left, difference: compare(stream.visits, salons, posted, found) };
    if (isClean(run) || Date.now() >= end) return run;
    await sleep(patience.pause);
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The simulation broke off.');
  process.exitCode = 1;
}
