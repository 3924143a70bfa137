import { describe, expect, it } from '@jest/globals';
import { resolveStage } from '../../lib/domain/resolve-stage.ts';
import { stageTypeOf } from '../../lib/domain/stage-type.ts';
import { aReference } from '../build/reference.ts';

describe('the type of a stage', () => {
  it('is what the sender gives', () => {
    expect(stageTypeOf({ name: 'Оплачено', type: 'in_process' }, 'paid', { оплачено: 'failed' })).toBe('in_process');
  });

  it('is else what the salon’s stageTypes say of the name', () => {
    expect(stageTypeOf({ name: ' ОПЛАЧЕНО ' }, undefined, { Оплачено: 'failed' })).toBe('failed');
    expect(stageTypeOf({ name: 'Приём окончен' }, undefined, { 'прием окончен': 'success' })).toBe('success');
  });

  it.each([
    ['new', 'in_process'],
    ['confirmed', 'in_process'],
    ['waiting', 'in_process'],
    ['0', 'in_process'],
    ['2', 'in_process'],
    ['came', 'success'],
    ['1', 'success'],
    ['paid', 'success'],
    ['finished', 'success'],
    ['Оплачено', 'success'],
    ['ЗАВЕРШЕНО', 'success'],
    [' выполнено ', 'success'],
    ['cancelled', 'failed'],
    ['отменена', 'failed'],
    ['отменено', 'failed'],
    ['deleted', 'failed'],
    ['no-show', 'failed'],
    ['не пришёл', 'failed'],
    ['не пришла', 'failed'],
    ['-1', 'failed'],
    ['не оплачено', 'in_process'],
    ['Новая запись', 'in_process'],
  ])('called %s is %s', (name, type) => {
    expect(stageTypeOf({ name }, undefined, {})).toBe(type);
  });

  it('is by the status when the name says nothing', () => {
    expect(stageTypeOf({ name: 'Новая запись' }, 'paid', {})).toBe('success');
    expect(stageTypeOf(undefined, 'cancelled', {})).toBe('failed');
    expect(stageTypeOf({ name: 'Отменено' }, 'paid', {})).toBe('failed');
  });

  it('knows amoCRM’s 142 and 143', () => {
    expect(stageTypeOf({ id: '142', name: 'Успех' }, undefined, {})).toBe('success');
    expect(stageTypeOf({ id: '143' }, undefined, {})).toBe('failed');
    expect(stageTypeOf({ id: '1' }, undefined, {})).toBe('in_process');
  });
});

describe('a stage said in part', () => {
  const inFirst = aReference(
    { key: '1/40', id: '40', pipelineKey: '1' },
    { name: 'Оплачено', type: 'success', order: '40' },
  );
  const inSecond = aReference({ key: '2/40', id: '40', pipelineKey: '2' }, { name: 'Отказ', type: 'failed' });

  it('without a pipeline is that of the deal’s folded pipeline', () => {
    expect(resolveStage({ id: '40' }, { id: '2' }, [inFirst, inSecond])).toEqual({
      id: '40',
      name: 'Отказ',
      type: 'failed',
    });
    expect(resolveStage({ id: '40' }, { id: '1' }, [inFirst, inSecond])).toEqual({
      id: '40',
      name: 'Оплачено',
      type: 'success',
      order: 40,
    });
  });

  it('without an id is the one of equal name', () => {
    expect(resolveStage({ name: 'ОПЛАЧЕНО' }, { id: '1' }, [inFirst, inSecond])).toEqual({
      id: '40',
      name: 'ОПЛАЧЕНО',
      type: 'success',
      order: 40,
    });
    expect(resolveStage({ name: 'Оплачено' }, { id: '2' }, [inFirst, inSecond])).toEqual({ name: 'Оплачено' });
  });

  it('keeps what it said itself', () => {
    expect(resolveStage({ id: '40', name: 'Оплата', type: 'in_process', order: 1 }, { id: '1' }, [inFirst])).toEqual({
      id: '40',
      name: 'Оплата',
      type: 'in_process',
      order: 1,
    });
  });

  it('takes a mention without a pipeline before one of another, and that only when the deal has none', () => {
    const nowhere = aReference({ key: '/40', id: '40' }, { name: 'Где-то' });
    expect(resolveStage({ id: '40' }, undefined, [inFirst, nowhere]).name).toBe('Где-то');
    expect(resolveStage({ id: '40' }, undefined, [inFirst]).name).toBe('Оплачено');
    expect(resolveStage({ id: '40' }, { id: '3' }, [inFirst]).name).toBeUndefined();
  });
});
