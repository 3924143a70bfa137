import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Job } from '../../lib/model/job.ts';
import { jobStep, type StepDeps } from '../../lib/flow/jobs/step.ts';
import { anEvent, jobWorld } from './world.ts';

const all = { what: 'replay', salon: 'arbat' } as const;
const idOf = (line: number) => String(line).padStart(64, '0');
const lines = 60;

/** A replay that has been started; `leaseMs`: 0 takes the lease away. */
async function started(leaseMs: number) {
  const hanging = { at: '', isReached: (): void => undefined };
  const world = await jobWorld(
    {
      change: (deps) => ({
        ...deps,
        changeLine: (key, change) => {
          if (key.id !== hanging.at) return deps.changeLine(key, change);
          hanging.isReached();
          return new Promise(() => undefined);
        },
      }),
    },
    leaseMs,
  );
  for (let line = 1; line <= lines; line++) {
    const payload = { event: 'booking.created', data: { id: line, client: { name: 'Анна' } } };
    await world.handle(anEvent(payload, { eventId: idOf(line), minutesAgo: 100 - line }));
  }
  world.connect({ version: 2 });
  const { id } = await world.create(all);
  await world.start(id);
  world.queue.length = 0;
  return { world, id, hanging };
}

describe('Many messages of one job at once', () => {
  const counts = async (leaseMs: number) => {
    const { world, id } = await started(leaseMs);
    await Promise.all(Array.from({ length: 8 }, () => world.step({ v: 1, type: 'job', accountKey: 'demo', id })));
    return (await world.jobOf(id)).counts;
  };

  it('are one step, and no good line is given up', async () => {
    expect(await counts(360_000)).toEqual({ done: 25 });
  });

  it('give a good line up when there is no lease', async () => {
    expect(await counts(0)).toHaveProperty('gaveUp');
  });
});

describe('A job that is stopped after steps that died', () => {
  /** How many lines it counts, and how many it has done, when `change` is made of the job as a step reads it. */
  async function stoppedWith(change: (job: Job) => Job): Promise<[number, number]> {
    // One works on it at a time here; so those that died need not be waited for.
    const { world, id, hanging } = await started(0);
    hanging.at = idOf(10);
    const step = () => world.step({ v: 1, type: 'job', accountKey: 'demo', id });
    for (let death = 1; death <= 2; death++) {
      const reached = new Promise<void>((resolve) => {
        hanging.isReached = resolve;
      });
      void step();
      await reached;
    }
    // The third does its page line by line, so the place is behind what the first has done.
    await step();
    hanging.at = '';
    await world.stop(id);
    const deps: StepDeps = {
      ...world.deps,
      findJob: async (account, key) => {
        const stored = await world.deps.findJob(account, key);
        return stored && { ...stored, job: change(stored.job) };
      },
    };
    while ((await world.jobOf(id)).state === 'stopping') await jobStep(deps)('demo', id);
    const { counts, number } = await world.jobOf(id);
    const done = await Promise.all(
      Array.from({ length: lines }, async (_, at) => (await world.lines.deliveries('demo', idOf(at + 1)))[0]!.line),
    );
    return [counts['done'] ?? 0, done.filter(({ replay }) => replay === number).length];
  }

  it('counts all that they have done', async () => {
    const [counted, done] = await stoppedWith((job) => job);
    expect(counted).toBe(done);
    expect(done).toBeGreaterThanOrEqual(25);
  });

  it.each<[string, (job: Job) => Job]>([
    ['does not wait for what a step has begun', (job) => ({ ...job, reach: job.cursor })],
    ['waits only while attempts are counted', (job) => (job.attempts > 0 ? job : { ...job, reach: job.cursor })],
  ])('counts too few when it %s', async (_, change) => {
    const [counted, done] = await stoppedWith(change);
    expect(counted).toBeLessThan(done);
  });
});

describe('A forecast that dies twice', () => {
  /** The job after three steps of its forecast, the first of which follows from asking, when `change` is made of it as a step reads it. */
  async function forecastWith(change: (job: Job) => Job): Promise<Job> {
    const world = await jobWorld({ change: (deps) => ({ ...deps, findLine: () => new Promise(() => undefined) }) }, 0);
    await world.handle(anEvent({ event: 'booking.created', data: { id: 1 } }));
    world.connect({ version: 2 });
    void world.create(all);
    while (world.tables.jobs.all().length === 0) await turn();
    const id = world.tables.jobs.all()[0]!.sk.slice('job#'.length);
    const findJob: StepDeps['findJob'] = async (account, key) => {
      const stored = await world.deps.findJob(account, key);
      return stored && { ...stored, job: change(stored.job) };
    };
    for (let step = 2; step <= 3; step++) {
      void jobStep({ ...world.deps, findJob })('demo', id);
      for (let k = 0; k < 20; k++) await turn();
    }
    return world.jobOf(id);
  }

  it('leaves a job that can be started without one', async () => {
    const job = await forecastWith((same) => same);
    expect(job.state).toBe('ready');
    expect(job.forecast).toBeUndefined();
  });

  it('is made again for ever when attempts are not counted', async () => {
    expect((await forecastWith((job) => ({ ...job, attempts: 0 }))).state).toBe('forecasting');
  });
});

describe('Jobs that are asked for in one millisecond', () => {
  it('have a number each', async () => {
    const at = new Date();
    const world = await jobWorld({ now: () => at });
    world.connect();
    const made = await Promise.all([world.create(all), world.create(all), world.create(all)]);
    const first = at.getTime();
    expect(made.map(({ number }) => number).sort()).toEqual([first, first + 1, first + 2]);
  });
});
