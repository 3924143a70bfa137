import { median, toldDeal, type ToldDeal } from '../../test/flow/two-deals.ts';

const rounds = 20;

/** What the next events of a deal cost that has 1,000 deal events, the most before a set counts as large, and one booking. */
export async function ofLargeDeal() {
  const deal = await toldDeal(1000, 1);
  return { 'deal event': await next(deal.nextDeal), 'booking event': await next(deal.nextBooking) };
}

async function next(event: ToldDeal['nextDeal']) {
  const taken = [];
  for (let round = 0; round < rounds; round++) taken.push(await event());
  const { writes = 0, reads = 0, calls = 0 } = taken[0]?.cost ?? {};
  return {
    'write units': writes,
    'read units': reads,
    calls,
    'CPU, ms': Math.round(median(taken.map(({ cpu }) => cpu)) * 10) / 10,
  };
}
