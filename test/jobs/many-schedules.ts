import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { jobSchedule, type Removal } from './schedule.ts';

export interface Ran {
  /** What was wrong, each with the seed of its schedule; of the first alone. */
  wrong: string[];
  /** In how many of the schedules what has happened. */
  happened: Map<string, number>;
}

/** Runs schedules one after the other until one goes wrong. */
export async function manySchedules(first: number, count: number, removal: Removal = {}): Promise<Ran> {
  const happened = new Map<string, number>();
  for (let at = first; at < first + count; at++) {
    const seen = new Set<string>();
    const seed = at * 7919 + 13;
    const found = await jobSchedule(seed, removal, (what) => seen.add(what)).catch((error: unknown) => [String(error)]);
    for (const what of seen) happened.set(what, (happened.get(what) ?? 0) + 1);
    if (found.length > 0) return { wrong: found.map((complaint) => `seed ${seed}: ${complaint}`), happened };
  }
  return { wrong: [], happened };
}

/** What a thread is to run: so many schedules from one on, without a safeguard if one is named. */
export interface Asked {
  first: number;
  count: number;
  removal?: string;
}

/** Runs schedules in a thread of their own, where they take half of the time that they take among jest's modules. */
export async function inThread(asked: Asked): Promise<Ran> {
  const thread = new Worker('./test/jobs/schedules-thread.ts', { workerData: asked });
  const [ran] = (await once(thread, 'message')) as [Ran];
  return ran;
}

/** All that happens in schedules, and in how many of 1,000 at least. */
const usual: Record<string, number> = {
  'two jobs of the same lines': 500,
  'a line comes after the start': 500,
  'a line of before the start comes late': 600,
  'an index lags': 20,
  'a redelivery begins': 800,
  'a start begins': 1000,
  'a start crashes': 100,
  'a step begins': 900,
  'a step crashes': 400,
  'a step runs out of time': 3,
  'a line kills a step': 200,
  'a stop begins': 200,
  'a stop crashes': 5,
  'a sweep begins': 1000,
  'a sweep crashes': 20,
  'a message is lost': 300,
  'a message comes twice': 300,
  'a message is not acknowledged': 300,
  'a message comes for the last time': 1,
  'a job is ready': 30,
  'a job is stopped': 100,
  'a job is done': 800,
  'a line is done': 900,
  'a line is overtaken': 80,
  'a line is gaveUp': 200,
};

/** What has happened too seldom in 1,000 schedules, and what is not among the above. */
export function unusual({ happened }: Ran): string[] {
  const seldom = Object.entries(usual).filter(([what, least]) => (happened.get(what) ?? 0) < least);
  const unknown = [...happened.keys()].filter((what) => usual[what] === undefined);
  return [...seldom.map(([what]) => `${what}: ${happened.get(what) ?? 0}`), ...unknown];
}
