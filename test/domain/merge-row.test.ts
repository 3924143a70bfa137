import { describe, expect, it } from '@jest/globals';
import { addsNothing, mergeRow } from '../../lib/domain/merge-row.ts';
import { aReading } from '../build/reading.ts';
import { aDealChoice, aRequestChoice, aRow } from '../build/row.ts';
import { without } from '../build/without.ts';

const named = (name: string) => aReading({ name });

describe('two puts of one delivery', () => {
  const old = aRow({ reading: named('old') });

  it('keep the reading of the larger replay number, then reader version', () => {
    const replayed = aRow({ reading: named('replayed'), replay: 1, contact: { key: '5', byId: true } });
    const better = aRow({ reading: named('better'), readerVersion: 2 });
    expect(mergeRow(old, replayed)).toEqual(replayed);
    expect(mergeRow(replayed, better)).toEqual(replayed);
    expect(mergeRow(old, better)).toEqual(better);
    expect(mergeRow(better, old)).toEqual(better);
  });

  it('keep of each half the choice of the smallest settings version', () => {
    const early = aRow({ deal: aDealChoice({ version: 1 }), request: aRequestChoice({ version: 3 }) });
    const late = aRow({ replay: 1, deal: aDealChoice({ version: 2 }), request: aRequestChoice({ version: 2 }) });
    expect(mergeRow(early, late)).toMatchObject({ replay: 1, deal: { version: 1 }, request: { version: 2 } });
  });

  it('keep a half that only one of them has', () => {
    const requestOnly = without(aRow(), 'deal');
    const dealOnly = without(aRow(), 'request');
    expect(mergeRow(requestOnly, dealOnly)).toEqual(aRow());
  });

  it('are the first put when nothing was there', () => {
    expect(mergeRow(undefined, old)).toEqual(old);
  });
});

describe('a repeat adds nothing', () => {
  const stored = aRow({ receivedAt: '2026-03-17T14:05:45.000Z' });
  const repeat = aRow({ receivedAt: '2026-03-17T14:15:45.000Z' });

  it('when its event has a row received earlier, read no worse, chosen no later', () => {
    expect(addsNothing([stored], repeat)).toBe(true);
    expect(addsNothing([{ ...stored, replay: 3 }], { ...repeat, readerVersion: 2 })).toBe(true);
  });

  it.each([
    ['received later than it', stored, { ...repeat, receivedAt: '2026-03-17T14:00:00.000Z' }],
    ['received with it', stored, stored],
    ['read worse: an older reader', stored, { ...repeat, readerVersion: 2 }],
    ['read worse: no replay', stored, { ...repeat, replay: 1 }],
    ['put with newer settings', { ...stored, deal: aDealChoice({ version: 2 }) }, repeat],
    ['put with newer settings for requests', { ...stored, request: aRequestChoice({ version: 2 }) }, repeat],
  ])('not when the stored row was %s', (_, old, row) => {
    expect(addsNothing([old], row)).toBe(false);
  });

  it('not when it brings a half that the stored row has not', () => {
    const requestOnly = without(stored, 'deal');
    expect(addsNothing([requestOnly], repeat)).toBe(false);
    const repeated = without(repeat, 'deal');
    expect(addsNothing([stored], repeated)).toBe(true);
  });

  it('never when the event has no time of its own', () => {
    const reading = without(aReading(), 'updatedAt');
    expect(addsNothing([{ ...stored, reading }], { ...repeat, reading })).toBe(false);
  });

  it('never when its own delivery is stored: merging that adds no row', () => {
    expect(addsNothing([stored, repeat], { ...repeat, replay: 0 })).toBe(false);
  });

  it('never when nothing of its event is stored', () => {
    expect(addsNothing([], repeat)).toBe(false);
  });
});
