import { beforeEach, describe, expect, it } from '@jest/globals';
import { setRules } from '../../functions/wiring/worker-deps.ts';
import { foldVersion } from '../../lib/model/records.ts';
import { anAccount } from '../build/settings.ts';
import { storedV1 } from '../fixtures/store-v1.ts';
import { anEvent, jobWorld, type JobWorld } from './world.ts';

const data = (id: number, more: object = {}) => ({ id, client: { name: 'Анна', phone: '+79161234567' }, ...more });
const next = foldVersion + 1;
/** Today's rules under the next number: what they make is told from what was there before by its digest. */
const raised = () => {
  const rules = setRules();
  const told = <V extends { digest: string }>(view: V): V => ({ ...view, digest: `next:${view.digest}` });
  return {
    ...rules,
    foldVersion: next,
    foldDealSet: (...asked: Parameters<typeof rules.foldDealSet>) => {
      const { deal, request } = rules.foldDealSet(...asked);
      return { deal: told(deal), request: told(request) };
    },
    foldBookingSet: (...asked: Parameters<typeof rules.foldBookingSet>) => told(rules.foldBookingSet(...asked)),
  };
};

let world: JobWorld;
beforeEach(async () => {
  world = await jobWorld({ rules: raised() });
});
const views = () => world.tables.records.all().filter(({ sk }) => sk.startsWith('v#'));
const versions = () => [...new Set(views().map((view) => view['foldVersion']))];

describe('Folding again', () => {
  it('reaches every set under a larger number, in whatever list it stands, or in none', async () => {
    for (let id = 1; id <= 40; id++) {
      const linked = id % 4 === 0 ? { deal_id: 1000 + id } : {};
      await world.handle(anEvent({ event: 'booking.created', data: data(id, linked) }, { minutesAgo: id * 3000 }));
      const off = id % 3 === 0 ? { sendRequests: false } : id % 3 === 1 ? { sendDeals: false } : {};
      await world.handle(anEvent({ event: 'deal.created', data: data(2000 + id) }, { settings: off }));
    }
    const before = views().length;
    expect(before).toBeGreaterThan(100);
    expect(versions()).toEqual([foldVersion]);
    const job = await world.run({ what: 'refold' });
    expect(job).toMatchObject({ state: 'done' });
    expect(versions()).toEqual([next]);
    expect(views()).toHaveLength(before);
    expect(job.counts['folded']).toBeGreaterThan(80);
  });

  it('walks on until a walk has met nothing that older code has folded', async () => {
    await world.handle(anEvent({ event: 'booking.created', data: data(1) }));
    const { id } = await world.create({ what: 'refold' });
    await world.start(id);
    const [message] = world.queue.splice(0);
    await world.step({ v: 1, type: 'job', ...message! });
    // A worker of before the deployment, behind the walk.
    await world.handle(anEvent({ event: 'booking.created', data: data(2) }, { minutesAgo: 100_000 }));
    expect(versions()).toHaveLength(2);
    await world.work();
    expect(versions()).toEqual([next]);
  });

  it('reaches what version 1 has stored, and lists its contacts', async () => {
    const { records } = await storedV1();
    for (const item of records.all()) await world.tables.records.putIf(item, undefined);
    const sets = new Set(views().map(({ pk }) => pk));
    expect(sets.size).toBeGreaterThan(20);
    await world.run({ what: 'refold' });
    expect(new Set(views().map(({ pk }) => pk))).toEqual(sets);
    expect(versions()).toEqual([next]);
    const contacts = world.tables.records.all().filter(({ sk }) => sk === 'contact');
    expect(contacts.length).toBeGreaterThan(0);
    expect(contacts.filter((contact) => contact['listKey'] === undefined)).toEqual([]);
  });

  it('lets erasures say until then that they may miss somebody', async () => {
    const { hasNeighbours: _, ...older } = anAccount();
    await world.settings.saveAccount(older);
    const erase = { what: 'erase', phone: '8 916 123-45-67', again: '8 916 123-45-67' } as const;
    expect((await world.run(erase)).counts).toEqual({ incomplete: 1, erased: 1 });
    await world.run({ what: 'refold' });
    expect((await world.run(erase)).counts).toEqual({ erased: 1 });
  });
});
