import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setOfRecordId } from '../../lib/model/ids.ts';
import type { FieldMap, TaughtField } from '../../lib/model/field-map.ts';
import { setWalk } from '../../lib/store/records.ts';
import { setPartition } from '../../lib/store/sets.ts';
import { asConnected, aSalon } from '../build/settings.ts';
import { actingIn } from './acting.ts';
import { changesBetween, recordsIn, told } from './forecast-trial.ts';
import { anEvent, jobWorld, type JobWorld } from './world.ts';

let world: JobWorld;
let ask: ReturnType<typeof actingIn>;
beforeEach(async () => {
  ({ world, ask } = await aConnected());
});

async function aConnected() {
  const made = await jobWorld();
  await made.settings.addSalon(asConnected(aSalon({ tokenSha256: 'a'.repeat(64), tokenLast4: 'aaaa' })));
  return { world: made, ask: actingIn(made) };
}

type Asking = typeof ask;
const replayed = { what: 'replay', salon: 'arbat' } as const;
const period = { from: '2026-03-01', to: '2026-04-01', hidden: true, limit: 50, order: 'asc' } as const;

async function save(fieldMap: FieldMap, asking: Asking = ask): Promise<void> {
  const { version } = await asking('GET /api/salons/{id}', { id: 'arbat' });
  await asking('PUT /api/salons/{id}', { id: 'arbat', body: { fieldMap, version } });
}
const previewed = (fieldMap: FieldMap, asking: Asking = ask) =>
  asking('POST /api/salons/{id}/preview', { id: 'arbat', body: { fieldMap } });

async function deliver(...events: object[]): Promise<void> {
  for (const [at, event] of events.entries()) await world.handle(anEvent(event, { minutesAgo: 60 - at }));
}

const at = (time: string) => `2026-03-14T${time}+03:00`;
/** Of a sender that has a name of its own for everything but the moment. */
const sale = (time: string, data: object) => ({ event: 'deal.updated', occurred_at: at(time), data });
const pokupatel = { svyaz: '8 (916) 123-45-67' };
const sales = [
  sale('12:45:00', { kod: 77, zavedeno: '14.03.2026 12:40:05', etap: 'Записан', pokupatel }),
  sale('15:00:00', { kod: 77, etap: 'Оплачено', itogo: '3 150,50 ₽', pokupatel }),
];
const map: FieldMap = {
  'data.kod': 'dealId',
  'data.itogo': 'amount',
  'data.etap': 'stage.name',
  'data.zavedeno': 'createdAt',
  'data.pokupatel.svyaz': 'client.phone',
};

async function shownDeal(): Promise<object> {
  const { events, ...deal } = await ask('GET /api/deals/{id}', { id: 'arbat.d.77' });
  expect(events.map(({ dateTime, kind, act }) => [dateTime, kind, act])).toEqual([
    ['2026-03-14T09:45:00.000Z', 'deal', 'updated'],
    ['2026-03-14T12:00:00.000Z', 'deal', 'updated'],
  ]);
  return deal;
}

describe('Names that no reader knows', () => {
  it('are seen among the fields, taught, looked at in advance, and make a complete deal by a replay', async () => {
    await deliver(...sales);
    const { items: lines } = await ask('GET /api/events', { query: { limit: 50, order: 'asc', warned: false } });
    const failed = { outcome: 'failed', reason: 'no_id' };
    expect(lines.map(({ deal, request }) => [deal, request])).toEqual([
      [failed, failed],
      [failed, failed],
    ]);

    const { items } = await ask('GET /api/salons/{id}/fields', { id: 'arbat' });
    const unread = items.filter(({ known }) => !known);
    expect(unread.map(({ path, count, kinds, readAs }) => [path, count, ...kinds, ...readAs])).toEqual([
      ['data.etap', 2, 'text'],
      ['data.kod', 2, 'digits'],
      ['data.pokupatel.svyaz', 2, 'phone'],
      ['data.itogo', 1, 'money'],
      ['data.zavedeno', 1, 'date'],
    ]);
    expect(Object.keys(map).sort()).toEqual(unread.map(({ path }) => path).sort());

    const created = ['deal', 'request'].map((type) => ({ type, id: 'arbat.d.77', effect: 'created', fields: [] }));
    const { replay } = await previewed(map);
    expect(replay).toEqual({
      lines: 2,
      more: false,
      outcomes: { done: 2 },
      records: { created: 2, changed: 0, removed: 0, unchanged: 0 },
      changes: created,
      shown: { request: { before: 0, after: 1 }, deal: { before: 0, after: 1 } },
    });
    await save(map);
    expect((await world.run(replayed)).counts).toEqual({ done: 2 });

    const { items: deals } = await ask('GET /api/deals', { query: period });
    expect(deals.map(({ id }) => id)).toEqual(['arbat.d.77']);
    expect(await shownDeal()).toEqual(theDeal());
    const taught = await ask('GET /api/salons/{id}/fields', { id: 'arbat' });
    const readAs = taught.items.filter(({ path }) => path in map).map((one) => [one.path, one.taught, one.readAs]);
    expect(readAs.sort()).toEqual(
      Object.entries(map)
        .map(([path, field]) => [path, field, [field]])
        .sort(),
    );
    expect(taught.items.filter(({ known }) => !known)).toEqual([]);
  });

  it('that were taught make the same deal of what comes after', async () => {
    await save(map);
    const { fieldMap } = await ask('GET /api/salons/{id}', { id: 'arbat' });
    for (const event of sales) await world.handle(anEvent(event, { settings: { fieldMap } }));
    expect(await shownDeal()).toEqual(theDeal());
  });
});

