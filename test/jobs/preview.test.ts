import { describe, expect, it } from '@jest/globals';
import { dryRunsOver } from '../../functions/wiring/replay-deps.ts';
import { preview } from '../../lib/flow/jobs/preview.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import type { Deciding } from '../../lib/model/settings.ts';
import { changesBetween, recordsIn, told } from './forecast-trial.ts';
import { settingsOf, simulatedMessages } from './simulated.ts';
import { anEvent, jobWorld, type JobWorld } from './world.ts';

const keyOf = ({ eventId: id, receivedAt }: EventMessage) => ({ accountKey: 'demo', id, receivedAt });
const number = Date.now();

function previewed(world: JobWorld, messages: EventMessage[], pinned: Deciding, now = () => new Date()) {
  const deps = { dryRuns: () => dryRunsOver(world.tables), now };
  return preview(deps)({ salonKey: 'arbat', number, pinned }, messages.map(keyOf));
}

const drafts: Partial<Deciding>[] = [
  { requestsFrom: 'widget', defaultCampaignId: '7' },
  { timezone: 'Asia/Vladivostok', useDefaultPipeline: false },
  { sendRequests: false, currency: 'KZT' },
];

/** Records of a type that lists show. */
function listed(records: Awaited<ReturnType<typeof recordsIn>>, type: 'request' | 'deal'): number {
  return [...records].filter(([name, { hidden }]) => name.startsWith(`${type} `) && String(hidden) === '').length;
}

describe('A preview of settings', () => {
  it.each(drafts.map((draft, at) => ({ draft, seed: at + 1 })))(
    'tells what a replay makes after they were saved, and writes nothing (seed $seed)',
    async ({ draft, seed }) => {
      const world = await jobWorld();
      const messages = simulatedMessages(60, seed);
      for (const message of messages) await world.handle(message);
      const stored = () => JSON.stringify(Object.values(world.tables).map((table) => table.all()));
      const before = stored();
      const { lines, replay } = await previewed(world, messages.slice(-40), settingsOf(seed, { ...draft, version: 2 }));
      expect(stored()).toBe(before);
      world.connect({ ...settingsOf(seed, draft), version: 2 });
      const records = await recordsIn(world);
      const named = lines.map(({ id, receivedAt }) => ({ id, receivedAt }));
      const { counts } = await world.run({ what: 'replay', salon: 'arbat', lines: named });
      const made = told(changesBetween(records, await recordsIn(world)));
      const { unchanged: _, ...changed } = made.records;
      const more = (type: 'request' | 'deal') => {
        const { before: was = 0, after: is = 0 } = replay.shown?.[type] ?? {};
        return is - was;
      };
      expect(replay).toMatchObject({
        lines: 40,
        more: false,
        outcomes: counts,
        records: changed,
        changes: made.changes,
      });
      const after = await recordsIn(world);
      expect([more('request'), more('deal')]).toEqual([
        listed(after, 'request') - listed(records, 'request'),
        listed(after, 'deal') - listed(records, 'deal'),
      ]);
    },
    120_000,
  );

  it('tells beside it what would have become of them from the start', async () => {
    const world = await jobWorld();
    const client = { name: 'Анна', phone: '+79161234567' };
    const messages = [1, 2, 3].map((id) =>
      anEvent({ event: 'booking.created', data: { id, client } }, { settings: { requestsFrom: 'widget' } }),
    );
    for (const message of messages) await world.handle(message);
    const draft = settingsOf(0, { salonId: '1042', salonLogin: 'msc_myata_arbat', version: 2, defaultCampaignId: '7' });
    const { replay, asNew } = await previewed(world, messages.slice(1), draft);
    expect(replay.outcomes).toEqual({ 'ignored:origin_unknown': 2 });
    expect(replay.changes).toEqual([]);
    expect(replay.shown?.request).toEqual({ before: 0, after: 0 });
    expect(asNew.outcomes).toEqual({ done: 2 });
    expect(asNew.shown?.request).toEqual({ before: 0, after: 2 });
    expect(asNew.changes.map(({ id, effect }) => [id, effect])).toEqual([
      ['arbat.b.2', 'changed'],
      ['arbat.b.3', 'changed'],
    ]);
    expect(asNew.changes[0]!.fields).toEqual(expect.arrayContaining(['campaignId', 'hidden']));
  });

  it('ends when its time is over, and says so', async () => {
    const world = await jobWorld();
    const messages = simulatedMessages(20, 1);
    for (const message of messages) await world.handle(message);
    let clock = Date.now();
    // Five seconds pass each time that somebody looks.
    const now = () => new Date((clock += 5000));
    const { lines, replay, asNew } = await previewed(world, messages, settingsOf(1), now);
    expect(lines).toHaveLength(2);
    expect(replay).toMatchObject({ lines: 2, more: true });
    expect(asNew).toMatchObject({ lines: 2, more: true });
  });
});
