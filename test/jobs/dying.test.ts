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
