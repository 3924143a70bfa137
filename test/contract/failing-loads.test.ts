import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listSalons } from '../../lib/flow/admin/read-salons.ts';
import { anAccount, asConnected } from '../build/settings.ts';
import { aClock, aDoorOf } from './door.ts';
import { aConnectedSalon, aTelling, E, hookKey, sha256, token, type Telling } from './told.ts';

interface Bounded {
  status: number;
  events: number;
  lines: string[];
  seconds: number;
}

/** One hostile delivery in a process whose heap is a tenth of what it once took. */
async function bounded(name: string): Promise<Bounded> {
  const script = join(import.meta.dirname, 'bounded/main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=96', script, name]);
  return JSON.parse(stdout) as Bounded;
}

const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));

/** Tells events one by one; answers what the tables were asked for each, and seconds of the processor for all. */
async function costs(salon: Telling, told: object[]) {
  const began = process.cpuUsage();
  const operations = [];
  for (const event of told) {
    const before = salon.operations.length;
    await salon.tell(event);
    operations.push(salon.operations.slice(before));
  }
  return { operations, seconds: process.cpuUsage(began).user / 1_000_000 };
}
const largest = (lists: unknown[][]) => Math.max(...lists.map(({ length }) => length));

/** Loads that a process once failed under, numbered on from test/contract/failing-inputs.test.ts. Bounds are ten times what is expected. */
describe('an input that was too much', () => {
  it.each([
    ['fields × empty events', { status: 413, events: 0 }],
    ['fields × events', { status: 200, events: 100, lines: ['done'] }],
    ['form × payload', { status: 413, events: 0 }],
    ['form × events', { status: 413, events: 0 }],
    ['lists × lists', { status: 413, events: 0 }],
    ['envelope × objects', { status: 413, events: 0 }],
  ])('21: %s: a limit stands before the first loop that it bounds, the envelope is shared', async (name, expected) => {
    const { seconds, ...rest } = await bounded(name);
    expect(rest).toMatchObject(expected);
    expect(seconds).toBeLessThan(5);
  });

  it.each(['long key × leaves', 'long key × names'])('22: %s: what is cut later is cut at birth', async (name) => {
    const { seconds, ...rest } = await bounded(name);
    expect(rest).toMatchObject({ status: 200, events: 1, lines: ['done'] });
    expect(seconds).toBeLessThan(3);
  });

  it.each(['blanks in phones', 'good phones', 'good phones in a text'])(
    '23: %s: patterns are linear, lists are capped before they are read',
    async (name) => {
      const { seconds, ...rest } = await bounded(name);
      expect(rest).toMatchObject({ status: 200, events: 1, lines: ['done'] });
      expect(seconds).toBeLessThan(3);
    },
  );

  it('24: a deal and 200 bookings that name it: bounded work an event, nothing unfolded', async () => {
    const salon = aTelling();
    const told = [
      E('deal.created', { id: 9001, client: { name: 'Анна' } }),
      ...many(200, (at) => E('booking.created', { id: at + 1, deal_id: 9001 })),
    ];
    const { operations, seconds } = await costs(salon, told);
    expect(largest(operations)).toBeLessThan(400);
    expect(largest(operations.slice(30))).toBeLessThan(40);
    expect(seconds).toBeLessThan(20);
    await salon.tell(E('deal.updated', { id: 9001, name: 'последнее' }));
    expect(await salon.deal('9001')).toMatchObject({ name: 'последнее' });
    expect((await salon.requests()).filter(({ name }) => name === 'Анна')).toMatchObject([{ extId: '9001' }]);
    expect(new Set((await salon.lines()).map(({ status }) => status))).toEqual(new Set(['done']));
  });

  it('24: a deal that names 50 new bookings an event: bounded work an event, nothing unfolded', async () => {
    const salon = aTelling();
    const naming = (at: number) =>
      E('deal.updated', { id: 9001, name: `n${at}`, booking_ids: many(50, (id) => 1000 * at + id + 1) });
    const { operations, seconds } = await costs(salon, [
      ...many(20, naming),
      E('deal.updated', { id: 9001, name: 'последнее' }),
    ]);
    expect(largest(operations)).toBeLessThan(800);
    expect(operations.at(-1)!.length).toBeLessThan(40);
    expect(seconds).toBeLessThan(10);
    expect(await salon.deal('9001')).toMatchObject({ name: 'последнее' });
    expect((await salon.requests({ hidden: 'true' })).map(({ id }) => id)).toEqual(['arbat.d.9001']);
  });

  it.each([40, 200])(
    '25: 200 deals with %d custom fields: what seldom changes is written seldom, no key by all events',
    async (count) => {
      const salon = aTelling();
      const custom_fields = many(count, (at) => ({ id: at + 1, name: `Поле ${at}`, value: 'x' }));
      const shared = {
        custom_fields,
        stage: { id: 1, name: 'Новая' },
        pipeline: { id: 1, name: 'Записи' },
        manager: { id: 1, name: 'Ольга' },
      };
      const { operations, seconds } = await costs(
        salon,
        many(200, (at) => E('deal.created', { id: at + 1, ...shared })),
      );
      const writes = operations.map((done) => done.filter(({ what }) => what === 'put').map(({ pk }) => pk));
      expect(largest(writes.slice(1))).toBeLessThan(10);
      const writers = Map.groupBy(
        writes.flatMap((keys) => [...new Set(keys)]),
        (pk) => pk,
      );
      expect(Math.max(...[...writers.values()].map(({ length }) => length))).toBeLessThan(20);
      expect(seconds).toBeLessThan(20);
    },
  );

  it('26: 1,500 stage names: an index is built once a call', async () => {
    const salon = aTelling();
    const stages = many(750, (at) =>
      E('deal.created', {
        id: at + 1,
        stage: { id: at, name: `Этап ${at}` },
        previous_stage: { id: 1000 + at, name: `До ${at}` },
      }),
    );
    await salon.tell(...stages);
    const began = process.cpuUsage();
    expect(await salon.deals()).toHaveLength(500);
    const [pipeline] = await salon.pipelines();
    expect(pipeline?.stages.length).toBeGreaterThanOrEqual(1500);
    expect(process.cpuUsage(began).user / 1_000_000).toBeLessThan(5);
  });

  it('26: 200 salons with 100 stage types: a list of settings has summaries, below the 6 MB that a λ may answer', async () => {
    const stageTypes = Object.fromEntries(many(100, (at) => [`Этап ${at} ${'ж'.repeat(180)}`, 'success'] as const));
    const salons = many(200, (at) => asConnected(aConnectedSalon({ key: `s${at}`, stageTypes })));
    const deps = {
      pageOfSalons: () => Promise.resolve({ items: salons }),
      findCatalog: () => Promise.resolve({ campaigns: [], sources: [], sites: [] }),
    };
    const call = {
      account: anAccount(),
      caller: { subject: 'x', role: 'admin' },
      id: '',
      query: { deleted: false, limit: 200 },
      body: undefined,
    } as const;
    const reply = await listSalons(deps)(call);
    expect(Buffer.byteLength(JSON.stringify(reply))).toBeLessThan(6 * 1024 * 1024);
  });

  it('27: the clock one hour back, then a new token: what is younger than nothing is stale', async () => {
    const clock = aClock();
    const state = { salon: aConnectedSalon() };
    const door = aDoorOf({ salon: () => state.salon, now: clock.now, queue: [] });
    const status = async (said: string) =>
      (await door.post({ path: hookKey, headers: { 'x-salon-token': said }, body: E('deal.updated', { id: 5 }) }))
        .status;
    expect(await status(token)).toBe(200);
    clock.advance(-3_600_000);
    state.salon = { ...state.salon, tokenSha256: sha256('a-new-token') };
    expect([await status('a-new-token'), await status(token)]).toEqual([200, 401]);
  });

  it('28: also in a JSON text that the reader opens, as PHP escapes it', async () => {
    const secret = 'to/ken"77\\8';
    const php = (text: string) => JSON.stringify(text).replaceAll('/', '\\/');
    const unicode = (text: string) =>
      `"${Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
    for (const spell of [JSON.stringify, php, unicode]) {
      const salon = aTelling({ tokenSha256: sha256(secret) });
      const client = `{"id":61,"name":${spell(secret)}}`;
      await salon.post({ headers: { 'x-salon-token': secret }, body: E('booking.created', { id: 5, client }) });
      await salon.work();
      expect(await salon.request('5')).toMatchObject({ name: '***' });
    }
  });

  it('28: a token with & sent as &amp; is struck in every spelling that the reader undoes', async () => {
    const secret = 'to&ken<77>"8"';
    const spelled = [
      'to&amp;ken&lt;77&gt;&quot;8&quot;',
      'to&#38;ken&#60;77&#62;&#34;8&#34;',
      'to&#x26;ken&#x3C;77&#x3e;&#x22;8&#x22;',
      secret,
    ];
    for (const text of [...spelled, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) {
      const salon = aTelling({ tokenSha256: sha256(secret) });
      await salon.post({
        headers: { 'x-salon-token': secret },
        body: E('booking.created', { id: 5, comment: `код ${text}`, client: { name: text } }),
      });
      await salon.work();
      expect(await salon.request('5')).toMatchObject({ message: 'код ***', name: '***' });
    }
  });
});
