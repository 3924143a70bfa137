import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

/** A day of November, as a version. */
const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}T10:00:00.000Z`;
const deal = (date: number, data: object) => E('deal.updated', { id: 5, updated_at: day(date), ...data });

async function dealOf(...told: object[]) {
  const found = [];
  for (const order of ['reversed', undefined] as const) {
    const salon = aTelling();
    await salon.tellShuffled(told, order === undefined ? { times: 2 } : { order });
    found.push(await salon.deal('5'));
  }
  expect({ ...found[0], events: [] }).toEqual({ ...found[1], events: [] });
  return found[1]!;
}
const historyOf = async (...told: object[]) =>
  (await dealOf(...told)).stageHistory.map(({ id, name, at }) => [id ?? name, at]);

describe('the history of stages has a row a run', () => {
  it('in the order of events, with the first version of the run', async () => {
    const told = [
      deal(1, { stage: { id: 1 } }),
      deal(2, { stage: { id: 2 } }),
      deal(3, { stage: { id: 2 } }),
      deal(4, { stage: { id: 1 } }),
    ];
    expect(await historyOf(...told)).toEqual([
      ['1', day(1)],
      ['2', day(2)],
      ['1', day(4)],
    ]);
    expect((await dealOf(...told)).modifiedStageDateTime).toBe(day(4));
  });

  it('or with the smallest `stage_changed_at` said in it', async () => {
    const told = [
      deal(5, { stage: { id: 1 } }),
      deal(6, { stage: { id: 1 }, stage_changed_at: day(4) }),
      deal(7, { stage: { id: 1 }, stage_changed_at: day(3) }),
      deal(8, { stage: { id: 1 }, stage_changed_at: day(6) }),
    ];
    expect(await historyOf(...told)).toEqual([['1', day(3)]]);
  });

  it('which events without a stage do not end', async () => {
    expect(
      await historyOf(deal(1, { stage: { id: 1 } }), deal(2, { amount: 5 }), deal(3, { stage: { id: 1 } })),
    ).toEqual([['1', day(1)]]);
  });

  it('of one id in one pipeline', async () => {
    const inPipeline = (date: number, id: number, pipeline: number) =>
      deal(date, { stage: { id }, pipeline: { id: pipeline } });
    expect(await historyOf(inPipeline(1, 1, 1), inPipeline(2, 1, 1), inPipeline(3, 1, 2))).toEqual([
      ['1', day(1)],
      ['1', day(3)],
    ]);
  });

  it('without ids of one name', async () => {
    expect(
      await historyOf(deal(1, { stage: 'Новая' }), deal(2, { stage: 'НОВАЯ' }), deal(3, { stage: 'Ждёт' })),
    ).toEqual([
      ['НОВАЯ', day(1)],
      ['Ждёт', day(3)],
    ]);
    expect(
      await historyOf(deal(1, { stage: { id: 1, name: 'Новая' } }), deal(2, { stage: { id: 2, name: 'Новая' } })),
    ).toHaveLength(2);
  });

  it('in which a new name drops type and order said before', async () => {
    const told = [
      deal(1, { stage: { id: 1, name: 'Готово', type: 'success', order: 9 } }),
      deal(2, { stage: { id: 1, name: 'Ждёт' } }),
    ];
    expect((await dealOf(...told)).stageHistory).toEqual([
      { id: '1', name: 'Ждёт', type: 'in_process', typeFrom: 'nothing', at: day(1) },
    ]);
    expect((await dealOf(told[0]!, deal(2, { stage: { id: 1 } }))).stage).toEqual({
      id: '1',
      name: 'Готово',
      type: 'success',
      typeFrom: 'sender',
      order: 9,
    });
  });

  it('but `previous_stage` declares a stage, and makes no row', async () => {
    const salon = aTelling();
    await salon.tell(deal(1, { stage: { id: 2, name: 'Ждёт' }, previous_stage: { id: 1, name: 'Звонок' } }));
    expect((await salon.deal('5')).stageHistory).toHaveLength(1);
    const [pipeline] = await salon.pipelines();
    expect(
      pipeline?.stages
        .filter(({ type }) => type === 'in_process')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Ждёт', 'Звонок']);
  });

  it('keeps the last 200, warned', async () => {
    const salon = aTelling();
    await salon.tell(...Array.from({ length: 203 }, (_, at) => E('deal.updated', { id: 5, stage: { id: at + 1 } })));
    const { stageHistory, warnings } = await salon.deal('5');
    expect([stageHistory.length, stageHistory[0]?.id, stageHistory.at(-1)?.id]).toEqual([200, '4', '203']);
    expect(warnings).toHaveLength(1);
  });
});

describe('`closedDateTime` belongs to the present stage', () => {
  const won = { stage: { id: 142 } };
  const closed = async (...told: object[]) => (await dealOf(...told)).closedDateTime;

  it('is the last closing that events of its run said', async () => {
    expect(await closed(deal(10, { ...won, closed_at: day(10) }))).toBe(day(10));
    expect(await closed(deal(10, { ...won, closed_at: day(10) }), deal(12, { ...won, closed_at: day(11) }))).toBe(
      day(11),
    );
    expect(await closed(deal(10, won), deal(12, { closed_at: day(12) }))).toBe(day(12));
  });

  it('is else the beginning of that run', async () => {
    expect(await closed(deal(10, won))).toBe(day(10));
    expect(await closed(deal(10, { ...won, stage_changed_at: day(9) }), deal(12, won))).toBe(day(9));
  });

  it('is no closing of an earlier run', async () => {
    const told = [
      deal(1, { ...won, closed_at: day(1) }),
      deal(5, { stage: { id: 7 }, closed_at: null }),
      deal(20, { stage: { id: 143 } }),
    ];
    expect(await closed(...told)).toBe(day(20));
  });

  it('is no closing of more than a day before the run began', async () => {
    expect(await closed(deal(10, { ...won, closed_at: day(8) }))).toBe(day(10));
    expect(await closed(deal(10, { ...won, closed_at: '2026-11-09T11:00:00.000Z' }))).toBe('2026-11-09T11:00:00.000Z');
    expect(await closed(deal(10, { ...won, closed_at: day(10) }), deal(11, { ...won, closed_at: day(2) }))).toBe(
      day(10),
    );
  });

  it('is shown in success and failed only', async () => {
    expect(await closed(deal(10, { stage: { id: 7, name: 'Ждёт' }, closed_at: day(10) }))).toBeUndefined();
    expect(await closed(deal(10, { stage: 'Отменена', closed_at: day(10) }))).toBe(day(10));
    const salon = aTelling();
    await salon.tell(deal(10, { stage: 'Ждёт', closed_at: day(10) }));
    salon.change({ stageTypes: { Ждёт: 'success' } });
    expect((await salon.deals()).map(({ closedDateTime }) => closedDateTime)).toEqual([day(10)]);
  });
});