/** By hand, from what was sent: times of Moscow in UTC, money in kopecks. */
function theDeal() {
  const phone = '+79161234567';
  return {
    id: 'arbat.d.77',
    extId: '77',
    salon: 'arbat',
    salonId: '1042',
    revenue: 315_050,
    currency: 'RUB',
    createdDateTime: '2026-03-14T09:40:05.000Z',
    modifiedDateTime: '2026-03-14T12:00:00.000Z',
    modifiedStageDateTime: '2026-03-14T12:00:00.000Z',
    closedDateTime: '2026-03-14T12:00:00.000Z',
    pipeline: { id: 'default', name: 'Сделки из ПрофСалона' },
    decided: { version: 1, jobs: [] },
    delivery: { state: 'off' },
    stage: { name: 'Оплачено', type: 'success', typeFrom: 'lexicon' },
    stageHistory: [
      { name: 'Записан', type: 'in_process', typeFrom: 'lexicon', at: '2026-03-14T09:45:00.000Z' },
      { name: 'Оплачено', type: 'success', typeFrom: 'lexicon', at: '2026-03-14T12:00:00.000Z' },
    ],
    contact: { phone, phones: [phone], emails: [] },
    bookingIds: [],
    services: [],
    tags: [],
    userFields: [],
    deleted: false,
    hidden: [],
    warnings: [],
  };
}

describe('An id that was taught wrong', () => {
  // Who is known by name alone takes the phone of the deal that names the booking.
  const boris = { name: 'Борис' };
  const borisBooks = { event: 'booking.created', occurred_at: at('12:00:00'), data: { id: 2, client: boris } };
  const { wrong, right } = {
    wrong: { 'data.chek': 'dealId', 'data.schet': 'bookingIds', 'data.pokupatel.svyaz': 'client.phone' },
    right: { 'data.kod': 'dealId', 'data.vizity': 'bookingIds', 'data.pokupatel.svyaz': 'client.phone' },
  } as const;
  const receipt = sale('13:00:00', { chek: 900, kod: 77, schet: '1, 2', vizity: '5', pokupatel });
  /** In which the event has a row, and on which it speaks. */
  const old = ['arbat.d.900', 'arbat.b.1', 'arbat.b.2'];

  const idsOf = (items: { id: string }[]) => items.map(({ id }) => id).sort();
  const foundBy = async (body: { phone: string } | { id: string }) => {
    const { requests, deals } = await ask('POST /api/search', { body });
    return [...idsOf(requests), ...idsOf(deals)];
  };
  const listed = async () => [
    ...idsOf((await ask('GET /api/requests', { query: period })).items),
    ...idsOf((await ask('GET /api/deals', { query: period })).items),
  ];
  /** Items of a set, as they are stored. */
  const itemsOf = (id: string) => world.tables.records.query(setPartition(setOfRecordId(id)!), '');

  async function taughtWrong(): Promise<void> {
    await deliver(borisBooks, receipt);
    await save(wrong);
    await world.run(replayed);
  }

  it('stands in the sets that it names, and in no others', async () => {
    await taughtWrong();
    expect(await listed()).toEqual(['arbat.b.1', 'arbat.b.2', 'arbat.d.900']);
    expect(await foundBy({ phone: pokupatel.svyaz })).toEqual(['arbat.d.900']);
    expect(await ask('GET /api/requests/{id}', { id: 'arbat.b.2' })).toMatchObject({ phone: '+79161234567' });
  });

  it('is moved by a replay, as the preview says, and nothing of the event is left where it was', async () => {
    await taughtWrong();
    const before = await recordsIn(world);
    const { replay } = await previewed(right);
    expect(replay.changes).toEqual([
      { type: 'deal', id: 'arbat.d.77', effect: 'created', fields: [] },
      { type: 'deal', id: 'arbat.d.900', effect: 'removed', fields: [] },
      { type: 'request', id: 'arbat.b.1', effect: 'removed', fields: [] },
      expect.objectContaining({ type: 'request', id: 'arbat.b.2', effect: 'changed' }),
      { type: 'request', id: 'arbat.b.5', effect: 'created', fields: [] },
    ]);
    await save(right);
    const { counts } = await world.run(replayed);
    expect(sameAs(replay, { outcomes: counts, ...told(changesBetween(before, await recordsIn(world))) })).toBe(true);

    expect(await listed()).toEqual(['arbat.b.2', 'arbat.b.5', 'arbat.d.77']);
    expect(await foundBy({ phone: pokupatel.svyaz })).toEqual(['arbat.d.77']);
    expect(await foundBy({ id: '900' })).toEqual([]);
    expect(await foundBy({ id: '1' })).toEqual([]);
    const request = await ask('GET /api/requests/{id}', { id: 'arbat.b.2' });
    expect(request).toMatchObject({ name: 'Борис', phones: [], events: [{ kind: 'booking', act: 'created' }] });
    expect(request).not.toHaveProperty('phone');
  });

  it('leaves in its old sets a row that says nothing, and no phone', async () => {
    await taughtWrong();
    expect(JSON.stringify(await itemsOf('arbat.d.900'))).toContain('9161234567');
    await save(right);
    const { number } = await world.run(replayed);
    for (const id of old) expect(JSON.stringify(await itemsOf(id))).not.toContain('9161234567');
    const { rows, emptied } = await world.records.contents(setOfRecordId('arbat.d.900')!);
    expect(rows).toEqual([]);
    expect(emptied).toEqual([expect.objectContaining({ replay: number })]);
    expect(emptied![0]).not.toHaveProperty('contact');
    for (const id of ['arbat.d.900', 'arbat.b.1']) {
      const set = setOfRecordId(id)!;
      expect([await world.records.deal(set), await world.records.request(set)]).toEqual([undefined, undefined]);
    }
    const places = await setWalk(world.tables.records)({
      accountKey: 'demo',
      after: '',
      until: '2027-01-01',
      limit: 99,
    });
    const lists = places.map(({ set, place }) => `${place.split('#')[0]} ${set.kind} ${set.id}`);
    // What makes no record is found by a walk alone.
    expect(lists.filter((one) => / (deal 900|booking 1)$/.test(one))).toEqual(['none booking 1', 'none deal 900']);
  });

  it('of a booking that had none leads it out of the set of its deal', async () => {
    const visit = {
      event: 'booking.created',
      occurred_at: at('12:31:05'),
      data: { nomer: 558213, deal_id: 7, client: { name: 'Анна', phone: '+79161234567' } },
    };
    await deliver(visit);
    expect(await listed()).toEqual(['arbat.d.7']);
    const before = await recordsIn(world);
    const { replay } = await previewed({ 'data.nomer': 'bookingId' });
    await save({ 'data.nomer': 'bookingId' });
    const { counts } = await world.run(replayed);
    expect(sameAs(replay, { outcomes: counts, ...told(changesBetween(before, await recordsIn(world))) })).toBe(true);
    expect(await listed()).toEqual(['arbat.b.558213']);
    expect(await foundBy({ phone: '+79161234567' })).toEqual(['arbat.b.558213']);
    expect(JSON.stringify(await itemsOf('arbat.d.7'))).not.toMatch(/9161234567|Анна/);
  });
});

