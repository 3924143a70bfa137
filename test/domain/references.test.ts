import { describe, expect, it } from '@jest/globals';
import { mergeReference, referencesOf } from '../../lib/domain/references.ts';
import { aReading, at } from '../build/reading.ts';
import { aReference } from '../build/reference.ts';
import { aDealChoice, aRow } from '../build/row.ts';
import { without } from '../build/without.ts';
import { bookingEvent, dealEvent, minute } from './telling.ts';

const said = (value: string, n = 1) => ({ value, version: minute(n) });

describe('what a delivery tells of the salon', () => {
  const row = dealEvent(1, {
    pipeline: { id: '1', name: 'Записи' },
    stage: { id: '40', name: 'Оплачено', type: 'success', order: 40 },
    previousStage: { name: 'Клиент пришёл' },
    manager: { id: '12', name: 'Ольга', role: 'администратор' },
    userFields: [{ id: 'master', name: 'Мастер', type: 'string', value: 'Анна' }],
  });

  it('is pipeline, stage, previous stage, manager and field names, with the version of the event', () => {
    const first = minute(1);
    expect(referencesOf(row)).toEqual([
      { v: 1, kind: 'pipeline', key: '1', id: '1', properties: { name: said('Записи') }, first },
      {
        v: 1,
        kind: 'stage',
        key: '1/n.~0LrQu9C40LXQvdGCINC_0YDQuNGI0LXQuw',
        pipelineKey: '1',
        properties: { name: said('Клиент пришёл'), inDefault: said('yes') },
        first,
      },
      {
        v: 1,
        kind: 'stage',
        key: '1/40',
        id: '40',
        pipelineKey: '1',
        properties: { name: said('Оплачено'), type: said('success'), order: said('40'), inDefault: said('yes') },
        first,
      },
      {
        v: 1,
        kind: 'manager',
        key: '12',
        id: '12',
        properties: { name: said('Ольга'), role: said('администратор') },
        first,
      },
      {
        v: 1,
        kind: 'field',
        key: 'master',
        id: 'master',
        properties: { name: said('Мастер'), type: said('string') },
        first,
      },
    ]);
  });

  it('is field names only, when it does not speak of deals', () => {
    expect(referencesOf(without(row, 'deal')).map(({ kind }) => kind)).toEqual(['field']);
    expect(referencesOf(bookingEvent(1, { userFields: [{ id: 'promo' }] }))).toMatchObject([
      { kind: 'field', key: 'promo' },
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
    expect(referencesOf(own)[0]?.properties).toHaveProperty('inOwn');
  });

  it('makes one of a stage that is also the previous one', () => {
    const stage = { id: '40', name: 'Оплачено' };
    expect(referencesOf(aRow({ reading: aReading({ stage, previousStage: { id: '40' } }) }))).toHaveLength(1);
  });

  it('of an event without a time of its own carries the receive time', () => {
    const reading = { ...without(aReading(), 'updatedAt'), manager: { id: '12', name: 'Ольга' } };
    expect(referencesOf(aRow({ reading, receivedAt: minute(7) }))[0]?.properties['name']).toEqual(said('Ольга', 7));
  });

  it('is clamped like the event itself', () => {
    const row = dealEvent(1, { updatedAt: at('2027-01-01T00:00:00.000Z'), manager: { id: '12', name: 'Ольга' } });
    expect(referencesOf(row)[0]?.first).toBe(minute(1));
  });
});

describe('two mentions', () => {
  const old = aReference({ first: minute(1) }, { name: 'Новая', type: 'in_process' });

  it('keep of each property the newer value, and the first mention', () => {
    const renamed = aReference({ first: minute(2) }, { name: 'Новая запись', order: '10' });
    const both = {
      ...old,
      properties: { name: said('Новая запись', 2), type: said('in_process', 1), order: said('10', 2) },
    };
    expect(mergeReference(old, renamed)).toEqual(both);
    expect(mergeReference(renamed, old)).toEqual(both);
  });

  it('keep the larger value of equal versions', () => {
    const other = aReference({ first: minute(1) }, { name: 'Ясно' });
    expect(mergeReference(old, other).properties['name']).toEqual(said('Ясно', 1));
    expect(mergeReference(other, old).properties['name']).toEqual(said('Ясно', 1));
  });
});
