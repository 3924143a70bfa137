import { stages, type Fact, type Visit, type Way } from './facts.ts';
import { clientOf, evidenceOf } from './person.ts';
import type { Random } from './random.ts';

/** Instants between which visits are told. */
export interface Period {
  from: number;
  to: number;
}

/** Tells a fact at the next instant of the visit. */
type Tell = (kind: Fact['kind'], said: Partial<Fact> & Pick<Fact, 'act'>) => void;

type Manager = NonNullable<Fact['manager']>;

const hour = 3_600_000;
const managers: readonly [Manager, Manager] = [
  { id: '12', name: 'Ольга Белова' },
  { id: '13', name: 'Ирина Лебедева' },
];

/** The `n`th visit: a booking, a deal, or a booking with its deal, from their creation to their end. */
export function visitOf(random: Random, n: number, where: Pick<Visit, 'salon' | 'early'>, period: Period): Visit {
  const way = random.pick<Way>(['widget', 'widget', 'session', 'session', 'desk', 'unsaid']);
  const shape = random.pick(['booking', 'booking', 'both', 'both', 'deal']);
  const facts: Fact[] = [];
  const ids = {
    booking: shape === 'deal' ? undefined : String(500_000 + n),
    deal: shape === 'booking' ? undefined : String(700_000 + n),
  };
  const evidence = evidenceOf(random, way, n);
  let at = random.whole(period.from / 1000, (period.to - hour) / 1000) * 1000;
  const tell: Tell = (kind, said) => {
    const id = ids[kind];
    if (id === undefined) return;
    facts.push({ kind, id, at, ...evidence, ...said });
    const left = Math.floor((period.to - at) / 2000);
    at += random.whole(1, Math.max(1, Math.min(72_000, left))) * 1000;
  };
  // A salon whose bookings say no status leaves it to the stages of their deals.
  const silent = ids.deal !== undefined && random.chance(0.3);
  begin({ random, n, ids, silent, period, tell });
  const live = { random, silent, tell };
  middle(live);
  end(live);
  return { ...where, way, bookingId: ids.booking, dealId: ids.deal, facts };
}

interface Live {
  random: Random;
  silent: boolean;
  tell: Tell;
}
interface Beginning extends Live {
  n: number;
  ids: { booking: string | undefined; deal: string | undefined };
  period: Period;
}

function begin({ random, n, ids, silent, period, tell }: Beginning): void {
  const client = clientOf(random, n);
  const amount = random.whole(500, 9000) * 100 + random.pick([0, 0, 50]);
  const startsAt = period.to + random.whole(1, 480) * (hour / 2);
  const comment = random.chance(0.3) ? 'Хочу к Анне, если можно' : undefined;
  const status = silent ? undefined : 'new';
  tell('booking', { act: 'created', status, startsAt, amount, client, comment, dealId: ids.deal });
  const title = `Запись №${n}`;
  const [manager, stage] = [random.pick(managers), stages.booked];
  tell('deal', { act: 'created', title, amount, client, manager, bookingId: ids.booking, stage, moved: true });
  if (!random.chance(0.2)) return;
  const renamed = { ...client, name: `${client.name} (VIP)` };
  tell('booking', { act: 'updated', client: renamed });
  tell('deal', { act: 'updated', client: renamed });
}

function middle({ random, silent, tell }: Live): void {
  if (random.chance(0.2)) {
    const amount = random.whole(500, 9000) * 100;
    tell('booking', { act: 'updated', amount });
    tell('deal', { act: 'updated', amount });
  }
  if (!random.chance(0.5)) return;
  if (!silent) tell('booking', { act: 'updated', status: 'confirmed' });
  tell('deal', { act: 'updated', stage: stages.confirmed, moved: true });
}

function end({ random, silent, tell }: Live): void {
  const how = random.pick(['open', 'came', 'came', 'cancelled', 'deleted', 'restored']);
  if (how === 'came') {
    if (!silent) tell('booking', { act: 'updated', status: random.pick(['came', 'paid']) });
    tell('deal', { act: 'updated', stage: stages.paid, moved: true, paid: random.whole(500, 9000) * 100 });
    // Said again: no new run of the stage.
    if (random.chance(0.3)) tell('deal', { act: 'updated', stage: stages.paid, comment: 'Скидка 10%' });
  }
  if (how === 'cancelled') {
    if (!silent) tell('booking', { act: 'cancelled', status: 'cancelled' });
    tell('deal', { act: 'updated', stage: stages.lost, moved: true });
  }
  if (how === 'deleted' || how === 'restored') {
    tell('booking', { act: 'deleted' });
    tell('deal', { act: 'deleted' });
  }
  if (how === 'restored') {
    tell('booking', { act: 'restored' });
    tell('deal', { act: 'restored' });
  }
}
