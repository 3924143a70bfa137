import { describe, expect, it } from '@jest/globals';
import { warmFacts } from '../../lib/store/warm.ts';
import { warmAccounts } from '../../lib/store/warm-accounts.ts';
import { anAccount } from '../build/settings.ts';
import { memoryTable } from './memory-table.ts';
import { aBookingSet, toySets } from './toy-sets.ts';

/** A clock that goes on when it is told; milliseconds. */
function aClock() {
  const clock = { at: 1_000_000 };
  return { clock, now: () => new Date(clock.at) };
}

describe('what a process knows', () => {
  it('is known for 60 seconds, however often it is asked for', () => {
    const { clock, now } = aClock();
    const facts = warmFacts<string>(now);
    expect(facts.get('a')).toBeUndefined();
    facts.set('a', 'stored');
    clock.at += 60_000;
    expect([facts.get('a'), facts.get('a')]).toEqual(['stored', 'stored']);
    clock.at += 1;
    expect(facts.get('a')).toBeUndefined();
  });

  it('is known anew from the last time that it was read or written', () => {
    const { clock, now } = aClock();
    const facts = warmFacts<string>(now);
    facts.set('a', 'old');
    clock.at += 50_000;
    facts.set('a', 'new');
    clock.at += 50_000;
    expect(facts.get('a')).toBe('new');
  });

  it('is not known by a clock that was set back', () => {
    const { clock, now } = aClock();
    const facts = warmFacts<string>(now);
    facts.set('a', 'stored');
    clock.at -= 1;
    expect(facts.get('a')).toBeUndefined();
  });

  it('is bounded: the fact longest unused goes first', () => {
    const facts = warmFacts<number>(aClock().now);
    for (let n = 0; n < 5000; n++) facts.set(`${n}`, n);
    expect(facts.get('0')).toBe(0);
    facts.set('one more', 1);
    expect([facts.get('0'), facts.get('1'), facts.get('2'), facts.get('one more')]).toEqual([0, undefined, 2, 1]);
  });
});

describe('an account', () => {
  it('is read once a minute, and again while there is none', async () => {
    const { clock, now } = aClock();
    let reads = 0;
    let stored = false;
    const find = warmAccounts((key) => {
      reads += 1;
      return Promise.resolve(stored ? anAccount({ key }) : undefined);
    }, now);
    expect([await find('demo'), await find('demo')]).toEqual([undefined, undefined]);
    stored = true;
    expect((await find('demo'))?.key).toBe('demo');
    expect((await find('demo'))?.key).toBe('demo');
    expect(reads).toBe(3);
    expect((await find('other'))?.key).toBe('other');
    clock.at += 60_001;
    await find('demo');
    expect(reads).toBe(5);
  });
});

it('a link that was erased is put again after a minute', async () => {
  const { clock, now } = aClock();
  const erased = memoryTable();
  let table = memoryTable();
  const sets = toySets(
    { get: (pk, sk) => table.get(pk, sk), query: (pk, p) => table.query(pk, p), putIf: (i, r) => table.putIf(i, r) },
    { now },
  );
  await sets.putLink(aBookingSet(), '1');
  table = erased;
  await sets.putLink(aBookingSet(), '1');
  expect(erased.all()).toEqual([]);
  clock.at += 60_001;
  await sets.putLink(aBookingSet(), '1');
  expect((await sets.contentsOf(aBookingSet())).links).toEqual(['1']);
});