type Told = ReturnType<typeof told> & { outcomes: Record<string, number> };

/** Of records that did not change a preview counts those that it touched. */
function sameAs(preview: Told, result: Told): boolean {
  const essence = ({ outcomes, records: { unchanged: _, ...records }, changes }: Told) => ({
    outcomes,
    records,
    changes,
  });
  expect(essence(preview)).toEqual(essence(result));
  return true;
}

describe('A preview of what is taught', () => {
  const ids = fc.constantFrom('1', '2', '3');
  const payloads = fc.record(
    { kod: ids, chek: ids, vizity: ids, itogo: ids, svyaz: fc.constantFrom('+79161234567', '+79250001122') },
    { requiredKeys: [] },
  );
  const names = ['event', 'booking.created', 'deal.updated', 'visit', 'prodazha'] as const;
  const events = fc.array(
    fc.tuple(fc.constantFrom(...names), fc.constantFrom({}, { id: '1' }, { deal_id: '2' }), payloads),
    { minLength: 1, maxLength: 8 },
  );
  const fields: TaughtField[] = ['dealId', 'bookingId', 'bookingIds', 'amount', 'client.phone', 'number'];
  const maps = fc.uniqueArray(
    fc.tuple(fc.constantFrom('kod', 'chek', 'vizity', 'itogo', 'svyaz'), fc.constantFrom(...fields)),
    {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 5,
    },
  );
  const asMap = (pairs: [string, TaughtField][]): FieldMap =>
    Object.fromEntries(pairs.map(([name, field]) => [`data.${name}`, field]));

  it('equals the replay after it was saved, whatever was taught before and is taught then', async () => {
    await fc.assert(
      fc.asyncProperty(events, maps, maps, async (sent, first, next) => {
        const { world: own, ask: asking } = await aConnected();
        for (const [minute, [event, known, said]] of sent.entries())
          await own.handle(
            anEvent(
              { event, data: { ...known, ...said, place: minute } },
              { minutesAgo: 60 - minute, settings: { fieldMap: asMap(first) } },
            ),
          );
        const before = await recordsIn(own);
        const { replay } = await previewed(asMap(next), asking);
        await save(asMap(next), asking);
        const { counts } = await own.run(replayed);
        sameAs(replay, { outcomes: counts, ...told(changesBetween(before, await recordsIn(own))) });
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
