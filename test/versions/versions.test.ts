import { describe, expect, it } from '@jest/globals';
import { dealFields } from '../../lib/model/deal.ts';
import { readingSchema } from '../../lib/model/reading.ts';
import { requestFields } from '../../lib/model/request.ts';
import { foldGuard, readerGuard, readings, views } from './guards.ts';
import { faultsOf, recordedIn, withNew, type Guard, type Recorded } from './recorded.ts';

describe('what is made of frozen inputs changes with a version alone', () => {
  it('by the reader', () => {
    const guard = readerGuard();
    expect(faultsOf(guard, recordedIn(guard))).toEqual([]);
  });

  it('by the fold', () => {
    const guard = foldGuard();
    expect(faultsOf(guard, recordedIn(guard))).toEqual([]);
  });
});

describe('frozen inputs', () => {
  const fieldsOf = (values: (object | undefined)[]) =>
    [...new Set(values.flatMap((value) => Object.entries(value ?? {})).flatMap(said))].sort();
  const said = ([name, value]: [string, unknown]) => (value === undefined ? [] : [name]);

  it('say together every field of a reading', () => {
    const read = readings().flatMap(({ became }) => became.map(({ reading }) => reading));
    // What reader version 1 made of a status is made no longer.
    expect([...fieldsOf(read), 'status'].sort()).toEqual(Object.keys(readingSchema.entries).sort());
  });

  it('have warnings, paths that nobody read, and a contact among them', () => {
    const read = readings().flatMap(({ became }) => became);
    expect(read.some(({ warnings }) => warnings.length > 0)).toBe(true);
    expect(read.some(({ unknownPaths }) => unknownPaths.length > 0)).toBe(true);
    expect(read.some(({ contactUnread }) => contactUnread)).toBe(true);
  });

  it.each(['deal', 'request'] as const)('become together every field of a %s', (record) => {
    const kept = views().flatMap(({ became }) => {
      const view = (became as Record<string, { summary: object; rest: object } | undefined>)[record];
      return view === undefined ? [] : [{ ...view.summary, ...view.rest }];
    });
    expect(fieldsOf(kept)).toEqual(Object.keys(record === 'deal' ? dealFields : requestFields).sort());
  });
});

describe('a record of a version', () => {
  const guard = (version: number, became: unknown, input: unknown = 1): Guard => ({
    constant: 'toyVersion',
    file: 'lib/toy.ts',
    version,
    what: 'the toy',
    inputs: [{ name: 'one', input, became }],
    record: 'none.json',
  });
  const first = withNew(guard(1, 'a'), {});

  it('suits what it was made of', () => {
    expect(faultsOf(guard(1, 'a'), first)).toEqual([]);
  });

  it('asks for a larger version when something else is made, and is not made anew for the same', () => {
    const asked = ['the toy makes something else of: one. Raise toyVersion in lib/toy.ts to 2'];
    expect(faultsOf(guard(1, 'b'), first)).toEqual(asked.map((text) => expect.stringContaining(text)));
    expect(withNew(guard(1, 'b'), first)).toEqual(first);
  });

  it('is asked for when the version was raised, and stands beside the old one then', () => {
    expect(faultsOf(guard(2, 'b'), first)).toEqual([
      'nothing is recorded of toyVersion 2: run `npm run record:versions`',
    ]);
    const both: Recorded = withNew(guard(2, 'b'), first);
    expect(faultsOf(guard(2, 'b'), both)).toEqual([]);
    expect(both[1]).toEqual(first[1]);
  });

  it('takes inputs that are new, and none that changed or are gone', () => {
    const { inputs, ...rest } = guard(1, 'a');
    const more = { ...rest, inputs: [...inputs, { name: 'two', input: 2, became: 'c' }] };
    expect(faultsOf(more, first)).toEqual([expect.stringContaining('not recorded yet: two')]);
    expect(faultsOf(more, withNew(more, first))).toEqual([]);
    expect(faultsOf({ ...rest, inputs: [] }, first)).toEqual([expect.stringContaining('put them back: one')]);
    expect(faultsOf(guard(1, 'a', 7), first)).toEqual([expect.stringContaining('put them back: one')]);
  });

  it('is of no version that went back', () => {
    expect(faultsOf(guard(1, 'a'), withNew(guard(2, 'b'), first))).toEqual([
      'toyVersion is 1, but 2 is recorded: a version never goes back (lib/toy.ts)',
    ]);
  });
});
