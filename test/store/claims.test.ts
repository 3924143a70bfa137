import { beforeAll, describe, expect, it } from '@jest/globals';
import { aSalon } from '../build/settings.ts';
import { audited, tryClaims, type Seen } from './claim-trial.ts';

const trials = new Map<number, Seen>();
beforeAll(async () => {
  for (let seed = 1; seed <= 800; seed++) trials.set(seed, await tryClaims(seed));
});

describe('salons of one id, written by several people in any order, of whom some die on the way', () => {
  it('are never active at once', () => {
    for (const [seed, { mostActive }] of trials) expect([seed, mostActive]).toEqual([seed, 1]);
  });

  it('are stored only as somebody was told that they are, or died before being told', async () => {
    for (const [seed, { store, answered }] of trials) {
      const untold = (await store.listSalons('demo')).filter(({ lastAudit }) => !answered.has(lastAudit.at));
      expect([seed, untold]).toEqual([seed, []]);
    }
  });

  it('leave nothing behind that keeps the next one from being told the truth', async () => {
    const told = { saved: 0, already_connected: 0 };
    for (const [seed, { store }] of trials) {
      const answer = await store.addSalon(audited(aSalon({ key: 'next' }), '2026-03-02T00:00:00.000Z'));
      const active = (await store.listSalons('demo')).filter(({ isActive }) => isActive).map(({ key }) => key);
      expect([seed, active.length, active.includes('next')]).toEqual([seed, 1, answer === 'saved']);
      told[answer === 'saved' ? 'saved' : 'already_connected'] += 1;
    }
    expect(Math.min(...Object.values(told))).toBeGreaterThan(50);
  });
});
