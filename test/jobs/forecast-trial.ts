import { setOfPartition } from '../../lib/store/sets.ts';
import { recordId } from '../../lib/model/ids.ts';
import type { Forecast, Job } from '../../lib/model/job.ts';
import type { Deciding } from '../../lib/model/settings.ts';
import { settingsOf, simulatedMessages } from './simulated.ts';
import { jobWorld, type JobWorld } from './world.ts';

/** What happens between the steps of the job. */
export type Meanwhile = 'nothing' | 'a save' | 'a delivery';

export interface Trial {
  job: Job;
  /** What the job has made, told as a forecast tells it. */
  made: Pick<Forecast, 'outcomes' | 'records' | 'changes'>;
  lines: number;
}

/** Replays a simulated stream with other settings than it was received with. */
export async function forecastTrial(events: number, seed: number, meanwhile: Meanwhile = 'nothing'): Promise<Trial> {
  const world = await jobWorld();
  const messages = simulatedMessages(events, seed);
  for (const message of messages) await world.handle(message);
  world.connect({ ...settingsOf(seed, replayed), version: 2 });
  const { id } = await world.create({ what: 'replay', salon: 'arbat' });
  const before = await recordsIn(world);
  await world.start(id);
  const [first] = world.queue.splice(0);
  await world.step({ v: 1, type: 'job', ...first! });
  if (meanwhile === 'a save') world.connect({ ...settingsOf(seed, { isActive: false }), version: 3 });
  // One more event of the last record; received after the start, it is none of the job's.
  const last = messages.findLast(({ settings }) => settings.sendRequests)!;
  if (meanwhile === 'a delivery')
    await world.handle({ ...last, eventId: 'f'.repeat(64), receivedAt: new Date(Date.now() + 1000).toISOString() });
  await world.work();
  const job = await world.jobOf(id);
  const changes = changesBetween(before, await recordsIn(world));
  return { job, lines: messages.length, made: { outcomes: job.counts, ...told(changes) } };
}

const replayed: Partial<Deciding> = { defaultCampaignId: '7', requestsFrom: 'widget', currency: 'KZT' };

type Shown = Map<string, Record<string, unknown>>;

/** Every record there is, by its type and id. */
export async function recordsIn(world: JobWorld): Promise<Shown> {
  const shown: Shown = new Map();
  for (const pk of new Set(world.tables.records.all().map((item) => item.pk))) {
    const set = setOfPartition(pk);
    if (set === undefined) continue;
    const [deal, request] = [await world.records.deal(set), await world.records.request(set)];
    if (deal !== undefined) shown.set(`deal ${recordId(set)}`, { ...deal });
    if (request !== undefined && request !== 'superseded') shown.set(`request ${recordId(set)}`, { ...request });
  }
  return shown;
}

type Change = Forecast['changes'][number];

export function changesBetween(before: Shown, after: Shown): Change[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.map((name) => {
    const [type, id = ''] = name.split(' ');
    const [was, is] = [before.get(name), after.get(name)];
    const fields = was && is ? fieldsBetween(was, is) : [];
    const effect =
      was === undefined ? 'created' : is === undefined ? 'removed' : fields.length > 0 ? 'changed' : 'unchanged';
    return { type: type === 'deal' ? 'deal' : 'request', id, effect, fields };
  });
}

function fieldsBetween(was: Record<string, unknown>, is: Record<string, unknown>): string[] {
  const text = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    );
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.filter((name) => text(was[name]) !== text(is[name]));
}

/** Of the changes those that a forecast names, and how many there are of each effect; of what did not change it knows what it touched. */
export function told(changes: Change[]): Pick<Forecast, 'records' | 'changes'> {
  const count = (effect: Change['effect']) => changes.filter((change) => change.effect === effect).length;
  return {
    records: {
      created: count('created'),
      changed: count('changed'),
      removed: count('removed'),
      unchanged: count('unchanged'),
    },
    changes: changes.filter(({ effect }) => effect !== 'unchanged').slice(0, 200),
  };
}
