import { tariffs } from '../../local/comagic/points.ts';
import { bookingRow, bookingSet, dealRow, dealSet, minute, origin, outboundWorld } from '../../test/outbound/world.ts';

// npm run bench:outbound: how many calls a day as many visits take as 1, 10 and 100 salons have, under the smallest tariff, and how long their records wait. The clock is ours.
const days = 3;
const bookingsADay = 40;
const day = 24 * 60 * minute;
/** Salons are open from 9 to 21. */
const [opens, open] = [9 * 60, 12 * 60];
const tariff = tariffs.small;

interface Measured {
  salons: number;
  records: number;
  callsADay: number;
  /** Minutes from when a record may be sent until it is there: in the middle, and of all but one in twenty. */
  middle: number;
  most: number;
  left: number;
}

async function measured(salons: number): Promise<Measured> {
  const world = await outboundWorld({ remote: { tariff } });
  const waiting = new Map<string, number>();
  const waits: number[] = [];
  const perDay = salons * bookingsADay;
  let told = 0;
  const tell = async (at: number) => {
    const id = String(++told);
    const instant = new Date(at).toISOString();
    const client = { client: id, phone: `+7916${id.padStart(7, '0')}` };
    world.clock.now = at;
    // Every other visit has a deal as well.
    if (told % 2 === 0) {
      await world.writer(dealSet(id), dealRow({ id, at: instant, event: `d${id}`, stage: '10', ...client }));
      waiting.set(`arbat.d.${id}`, at);
    }
    await world.writer(bookingSet(id), bookingRow({ id, at: instant, event: `b${id}`, ...client }));
    waiting.set(`arbat.b.${id}`, at + 15 * minute);
  };
  const look = () => {
    const there = new Set([...world.remote.held.requests.values()].map(({ ext_id }) => String(ext_id)));
    for (const [id, since] of waiting) {
      if (!there.has(id) && !world.remote.held.deals.has(id)) continue;
      waits.push((world.clock.now - since) / minute);
      waiting.delete(id);
    }
  };
  for (let at = 0; at < days * 24 * 60; at++) {
    const now = origin + at * minute;
    const inDay = at % (24 * 60);
    const due = inDay < opens ? 0 : Math.min(perDay, Math.floor(((inDay - opens + 1) / open) * perDay));
    const before = Math.floor(at / (24 * 60)) * perDay;
    while (told < before + due) await tell(now);
    world.clock.now = now;
    const { charged } = world.remote.counts;
    await world.drain();
    if (world.remote.counts.charged > charged) look();
  }
  waits.sort((a, b) => a - b);
  return {
    salons,
    records: waits.length + waiting.size,
    callsADay: world.remote.counts.charged / days,
    middle: waits[Math.floor(waits.length / 2)] ?? 0,
    most: waits[Math.floor(waits.length * 0.95)] ?? 0,
    left: waiting.size,
  };
}

console.log(
  `${tariff.minute} calls a minute, ${tariff.day} a day; ${bookingsADay} bookings a salon and day, ${days} days of ${day / minute} minutes`,
);
for (const salons of [1, 10, 100]) {
  const { records, callsADay, middle, most, left } = await measured(salons);
  console.log(
    `${salons} salons: ${records} records, ${Math.round(callsADay)} calls a day; they wait ${Math.round(middle)} minutes in the middle, 95 % at most ${Math.round(most)}; ${left} not there at the end`,
  );
}
