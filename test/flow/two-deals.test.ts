import { beforeAll, describe, expect, it } from '@jest/globals';
import { median, toldDeal, type Cost, type ToldDeal } from './two-deals.ts';

const rounds = 20;
type Act = 'nextBooking' | 'nextDeal';

/** The first cost of each, and medians of processor time; both in turn, so that what else the machine does meets both. */
async function compared(few: ToldDeal, many: ToldDeal, act: Act) {
  const taken = { few: [] as number[], many: [] as number[] };
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round++) {
    const [one, other] = [await few[act](), await many[act]()];
    if (round === 0) costs.push(one.cost, other.cost);
    taken.few.push(one.cpu);
    taken.many.push(other.cpu);
  }
  return { costs, cpu: median(taken.many) / median(taken.few) };
}

describe.each(['at once', 'last'] as const)(
  'of two deals with 10 events each, to one of which 20 bookings belong and to the other 1,000, folded without it %s',
  (crossing) => {
    let few: ToldDeal;
    let many: ToldDeal;
    beforeAll(async () => {
      few = await toldDeal(10, 20);
      many = await toldDeal(10, 1000, crossing);
    });

    it('the other is a subscription', async () => {
      expect([await few.many(), await many.many()]).toEqual([undefined, 'done']);
    });

    it('has a next booking event that costs at most twice as much', async () => {
      const { costs, cpu } = await compared(few, many, 'nextBooking');
      expect(costs).toEqual([
        { calls: 11, writes: 7, reads: 12 },
        { calls: 8, writes: 7, reads: 7 },
      ]);
      expect(cpu).toBeLessThanOrEqual(2);
    });

    it('has a next deal event that costs at most twice as much', async () => {
      const { costs, cpu } = await compared(few, many, 'nextDeal');
      expect(costs).toEqual([
        { calls: 87, writes: 30, reads: 110 },
        { calls: 8, writes: 8, reads: 6 },
      ]);
      expect(cpu).toBeLessThanOrEqual(2);
    });
  },
);
