import { describe, expect, it } from '@jest/globals';
import { mergeReference, referencesOf } from '../../lib/domain/references.ts';
import { aReading, at } from '../build/reading.ts';
import { aReference, aTuple } from '../build/reference.ts';
import { aDealChoice, aRow } from '../build/row.ts';
import { without } from '../build/without.ts';
import { bookingEvent, dealEvent, minute } from './telling.ts';

const said = (tuple: Parameters<typeof aTuple>[0], n = 1) => [aTuple(tuple, minute(n))];

describe('what a delivery tells of the salon', () => {
  const row = dealEvent(1, {
    pipeline: { id: '1', name: 'Записи' },
    stage: { id: '40', name: 'Оплачено', type: 'success', order: 40 },
    previousStage: { name: 'Клиент пришёл' },
    manager: { id: '12', name: 'Ольга', role: 'администратор' },
    staff: { id: '77', name: 'Анна Котова' },
    userFields: [{ id: 'master', name: 'Мастер', type: 'string', value: 'Анна' }],
  });

  it('is pipeline, stage, previous stage, manager, staff and field names, with the version of the event', () => {
    const first = minute(1);
    const inDefault = true;
    expect(referencesOf(row)).toEqual([
      { v: 2, kind: 'pipeline', key: '1', id: '1', tuples: said({ name: 'Записи' }), first },
      {
        v: 2,
        kind: 'stage',
        key: '1/n.~0LrQu9C40LXQvdGCINC_0YDQuNGI0LXQuw',
        pipelineKey: '1',
        tuples: said({ name: 'Клиент пришёл' }),
        first,
        inDefault,
      },
      {
        v: 2,
        kind: 'stage',
        key: '1/40',
        id: '40',
        pipelineKey: '1',
        tuples: said({ name: 'Оплачено', type: 'success', order: '40' }),
        first,
        inDefault,
      },
      {
        v: 2,
        kind: 'manager',
        key: '12',
        id: '12',
        tuples: said({ name: 'Ольга', role: 'администратор' }),
        first,
      },
      { v: 2, kind: 'staff', key: '77', id: '77', tuples: said({ name: 'Анна Котова' }), first },
      { v: 2, kind: 'field', key: 'master', id: 'master', tuples: said({ name: 'Мастер', type: 'string' }), first },
    ]);
  });

  it('is staff and field names only, when it does not speak of deals', () => {
    expect(referencesOf(without(row, 'deal')).map(({ kind }) => kind)).toEqual(['staff', 'field']);
    expect(referencesOf(bookingEvent(1, { userFields: [{ id: 'promo' }], staff: { name: 'Анна' } }))).toMatchObject([
      { kind: 'staff', key: 'n.~0LDQvdC90LA', tuples: said({ name: 'Анна' }) },
      { kind: 'field', key: 'promo', tuples: [] },
    ]);
  });

  it('is at most 200 field names, those that a record would keep', () => {
    const userFields = Array.from({ length: 300 }, (_, i) => ({ id: String(399 - i) }));
    const keys = referencesOf(dealEvent(1, { userFields })).map(({ key }) => key);
    expect(keys.sort()).toEqual(Array.from({ length: 200 }, (_, i) => String(100 + i)));
  });

  it('keys a stage by the pipeline, or none, and by id, else lower-cased name', () => {
    const keyOf = (over: Parameters<typeof aReading>[0]) => referencesOf(aRow({ reading: aReading(over) })).at(-1)?.key;
    expect(keyOf({ stage: { id: '40' } })).toBe('/40');
    expect(keyOf({ stage: { name: 'PAID' } })).toBe('/n.paid');
    expect(keyOf({ stage: { name: 'Paid ' }, pipeline: { name: 'Main' } })).toBe('n.main/n.paid');
  });

  it('tells a stage called 40 from the stage with id 40', () => {
    const keys = [{ id: '40' }, { name: '40' }].map(
      (stage) => referencesOf(aRow({ reading: aReading({ stage }) }))[0]?.key,
    );
    expect(new Set(keys).size).toBe(2);
  });

  it('has keys that fit into a sort key, however long the names are', () => {
    const name = '🦊'.repeat(255);
    const [, stage] = referencesOf(aRow({ reading: aReading({ pipeline: { name }, stage: { name } }) }));
    expect(Buffer.byteLength(stage!.key)).toBeLessThan(900);
  });

  it('marks stages of deals that have a pipeline of their own', () => {
    const own = aRow({ reading: aReading({ stage: { id: '40' } }), deal: aDealChoice({ useDefaultPipeline: false }) });
    expect(referencesOf(own)[0]).toMatchObject({ inOwn: true });
    expect(referencesOf(own)[0]).not.toHaveProperty('inDefault');
  });

  it('makes one of a stage that is also the previous one', () => {
    const stage = { id: '40', name: 'Оплачено' };
    expect(referencesOf(aRow({ reading: aReading({ stage, previousStage: { id: '40' } }) }))).toHaveLength(1);
  });

  it('of an event without a time of its own carries the receive time', () => {
    const reading = { ...without(aReading(), 'updatedAt'), manager: { id: '12', name: 'Ольга' } };
    expect(referencesOf(aRow({ reading, receivedAt: minute(7) }))[0]?.tuples).toEqual(said({ name: 'Ольга' }, 7));
  });

  it('is clamped like the event itself', () => {
    const row = dealEvent(1, { updatedAt: at('2027-01-01T00:00:00.000Z'), manager: { id: '12', name: 'Ольга' } });
    expect(referencesOf(row)[0]?.first).toBe(minute(1));
  });
});

describe('two mentions', () => {
  const old = aReference({ first: minute(1) }, { name: 'Новая', type: 'in_process' });

  it('keep what each said, and the first mention', () => {
    const renamed = aReference({ first: minute(2) }, { name: 'Новая запись', order: '10' });
    const both = mergeReference(old, renamed);
    expect(both.first).toBe(minute(1));
    expect(both.tuples).toHaveLength(2);
    expect(both.tuples).toEqual(expect.arrayContaining([...old.tuples, ...renamed.tuples]));
    expect(mergeReference(renamed, old)).toEqual(both);
  });

  it('keep that a deal of the default pipeline named the stage, and one of the salon’s own', () => {
    const inOwn = aReference({ first: minute(2), inOwn: true });
    expect(mergeReference({ ...old, inDefault: true }, inOwn)).toMatchObject({ inDefault: true, inOwn: true });
    expect(mergeReference(old, old)).not.toHaveProperty('inDefault');
  });
});
