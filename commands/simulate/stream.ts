import { deliveriesOf, otherSalons, strays, wordsOf, type Delivery, type Told } from './deliveries.ts';
import type { Fact, Visit } from './facts.ts';
import { randomOf, type Random } from './random.ts';
import type { SalonPlan } from './salons.ts';
import { spelled } from './spell.ts';
import { visitOf, type Period } from './visit.ts';

export interface StreamOptions {
  /** How many events are told, repeats included. */
  events: number;
  seed: number;
  days: number;
  /** The instant before which everything happened, in milliseconds. */
  until: number;
}

export interface Stream {
  visits: Visit[];
  /** Posted while the salons do not pass on requests yet. */
  early: Delivery[];
  /** Posted after. */
  usual: Delivery[];
}

const day = 86_400_000;
/** Of events: told early, told twice, late. Of visits: followed by an event of another salon, by strays. */
const shares = { early: 0.08, repeated: 0.08, late: 0.12, otherSalon: 0.12, stray: 0.12 } as const;

/** A stream of visits as its deliveries come: mostly in order, some late, some twice, some that are of no use. */
export function streamOf({ events, seed, days, until }: StreamOptions, salons: readonly SalonPlan[]): Stream {
  const random = randomOf(seed);
  const period = { from: until - days * day, to: until };
  const early = tell(random, { from: 0, events: Math.round(events * shares.early), early: true }, salons, period);
  const rest = { from: early.visits.length, events: events - early.told.length, early: false };
  const usual = tell(random, rest, salons, period);
  return {
    visits: [...early.visits, ...usual.visits],
    early: deliveriesOf(random, early.told),
    usual: deliveriesOf(random, usual.told),
  };
}

interface Part {
  /** Number of its first visit. */
  from: number;
  events: number;
  early: boolean;
}

function tell(random: Random, part: Part, salons: readonly SalonPlan[], period: Period) {
  const visits: Visit[] = [];
  const told: Told[] = [];
  while (told.length < part.events) {
    const n = part.from + visits.length;
    const salon = random.whole(0, salons.length - 1);
    const visit = visitOf(random, n, { salon, early: part.early }, period);
    const left = part.events - told.length;
    const kept = { ...visit, facts: visit.facts.slice(0, left) };
    visits.push(kept);
    told.push(...toldOf(random, kept, salons, period).slice(0, left));
    if (!part.early && told.length < part.events) told.push(...useless(random, n, salon, period));
  }
  return { visits, told: told.slice(0, part.events) };
}

/** The events of a visit, and after them those that come again. */
function toldOf(random: Random, visit: Visit, salons: readonly SalonPlan[], period: Period): Told[] {
  const plan = salons[visit.salon];
  if (plan === undefined) return [];
  const once = visit.facts.map((fact) => ({
    salon: visit.salon,
    due: due(random, fact, period),
    content: spelled(random, fact, plan),
    words: wordsOf(visit, fact, plan),
  }));
  const again = once.filter(() => random.chance(shares.repeated));
  const span = period.to - period.from;
  return [...once, ...again.map((event) => ({ ...event, due: event.due + random.whole(span / 8, span / 4) }))];
}

/** When it arrives, by the salon's life. */
function due(random: Random, { at }: Fact, { from, to }: Period): number {
  return at + (random.chance(shares.late) ? random.whole(0, Math.floor((to - from) / 2)) : 2000);
}

function useless(random: Random, n: number, salon: number, period: Period): Told[] {
  const at = random.whole(period.from / 1000, period.to / 1000) * 1000;
  return [
    ...(random.chance(shares.otherSalon) ? [otherSalons(n, salon, at)] : []),
    ...(random.chance(shares.stray) ? strays(n, salon, at) : []),
  ];
}
