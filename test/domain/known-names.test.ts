import { describe, expect, it } from '@jest/globals';
import { dealItem, dealRecord } from '../../lib/domain/deal-record.ts';
import { knownNames } from '../../lib/domain/known-names.ts';
import { requestRecord } from '../../lib/domain/request-record.ts';
import { todayWith } from '../../lib/domain/today.ts';
import type { StageSaid } from '../../lib/model/reading.ts';
import type { Reference } from '../../lib/model/references.ts';
import { aReference, aTuple } from '../build/reference.ts';
import { aSalon } from '../build/settings.ts';
import { bookingEvent, bookingSet, dealEvent, dealOf, dealSet, requestOf } from './telling.ts';

const inFirst = aReference(
  { key: '1/40', id: '40', pipelineKey: '1' },
  { name: 'Оплачено', type: 'success', order: '40' },
);
const inSecond = aReference({ key: '2/40', id: '40', pipelineKey: '2' }, { name: 'Отказ', type: 'failed' });

function stageIn(said: StageSaid, pipeline: string | undefined, ...references: Reference[]) {
  return knownNames(references).stage(said, pipeline === undefined ? undefined : { id: pipeline });
}

describe('a stage said in part', () => {
  it('without a pipeline is that of the deal’s folded pipeline', () => {
    expect(stageIn({ id: '40' }, '2', inFirst, inSecond)).toEqual({
      stage: { id: '40', name: 'Отказ' },
      elsewhere: 'failed',
    });
    expect(stageIn({ id: '40' }, '1', inFirst, inSecond)).toEqual({
      stage: { id: '40', name: 'Оплачено', order: 40 },
      elsewhere: 'success',
    });
  });

  it('without an id is the one of equal name', () => {
    expect(stageIn({ name: 'ОПЛАЧЕНО' }, '1', inFirst, inSecond)).toEqual({
      stage: { id: '40', name: 'ОПЛАЧЕНО', order: 40 },
      elsewhere: 'success',
    });
    expect(stageIn({ name: 'Оплачено' }, '2', inFirst, inSecond)).toEqual({ stage: { name: 'Оплачено' } });
  });

  it('keeps what it said itself, and takes no type or order that was said with another name', () => {
    expect(stageIn({ id: '40', name: 'Оплата', type: 'in_process', order: 1 }, '1', inFirst).stage).toEqual({
      id: '40',
      name: 'Оплата',
      type: 'in_process',
      order: 1,
    });
    expect(stageIn({ id: '40', name: 'Оплата' }, '1', inFirst)).toEqual({ stage: { id: '40', name: 'Оплата' } });
  });

  it('takes the type said for it under its name, though it was renamed since', () => {
    const renamed: Reference = {
      ...inFirst,
      tuples: [...inFirst.tuples, aTuple({ name: 'Оплата', order: '5' }, '2026-03-18T10:00:00.000Z')],
    };
    expect(stageIn({ id: '40' }, '1', renamed)).toEqual({ stage: { id: '40', name: 'Оплата', order: 5 } });
    expect(stageIn({ id: '40', name: 'Оплачено' }, '1', renamed).elsewhere).toBe('success');
  });

  it('takes a mention without a pipeline before one of another, and that only when the deal has none', () => {
    const nowhere = aReference({ key: '/40', id: '40' }, { name: 'Где-то' });
    expect(stageIn({ id: '40' }, undefined, inFirst, nowhere).stage.name).toBe('Где-то');
    expect(stageIn({ id: '40' }, undefined, inFirst).stage.name).toBe('Оплачено');
    expect(stageIn({ id: '40' }, '3', inFirst).stage.name).toBeUndefined();
  });
});

describe('what is said by its id alone', () => {
  const named = (kind: Reference['kind'], id: string, name: string) => aReference({ kind, key: id, id }, { name });
  const today = todayWith(aSalon(), [
    named('manager', '12', 'Ольга'),
    named('pipeline', '1', 'Записи'),
    named('staff', '77', 'Анна Котова'),
    named('field', 'master', 'Мастер'),
    inFirst,
  ]);
  const deal = dealOf(
    dealEvent(1, {
      manager: { id: '12', role: 'администратор' },
      pipeline: { id: '1' },
      staff: { id: '77' },
      stage: { id: '40' },
      userFields: [{ id: 'master', value: 'Анна' }],
    }),
  );

  it('takes the name that the register holds: manager, pipeline, stage and staff of a deal', () => {
    expect(dealRecord(dealSet, deal, today)).toMatchObject({
      manager: { id: '12', name: 'Ольга', role: 'администратор' },
      senderPipeline: { id: '1', name: 'Записи' },
      staff: { id: '77', name: 'Анна Котова' },
      stage: { id: '40', name: 'Оплачено', type: 'success' },
    });
    expect(dealItem(dealSet, deal, today)).toMatchObject({
      manager: { name: 'Ольга' },
      senderPipeline: { name: 'Записи' },
      stage: { name: 'Оплачено' },
    });
  });

  it('takes it in the stage history, too', () => {
    expect(dealRecord(dealSet, deal, today).stageHistory).toMatchObject([
      { id: '40', name: 'Оплачено', type: 'success', pipeline: { id: '1', name: 'Записи' } },
    ]);
  });

  it('takes it on a request', () => {
    const request = requestOf(bookingEvent(1, { staff: { id: '77' } }));
    expect(requestRecord(bookingSet, request, today).staff).toEqual({ id: '77', name: 'Анна Котова' });
  });

  it('keeps the name that it was said with', () => {
    const own = dealOf(dealEvent(1, { manager: { id: '12', name: 'Ольга Б.' } }));
    expect(dealRecord(dealSet, own, today).manager).toEqual({ id: '12', name: 'Ольга Б.' });
  });

  it('stays an id when the register knows none', () => {
    const unknown = dealOf(dealEvent(1, { manager: { id: '13' } }));
    expect(dealRecord(dealSet, unknown, today).manager).toEqual({ id: '13' });
  });

  it('stays as it was said, for a custom field', () => {
    expect(dealRecord(dealSet, deal, today).userFields).toEqual([{ id: 'master', value: 'Анна' }]);
  });
});
