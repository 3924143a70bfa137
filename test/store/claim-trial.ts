import { setImmediate as settled } from 'node:timers/promises';
import type { AuditLine, Salon, SalonWrite, StoredSalon } from '../../lib/model/settings.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Table } from '../../lib/store/table.ts';
import { aSalon } from '../build/settings.ts';
import { randomFrom, type Random } from '../convergence/random.ts';
import { memoryTable } from './memory-table.ts';

/** A call of a table that waits for its turn. */
interface Call {
  person: Person;
  run: () => void;
}
/** Of those who have a call, the person of the highest rank goes on, until ranks change. */
interface Person {
  rank: number;
}
class Dead extends Error {}

/** What was seen of salons of one id while four people saved them at once. */
export interface Seen {
  store: ReturnType<typeof settingsStore>;
  /** The most that were active after any write. */
  mostActive: number;
  /** Times of the acts that were answered `saved`, and of those that died and were answered nothing. */
  answered: Set<string>;
}

/**
 * Four people create four salons of one id, switch them on and off and rename them. Their calls take turns at random, so
 * that one rests between two writes while others do all that they have to do; acts die before or after any call.
 */
export async function tryClaims(seed: number): Promise<Seen> {
  const random = randomFrom(seed);
  const calls: Call[] = [];
  const table = memoryTable();
  const seen: Seen = { store: settingsStore(table), mostActive: 0, answered: new Set() };
  const watched = {
    ...table,
    putIf: async (...args: Parameters<Table['putIf']>) => {
      const put = await table.putIf(...args);
      const active = (await seen.store.listSalons('demo')).filter(({ isActive }) => isActive);
      seen.mostActive = Math.max(seen.mostActive, active.length);
      return put;
    },
  };
  let acts = 0;
  async function live(person: Person): Promise<void> {
    for (let left = 5; left > 0; left--) {
      const at = new Date(Date.UTC(2026, 2, 1, 0, 0, ++acts)).toISOString();
      const store = settingsStore(inTurn(watched, person, calls, random));
      const answer = await act(store, random, at).catch(unlessDead);
      if (answer === 'saved' || answer === undefined) seen.answered.add(at);
    }
  }
  await takeTurns(Promise.all(people(random).map(live)), calls, random);
  return seen;
}

function people(random: Random): Person[] {
  return [1, 2, 3, 4].map(() => ({ rank: random.below(1000) }));
}

function unlessDead(error: unknown): undefined {
  if (!(error instanceof Dead)) throw error;
}

async function takeTurns(work: Promise<unknown>, calls: Call[], random: Random): Promise<void> {
  const turnOver = random.pick([0.05, 0.2, 1]);
  const state = { running: true };
  const done = () => (state.running = false);
  work.then(done, done);
  while (state.running) {
    await settled();
    const [next] = calls.sort((one, other) => other.person.rank - one.person.rank);
    if (next === undefined) continue;
    calls.splice(0, 1);
    if (random.chance(turnOver)) next.person.rank = random.below(1000);
    next.run();
  }
  await work;
}

/** The table as a person's act has it; it may die at any call, before or after that is done. */
function inTurn(table: Table, person: Person, calls: Call[], random: Random): Table {
  function waiting<A extends unknown[], T>(call: (...args: A) => Promise<T>) {
    return async (...args: A): Promise<T> => {
      await new Promise<void>((run) => calls.push({ person, run }));
      const dies = random.chance(0.02);
      if (dies && random.chance(0.5)) throw new Dead();
      const answer = await call(...args);
      if (dies) throw new Dead();
      return answer;
    };
  }
  return {
    get: waiting(table.get),
    query: waiting(table.query),
    putIf: waiting(table.putIf),
    removeIf: table.removeIf,
    list: table.list,
  };
}

async function act(store: Seen['store'], random: Random, at: string): Promise<SalonWrite> {
  const key = random.pick(['a', 'b', 'c', 'd']);
  const isActive = random.chance(0.7);
  const before = await store.findSalon('demo', key);
  if (before === undefined) return store.addSalon(audited(aSalon({ key, isActive, createdAt: at }), at));
  const named = { ...before, version: before.version + 1, salonName: at };
  return store.saveSalon(audited(random.chance(0.2) ? named : { ...named, isActive }, at), before);
}

/** A salon with the audit line of its save. */
export function audited(salon: Salon, at: string): StoredSalon {
  const { key: salonKey, version } = salon;
  const lastAudit: AuditLine = { v: 1, at, subject: 'anna', salonKey, what: 'salon_saved', version, changes: {} };
  // Its fields in another order than the schema has them: what is stored must be known again.
  return Object.assign({ lastAudit }, salon, { lastAudit });
}
