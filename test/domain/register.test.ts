import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'valibot';
import { joinTuples, lastSaidFirst, nameIn, tupleAt } from '../../lib/domain/register.ts';
import { referenceV1Schema, type Tuple } from '../../lib/model/references.ts';
import { aTuple } from '../build/reference.ts';
import { expectJoin } from './is-join.ts';
import { minute } from './telling.ts';

const a = (name: string, version: string) => aTuple({ name }, version);
const [first, second] = ['2026-03-17', '2026-03-18'];
const at = (day: string, hour: number) => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;

describe('what events said of one id', () => {
  it('is kept as one tuple an event, with the day and the version that it had', () => {
    expect(tupleAt({ name: 'Оплачено', type: 'success', order: '40' }, minute(1))).toEqual([
      { name: 'Оплачено', type: 'success', order: '40', day: '2026-03-17', version: minute(1) },
    ]);
    expect(tupleAt({ name: 'Ольга', type: undefined }, minute(1))).toEqual([a('Ольга', minute(1))]);
  });

  it('is nothing when the event says its id alone', () => {
    expect(tupleAt({ name: undefined }, minute(1))).toEqual([]);
  });

  it('keeps of equal tuples the later day', () => {
    const [early, late] = [a('А', at(first, 9)), a('А', at(second, 20))];
    expect(joinTuples([early], [late])).toEqual([late]);
    expect(joinTuples([late], [early])).toEqual([late]);
  });

  it('keeps of equal tuples of one day the smallest version', () => {
    const [early, late] = [a('А', at(first, 9)), a('А', at(first, 20))];
    expect(joinTuples([early], [late])).toEqual([early]);
    expect(joinTuples([late], [early])).toEqual([early]);
  });

  it('tells tuples apart by name, type, order and role', () => {
    const said = [{ name: 'А' }, { name: 'А', type: 'success' }, { name: 'А', order: '1' }, { name: 'А', role: 'r' }];
    const tuples = said.flatMap((one) => tupleAt(one, minute(1)));
    expect(joinTuples(tuples, tuples)).toHaveLength(4);
  });

  it('is at most 20 tuples: those of the latest day, of one day those of the smallest version', () => {
    const ofDay = (day: string, from: number) =>
      Array.from({ length: 15 }, (_, n) => a(`${day} ${from + n}`, at(day, n)));
    const kept = joinTuples(ofDay(first, 10), ofDay(second, 10));
    expect(kept).toHaveLength(20);
    expect(kept.filter(({ day }) => day === second)).toHaveLength(15);
    expect(kept.filter(({ day }) => day === first).map(({ version }) => version)).toEqual(
      [0, 1, 2, 3, 4].map((hour) => at(first, hour)),
    );
  });
});

describe('a join of registers', () => {
  const someTuple: fc.Arbitrary<Tuple> = fc
    .record({
      said: fc.record(
        { name: fc.constantFrom('а', 'б', 'в', 'г', 'д'), type: fc.constantFrom('x', 'y') },
        { requiredKeys: [] },
      ),
      day: fc.constantFrom(first, second, '2026-03-19'),
      hour: fc.nat(23),
    })
    .map(({ said, day, hour }) => aTuple(said, at(day, hour)));
  // More than 20 different ones, so that they are cut.
  const manyTuples = fc
    .uniqueArray(fc.nat(40), { minLength: 15, maxLength: 25 })
    .chain((names) =>
      fc.tuple(...names.map((n) => fc.tuple(fc.constant(n), fc.constantFrom(first, second), fc.nat(23)))),
    )
    .map((tuples) => tuples.map(([n, day, hour]) => a(`имя ${n}`, at(day, hour))));
  const register = fc.oneof(fc.array(someTuple, { maxLength: 12 }), manyTuples).map((tuples) => joinTuples(tuples, []));

  it('is commutative, associative and idempotent, cut or not', () => {
    let cut = 0;
    const join = (one: Tuple[], other: Tuple[]) => {
      const joined = joinTuples(one, other);
      if (new Set([...one, ...other].map(({ name }) => name)).size > joined.length) cut += 1;
      return joined;
    };
    expectJoin(register, join);
    expect(cut).toBeGreaterThan(100);
  });
});

describe('the name that is shown', () => {
  it('is that of the last tuple that has one: of the later day, then of the larger version', () => {
    expect(nameIn([a('А', at(first, 9)), a('Б', at(first, 10))])).toBe('Б');
    expect(nameIn([a('А', at(second, 1)), a('Б', at(first, 10))])).toBe('А');
    expect(nameIn([a('А', at(first, 9)), aTuple({ type: 'success' }, at(second, 9))])).toBe('А');
    expect(nameIn([])).toBeUndefined();
  });

  it('of equal days and versions is the larger text', () => {
    expect(nameIn([a('Б', at(first, 9)), a('А', at(first, 9))])).toBe('Б');
  });

  it('that was changed and changed back within a day is shown on the next', () => {
    const told = [a('А', at(first, 9)), a('Б', at(first, 10)), a('А', at(first, 11))];
    const said = told.reduce<Tuple[]>((known, tuple) => joinTuples(known, [tuple]), []);
    expect(nameIn(said)).toBe('Б');
    expect(nameIn(joinTuples(said, [a('А', at(second, 8))]))).toBe('А');
  });

  it('comes with all tuples in the order in which they were last said, the last first', () => {
    const tuples = [a('А', at(first, 9)), a('Б', at(second, 9)), a('В', at(first, 10))];
    expect(lastSaidFirst(tuples).map(({ name }) => name)).toEqual(['Б', 'В', 'А']);
  });
});

describe('a register of version 1', () => {
  it('has one tuple for the properties of each version', () => {
    const properties = {
      name: { value: 'Оплачено', version: minute(2) },
      order: { value: '40', version: minute(2) },
      type: { value: 'success', version: minute(1) },
      inDefault: { value: 'yes', version: minute(2) },
    };
    const stored = { v: 1, kind: 'stage', key: '/40', id: '40', properties, first: minute(1) };
    const { tuples, ...rest } = parse(referenceV1Schema, stored);
    expect(tuples).toHaveLength(2);
    expect(tuples).toEqual(
      expect.arrayContaining([
        aTuple({ name: 'Оплачено', order: '40' }, minute(2)),
        aTuple({ type: 'success' }, minute(1)),
      ]),
    );
    expect(rest).toEqual({ v: 2, kind: 'stage', key: '/40', id: '40', first: minute(1), inDefault: true });
  });
});
