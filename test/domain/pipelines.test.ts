import * as v from 'valibot';
import { describe, expect, it } from '@jest/globals';
import { pipelinesOf } from '../../lib/domain/pipelines.ts';
import type { Tuple } from '../../lib/model/references.ts';
import { pipelineRecordSchema } from '../../lib/model/shown.ts';
import { aReference, aTuple } from '../build/reference.ts';
import { aSalon } from '../build/settings.ts';
import { minute } from './telling.ts';

const stage = (id: string, said: Omit<Tuple, 'day' | 'version'>, first = minute(1)) =>
  aReference({ key: `1/${id}`, id, pipelineKey: '1', first }, said);

describe('pipelines as CoMagic wants them', () => {
  it('have the stages in process in steps of 10, then one success and one failed', () => {
    const references = [
      stage('40', { name: 'Оплачено', type: 'success', order: '40' }),
      stage('41', { name: 'Выполнено', order: '41' }),
      stage('20', { name: 'Подтверждена', order: '20' }),
      stage('10', { name: 'Новая', order: '10' }),
      stage('50', { name: 'Отменена', order: '50' }),
    ];
    const [pipeline, ...others] = pipelinesOf([{ salon: aSalon(), references }]);
    expect(others).toEqual([]);
    expect(pipeline).toEqual({
      id: 'default',
      name: 'Сделки из ПрофСалона',
      stages: [
        { id: 'arbat.1/10', name: 'Новая', type: 'in_process', order: 10 },
        { id: 'arbat.1/20', name: 'Подтверждена', type: 'in_process', order: 20 },
        { id: 'success', name: 'Оплачено', type: 'success', order: 30 },
        { id: 'failed', name: 'Отменена', type: 'failed', order: 40 },
      ],
    });
    expect(v.is(pipelineRecordSchema, pipeline)).toBe(true);
  });

  it('have a success and a failed even when none was named', () => {
    expect(pipelinesOf([{ salon: aSalon(), references: [] }])[0]?.stages).toEqual([
      { id: 'success', name: 'Успешно', type: 'success', order: 10 },
      { id: 'failed', name: 'Отменено', type: 'failed', order: 20 },
    ]);
  });

  it('are named after the salon when it has its own', () => {
    const own = aSalon({ useDefaultPipeline: false });
    expect(pipelinesOf([{ salon: own, references: [] }])).toMatchObject([
      { id: 'arbat', name: 'Мята, Арбат', salon: 'arbat' },
    ]);
  });

  it('are both while deals of either choice have stages', () => {
    const references = [{ ...stage('10', { name: 'Новая' }), inOwn: true as const }];
    expect(pipelinesOf([{ salon: aSalon(), references }]).map(({ id }) => id)).toEqual(['default', 'arbat']);
  });

  it('of an account fold equal names of two salons', () => {
    const salons = ['arbat', 'tverskaya'].map((key) => ({
      salon: aSalon({ key }),
      references: [stage('10', { name: 'Новая' })],
    }));
    expect(pipelinesOf(salons)[0]?.stages.map(({ id }) => id)).toEqual(['arbat.1/10', 'success', 'failed']);
  });

  it('follow the first version that named a stage where the sender gives no order', () => {
    const references = [
      stage('1', { name: 'Позже' }, minute(2)),
      stage('2', { name: 'Раньше' }, minute(1)),
      stage('3', { name: 'По порядку', order: '5' }, minute(3)),
    ];
    const names = pipelinesOf([{ salon: aSalon(), references }])[0]?.stages.map(({ name }) => name);
    expect(names).toEqual(['По порядку', 'Раньше', 'Позже', 'Успешно', 'Отменено']);
  });

  it('know a stage that was named without its pipeline or id', () => {
    const references = [
      stage('10', { name: 'Новая' }),
      aReference({ key: '/10', id: '10' }, {}),
      aReference({ key: '/n.новая' }, { name: 'новая' }),
    ];
    expect(pipelinesOf([{ salon: aSalon(), references }])[0]?.stages).toHaveLength(3);
  });

  it('name a stage as it was last said, and take type and order that were said with that name', () => {
    const typed = { name: 'Новая', type: 'success', order: '1' };
    const renamed = {
      ...stage('10', typed),
      tuples: [aTuple(typed, minute(1)), aTuple({ name: 'Принята' }, minute(2))],
    };
    const references = [renamed, stage('20', { name: 'Вторая', order: '5' })];
    expect(pipelinesOf([{ salon: aSalon(), references }])[0]?.stages.slice(0, 2)).toEqual([
      { id: 'arbat.1/20', name: 'Вторая', type: 'in_process', order: 10 },
      { id: 'arbat.1/10', name: 'Принята', type: 'in_process', order: 20 },
    ]);
  });

  it('type stages by the settings of today', () => {
    const salon = aSalon({ stageTypes: { Новая: 'failed' } });
    expect(pipelinesOf([{ salon, references: [stage('10', { name: 'Новая' })] }])[0]?.stages).toMatchObject([
      { id: 'success' },
      { id: 'failed', name: 'Новая' },
    ]);
  });

  it('are made of stages only', () => {
    const manager = aReference({ kind: 'manager', key: '12', id: '12' }, { name: 'Ольга' });
    expect(pipelinesOf([{ salon: aSalon(), references: [manager] }])[0]?.stages).toHaveLength(2);
  });
});
