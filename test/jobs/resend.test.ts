import { beforeEach, describe, expect, it } from '@jest/globals';
import { createJob } from '../../lib/flow/admin/jobs/create-job.ts';
import { outboundId } from '../../lib/model/ids.ts';
import type { Job } from '../../lib/model/job.ts';
import { outboundKinds, type OutboundRecord } from '../../lib/model/outbound-state.ts';
import { outbound } from '../../lib/store/outbound.ts';
import { anAccount } from '../build/settings.ts';
import { anEvent, jobWorld, type JobWorld } from './world.ts';

const connection = { apiHost: 'comagic', isOn: true, keySet: true } as const;
const client = { id: 5, name: 'Анна', phone: '+79161234567' };
const minutes = (from: string) => Math.floor((Date.now() - Date.parse(from)) / 60_000);
const told = (event: string, id: number, at: string) =>
  anEvent({ event, data: { id, created_at: at, client } }, { minutesAgo: minutes(`${at.replace(' ', 'T')}+03:00`) });

let world: JobWorld;
let ahead: number;
beforeEach(async () => {
  ahead = 0;
  world = await jobWorld({ now: () => new Date(Date.now() + ahead) });
  world.connect();
});
const store = () => outbound(world.tables.records);

/** Ids of what is marked, by kind. */
async function marked(): Promise<Record<string, string[]>> {
  const all = await Promise.all(
    outboundKinds.map(async (kind) => {
      const pending = await store().pending({ accountKey: 'demo', kind, until: '9', limit: 1000 });
      return [kind, pending.map(({ record }) => outboundId(record)).sort()];
    }),
  );
  return Object.fromEntries(all) as Record<string, string[]>;
}
const nothing = { contact: [], request: [], deal: [] };
const switchOn = () => world.settings.saveAccount(anAccount({ connection }));

/** What becomes of a job that marks what there is since a day, once its time has come. */
async function backfilled(since: string): Promise<Job> {
  const { id } = await world.create({ what: 'backfill', since });
  return swept(id);
}
async function swept(id: string): Promise<Job> {
  ahead += 121_000;
  await world.sweep();
  await world.work();
  return world.jobOf(id);
}

describe('What was missed', () => {
  beforeEach(async () => {
    await world.handle(told('booking.created', 1, '2026-03-08 23:59:00'));
    await world.handle(told('booking.created', 2, '2026-03-09 00:01:00'));
    await world.handle(told('deal.created', 3, '2026-04-20 12:00:00'));
  });

  it('is marked from the day before on, a request as late as one that came then', async () => {
    await switchOn();
    const job = await backfilled('2026-03-10');
    expect(job).toMatchObject({ state: 'done', counts: { marked: 3 } });
    // Of whom an earlier booking told, the list says when that was.
    expect(await marked()).toEqual({ contact: [], request: ['arbat.b.2', 'arbat.d.3'], deal: ['arbat.d.3'] });
    const [first] = await store().pending({ accountKey: 'demo', kind: 'request', until: '9', limit: 1 });
    expect(first!.marker.slice(0, 24)).toBe(new Date(Date.parse(job.until) + 15 * 60_000).toISOString());
  });

  it('is marked once', async () => {
    await switchOn();
    await backfilled('2026-01-01');
    const before = await marked();
    expect(before).toEqual({
      contact: ['arbat.c.5'],
      request: ['arbat.b.1', 'arbat.b.2', 'arbat.d.3'],
      deal: ['arbat.d.3'],
    });
    expect(await backfilled('2026-01-01')).toMatchObject({ counts: { kept: 5 } });
    expect(await marked()).toEqual(before);
  });

  it('is marked once every process has heard of the connection, with what one that had not has put', async () => {
    // By this the process has read the account as one whose records are not sent.
    await world.create({ what: 'resend', record: 'arbat.b.1' });
    await switchOn();
    const { id, state, cursor } = await world.create({ what: 'backfill', since: '2026-01-01' });
    expect({ state, cursor }).toEqual({ state: 'running', cursor: '' });
    await world.handle(told('booking.created', 4, '2026-04-21 12:00:00'));
    ahead = 119_000;
    await world.sweep();
    await world.work();
    expect(await marked()).toEqual(nothing);
    expect(await swept(id)).toMatchObject({ state: 'done', counts: { marked: 6 } });
    expect((await marked())['request']).toContain('arbat.b.4');
  });

  it('is not marked where nothing is sent', async () => {
    expect(await backfilled('2026-01-01')).toMatchObject({ counts: { off: 5 } });
    expect(await marked()).toEqual(nothing);
  });
});

describe('What was refused', () => {
  const requestOf = (id: string, salonKey = 'arbat'): OutboundRecord => ({
    kind: 'request',
    set: { salonKey, kind: 'booking', id },
  });
  async function park(record: OutboundRecord, at: string) {
    const parked = { mnemonic: 'error', at, marker: 'm' } as const;
    await store().putSent('demo', record, { v: 1, isThere: false, parked }, (await store().sent(record)).rev);
  }
  const old = '2026-03-20T10:00:00.000Z';

  beforeEach(async () => {
    for (const id of [1, 2]) await world.handle(told('booking.created', id, '2026-03-09 12:00:00'));
    await world.handle({ ...told('booking.created', 3, '2026-03-09 12:00:00'), salonKey: 'bronnaya' });
    world.connect({ key: 'bronnaya', salonId: '9' });
    await switchOn();
    await park(requestOf('1'), old);
    await park(requestOf('3', 'bronnaya'), old);
  });

  it('is sent again record by record, by the id that the API shows', async () => {
    expect(await world.create({ what: 'resend', record: 'arbat.b.2' })).toMatchObject({
      state: 'done',
      record: 'arbat.b.2',
      counts: { marked: 1 },
    });
    expect(await marked()).toEqual({ ...nothing, request: ['arbat.b.2'] });
  });

  it('is sent again of one salon', async () => {
    expect(await world.create({ what: 'resend', salon: '9' })).toMatchObject({ counts: { marked: 1 } });
    expect(await marked()).toEqual({ ...nothing, request: ['bronnaya.b.3'] });
  });

  it('is sent again of all, but for what was refused since', async () => {
    await park(requestOf('2'), '2999-01-01T00:00:00.000Z');
    expect(await world.create({ what: 'resend' })).toMatchObject({ state: 'done', counts: { marked: 2 } });
    expect(await marked()).toEqual({ ...nothing, request: ['arbat.b.1', 'bronnaya.b.3'] });
  });

  it.each(['alien.b.1', 'arbat.x.1', 'arbat'])('is not sent again under an id of nobody here: %s', async (record) => {
    const call = { caller: { subject: 'admin', role: 'admin' as const }, account: anAccount(), id: '', query: {} };
    const listSalons = world.settings.listSalons;
    const refused = createJob({ ...world.deps, listSalons } as unknown as Parameters<typeof createJob>[0]);
    expect(await refused({ ...call, body: { what: 'resend', record } })).toEqual({
      error: 'invalid_request',
      fields: { record: 'unknown' },
    });
  });
});
