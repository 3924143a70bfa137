import { frozen, naiveWriter } from '../naive/writer.ts';
import { commit, handleBefore, unpackBefore } from './before.ts';
import { noCounts, type Counts } from './counted-table.ts';
import { ofLargeDeal } from './large-deal.ts';
import { findable } from './kinds.ts';
import { handleNow } from './ours.ts';
import { run, type Counted, type Handle } from './sides.ts';
import { stream } from './stream.ts';

/**
 * `npm run bench:units`: what an event costs in DynamoDB's units, in calls and in processor time, mean over a fixed stream of
 * visits; beside it version 1 of the workers, where the clone holds it, and a naive writer of the same records.
 */
// Processor time of version 1: half of it was what version 2 was made for (0.42). To mark what is sent and to read more senders has added to it since.
const limits = { writes: 11, reads: 9, calls: 15, cpu: 0.65 };
/** With the rows by which sets and lines are found. */
const whole = { writes: 12, reads: 10 };
const rounds = 7;

interface Side {
  counts: Counts;
  /** Best of all rounds, ms an event. */
  cpu: number;
}

const messages = stream();
const mean = (total: number) => total / messages.length;
const sum = (units: Map<string, number>) => [...units.values()].reduce((all, one) => all + one, 0);
const found: readonly string[] = Object.values(findable);
const without = (units: Map<string, number>) => sum(new Map([...units].filter(([kind]) => !found.includes(kind))));

async function best(handleOver: (tables: Counted) => Promise<Handle>): Promise<Side> {
  const runs = [];
  for (let round = 0; round < rounds; round++) runs.push(await run(messages, handleOver));
  return { counts: runs[0]!.counts, cpu: Math.min(...runs.map(({ cpu }) => mean(cpu))) };
}

function naive(): Side {
  const counts = noCounts();
  const write = naiveWriter(counts);
  const began = process.cpuUsage();
  for (const message of messages) write(message);
  const { user, system } = process.cpuUsage(began);
  return { counts, cpu: mean((user + system) / 1000) };
}

function rowOf({ counts, cpu }: Side) {
  return {
    'write units': round(mean(sum(counts.writes))),
    'read units': round(mean(sum(counts.reads))),
    calls: round(mean(counts.calls)),
    'CPU, ms': round(cpu),
  };
}

function kinds(counts: Counts) {
  const names = [...new Set([...counts.writes.keys(), ...counts.reads.keys()])].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      { write: round(mean(counts.writes.get(name) ?? 0)), read: round(mean(counts.reads.get(name) ?? 0)) },
    ]),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const missing = unpackBefore();
// One after the other: in turn, each would run code that was compiled for both.
const now = await best(handleNow);
const before = missing === undefined ? await best(handleBefore) : undefined;
const plain = naive();
console.log(`${messages.length} events of 300 visits, one warm process, best of ${rounds}; Node ${process.version}`);
console.table({
  now: rowOf(now),
  ...(before && { 'version 1': rowOf(before) }),
  naive: rowOf(plain),
  'naive, frozen': { 'write units': frozen.writes, 'read units': frozen.reads, calls: frozen.calls },
});
console.table(kinds(now.counts));
console.log('the next events of a deal with 1,000 deal events, one of its bookings among them; CPU, ms: median of 20');
console.table(await ofLargeDeal());

const { writes, reads, allWrites, allReads, calls } = {
  writes: mean(without(now.counts.writes)),
  reads: mean(without(now.counts.reads)),
  allWrites: mean(sum(now.counts.writes)),
  allReads: mean(sum(now.counts.reads)),
  calls: mean(now.counts.calls),
};
const near = (counted: number, expected: number) => Math.abs(counted - expected) <= 0.05 * expected;
const checks: [string, boolean][] = [
  [`write units an event ≤ ${limits.writes}: ${round(writes)}`, writes <= limits.writes],
  [`read units an event ≤ ${limits.reads}: ${round(reads)}`, reads <= limits.reads],
  [`write units with neighbours and index rows ≤ ${whole.writes}: ${round(allWrites)}`, allWrites <= whole.writes],
  [`read units with neighbours and index rows ≤ ${whole.reads}: ${round(allReads)}`, allReads <= whole.reads],
  [`calls an event ≤ ${limits.calls}: ${round(calls)}`, calls <= limits.calls],
  [
    'the naive writer costs what it did',
    near(mean(sum(plain.counts.writes)), frozen.writes) &&
      near(mean(sum(plain.counts.reads)), frozen.reads) &&
      near(mean(plain.counts.calls), frozen.calls),
  ],
];
if (before === undefined) {
  // Neither passed nor failed: a checkout without its history has nothing to compare with.
  console.log(`CPU is not compared: no commit ${commit} here (${missing}); \`git fetch --unshallow\` brings it`);
} else {
  const what = `CPU an event ≤ ${limits.cpu} of version 1: ${round(now.cpu / before.cpu)}`;
  checks.push([what, now.cpu <= limits.cpu * before.cpu]);
}
for (const [what, holds] of checks) console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
const failed = checks.filter(([, holds]) => !holds).length;
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
