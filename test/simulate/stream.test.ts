import { describe, expect, it } from '@jest/globals';
import { salonPlans } from '../../commands/simulate/salons.ts';
import { streamOf } from '../../commands/simulate/stream.ts';

const until = Date.UTC(2026, 3, 1);
const salons = salonPlans(3);
const options = { events: 400, seed: 7, days: 30, until };
const told = (over: Partial<typeof options> = {}) => {
  const { early, usual } = streamOf({ ...options, ...over }, salons);
  return [...early, ...usual];
};

describe('a simulated stream', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(told()).toEqual(told());
    expect(told({ seed: 8 })).not.toEqual(told());
  });

  it.each([1, 7, 400])('has %s events when so many are asked for', (events) => {
    expect(told({ events }).flatMap((delivery) => delivery.events)).toHaveLength(events);
  });

  it('has visits of every way, deliveries that come again, forms, and several events in a body', () => {
    const deliveries = told();
    const contents = deliveries.map(({ content }) => JSON.stringify(content));
    expect(new Set(streamOf(options, salons).visits.map(({ way }) => way)).size).toBe(4);
    expect(new Set(contents).size).toBeLessThan(contents.length);
    expect(deliveries.some(({ content }) => 'form' in content)).toBe(true);
    expect(deliveries.some(({ events }) => events.length === 2)).toBe(true);
  });

  it('tells of nothing that happened after its end', () => {
    const { visits } = streamOf({ ...options, days: 1 }, salons);
    const times = visits.flatMap(({ facts }) => facts.map(({ at }) => at));
    expect(Math.max(...times)).toBeLessThan(until);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(until - 86_400_000);
  });
});
