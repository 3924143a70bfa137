import { describe, expect, it } from '@jest/globals';
import { at } from '../build/reading.ts';
import { dealEvent, dealOf, minute } from './telling.ts';

const fresh = { id: '10', name: 'Новая' };
const paid = { id: '40', name: 'Оплачено' };

describe('stage history', () => {
  it('has one row a run, in the order of events', () => {
    const deal = dealOf(
      dealEvent(4, { stage: fresh }),
      dealEvent(3, { stage: paid }),
      dealEvent(2, { stage: fresh }),
      dealEvent(1, { stage: fresh }),
    );
    expect(deal.stageHistory).toEqual([
      { ...fresh, at: minute(1) },
      { ...paid, at: minute(3) },
      { ...fresh, at: minute(4) },
    ]);
    expect(deal.stage).toEqual(fresh);
    expect(deal.modifiedStageDateTime).toBe(minute(4));
  });

  it('dates a run by the smallest stage_changed_at said in it', () => {
    const deal = dealOf(
      dealEvent(1, { stage: paid }),
      dealEvent(2, { stage: paid, stageChangedAt: at(minute(-5)) }),
      dealEvent(3, { stage: paid, stageChangedAt: at(minute(-9)) }),
      dealEvent(4, { stage: paid, stageChangedAt: at(minute(-7)) }),
    );
    expect(deal.stageHistory).toEqual([{ ...paid, at: minute(-9) }]);
  });

  it('dates a run by its first version when no stage_changed_at was said', () => {
    expect(dealOf(dealEvent(2, { stage: paid }), dealEvent(1, { stage: paid })).modifiedStageDateTime).toBe(minute(1));
  });

  it('clamps a stage_changed_at ahead of the receive time', () => {
    const ahead = at('2027-01-01T00:00:00.000Z');
    expect(dealOf(dealEvent(1, { stage: paid, stageChangedAt: ahead })).stageHistory[0]?.at).toBe(minute(1));
  });

  it('goes on through events that name no stage', () => {
    const deal = dealOf(dealEvent(1, { stage: paid }), dealEvent(2, { amount: 1 }), dealEvent(3, { stage: paid }));
    expect(deal.stageHistory).toHaveLength(1);
  });

  it('dates a run by a stage_changed_at that an event said without naming the stage', () => {
    const deal = dealOf(
      dealEvent(1, { stage: paid }),
      dealEvent(2, { stageChangedAt: at(minute(-5)), updatedAt: at(minute(2)) }),
    );
    expect(deal.stageHistory).toEqual([{ ...paid, at: minute(-5) }]);
  });

  it('knows a stage by its id under a new name, and by its name without an id', () => {
    const typed = { ...paid, type: 'success', order: 40 } as const;
    const deal = dealOf(dealEvent(1, { stage: typed }), dealEvent(2, { stage: { name: 'оплачено ' } }));
    expect(deal.stageHistory).toEqual([{ id: '40', name: 'оплачено ', type: 'success', order: 40, at: minute(1) }]);
    expect(dealOf(dealEvent(1, { stage: typed }), dealEvent(2, { stage: { id: '40' } })).stageHistory).toEqual([
      { ...typed, at: minute(1) },
    ]);
  });

  it('drops the type and the order said before with a new name', () => {
    const typed = dealEvent(1, { stage: { id: '40', name: 'Оплата', type: 'success', order: 40 } });
    const renamed = dealOf(typed, dealEvent(2, { stage: paid }));
    expect(renamed.stageHistory).toEqual([{ ...paid, at: minute(1) }]);
    expect(renamed.stage).toEqual(paid);
    const retyped = dealOf(typed, dealEvent(2, { stage: { ...paid, type: 'failed' } }));
    expect(retyped.stage).toEqual({ ...paid, type: 'failed' });
  });

  it('begins anew with a stage of another id under the same name', () => {
    const deal = dealOf(dealEvent(1, { stage: paid }), dealEvent(2, { stage: { id: '41', name: 'Оплачено' } }));
    expect(deal.stageHistory.map(({ id, at: began }) => [id, began])).toEqual([
      ['40', minute(1)],
      ['41', minute(2)],
    ]);
  });

  it('tells stages of two pipelines apart, ids being equal', () => {
    const deal = dealOf(
      dealEvent(1, { stage: { id: '142' }, pipeline: { id: '1' } }),
      dealEvent(2, { stage: { id: '142' }, pipeline: { id: '2' } }),
    );
    expect(deal.stageHistory).toEqual([
      { id: '142', pipeline: { id: '1' }, at: minute(1) },
      { id: '142', pipeline: { id: '2' }, at: minute(2) },
    ]);
  });

  it('has no row for a previous_stage', () => {
    expect(dealOf(dealEvent(1, { stage: paid, previousStage: fresh })).stageHistory).toEqual([
      { ...paid, at: minute(1) },
    ]);
  });

  it('keeps the last 200 rows, the rest warned', () => {
    const rows = Array.from({ length: 201 }, (_, n) => dealEvent(n, { stage: n % 2 ? paid : fresh }));
    const deal = dealOf(...rows);
    expect(deal.stageHistory).toHaveLength(200);
    expect(deal.stageHistory[0]).toEqual({ ...paid, at: minute(1) });
    expect(deal.warnings).toEqual(['stage_history: cut']);
  });

  it('keeps the last rows that fit into 64 KB of JSON, the rest warned', () => {
    // 54 + 1,020 bytes each, and a comma: 60 are 64,501 with their brackets, the 61st would pass 65,536.
    const rows = Array.from({ length: 70 }, (_, n) =>
      dealEvent(n, { stage: { id: String(100 + n), name: '😀'.repeat(255) } }),
    );
    const deal = dealOf(...rows);
    expect(deal.stageHistory).toHaveLength(60);
    expect(deal.stageHistory[0]).toMatchObject({ id: '110', at: minute(10) });
    expect(deal.stageHistory.at(-1)).toMatchObject({ id: '169', at: minute(69) });
    expect(deal.modifiedStageDateTime).toBe(minute(69));
    expect(deal.warnings).toEqual(['stage_history: cut']);
    expect(dealOf(...rows.slice(10)).warnings).toEqual([]);
  });

  it('is empty, and nothing dates a stage, when none was named', () => {
    const deal = dealOf(dealEvent(1));
    expect(deal.stageHistory).toEqual([]);
    expect(deal.modifiedStageDateTime).toBeUndefined();
  });
});
