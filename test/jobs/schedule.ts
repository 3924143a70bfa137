import { setImmediate as turn } from 'node:timers/promises';
import { jobDeps } from '../../functions/wiring/job-deps.ts';
import type { LineDeps } from '../../functions/wiring/replay-deps.ts';
import { setRules, type WorkerDeps } from '../../functions/wiring/worker-deps.ts';
import { startJob, stopJob } from '../../lib/flow/admin/jobs/start-job.ts';
import { jobMessage, type JobMessageDeps } from '../../lib/flow/jobs/job-message.ts';
import type { ReaderContract } from '../../lib/model/contract.ts';
import type { Job } from '../../lib/model/job.ts';
import type { JournalLine } from '../../lib/model/journal.ts';
import type { SetRef, StoredRow } from '../../lib/model/event-set.ts';
import type { SetRules } from '../../lib/store/event-set.ts';
import { jobs, type Jobs } from '../../lib/store/jobs.ts';
import { journal } from '../../lib/store/journal.ts';
import { records } from '../../lib/store/records.ts';
import { rowKey, rowOf, setPartition } from '../../lib/store/sets.ts';
import type { Table } from '../../lib/store/table.ts';
import { aSalon, anAccount, deciding } from '../build/settings.ts';
import { randomFrom, type Random } from '../convergence/random.ts';
import { gatedTable } from '../store/gated-table.ts';
import { memoryTable } from '../store/memory-table.ts';
import { checked } from './checked.ts';
import {
  atTick,
  deliver,
  delivered,
  failedFirst,
  lineContract,
  lineCount,
  messageOf,
  numbers,
  targetOf,
  tickOf,
  zones,
} from './first-deliveries.ts';

/** The protocol with one of its safeguards taken away. */
export interface Removal {
  rules?: (rules: SetRules) => SetRules;
  /** Of what first deliveries are recorded with. */
  deliveries?: (deps: WorkerDeps) => WorkerDeps;
  /** Of what lines are replayed with. */
  lines?: (deps: LineDeps, world: World) => LineDeps;
  /** Of what a step is done with, made anew for each. */
  step?: (deps: JobMessageDeps) => JobMessageDeps;
  /** Of the jobs as a start reads them. */
  starting?: (store: Jobs) => Jobs;
  noSweep?: boolean;
}

interface World {
  failedLines: () => string[];
  /** Takes an event's row out of a set, unless it is of a larger number. */
  dropRow: (set: SetRef, row: StoredRow) => void;
}

const account = anAccount();
const salon = aSalon();
const second = 1000;
const leaseTicks = 400;
const settledFrom = 900;
const mostTicks = 6000;
const mostReceives = 5;
const poisonId = 3;
/** Numbers of lines that come while the jobs run. */
const [firstLate, firstLater] = [10, 20];
/** Before any call; a redelivery that died comes again. */
const crashChances = { step: 0.006, sweep: 0.006, start: 0.05, stop: 0.05, redelivery: 0 } as const;
/** Of a redelivery, each tick. */
const redeliveryChance = 0.003;

/** An actor, whose calls of the tables are let through one by one; what it has not called by its end is never done. */
interface Actor {
  kind: 'step' | 'start' | 'stop' | 'sweep' | 'redelivery';
  job?: string | undefined;
  message?: Queued | undefined;
  born: number;
  calls: { run: () => Promise<unknown>; answer: (value: unknown) => void }[];
  /** It waits for something that never comes, until its time is out. */
  hangs?: true;
  /** Undefined while it goes on. */
  end?: 'ended' | 'failed';
}
interface Queued {
  id: string;
  receives: number;
  visibleAt: number;
}

class Dies extends Error {}

/** Is told in words what happens. */
export type Happen = (what: string) => void;

type Zone = (typeof zones)[keyof typeof zones];

/** Runs jobs in disorder: crashes between any two calls, messages lost or twice, late redeliveries, a line that kills; answers what is wrong. `happen` is told what happens. */
export async function jobSchedule(
  seed: number,
  removal: Removal = {},
  happen: Happen = () => undefined,
): Promise<string[]> {
  const random = randomFrom(seed);
  const world = await newWorld(random, removal, happen);
  while (world.tick() < mostTicks) {
    await world.act();
    if (world.isOver()) break;
    world.next();
  }
  return world.complaints();
}

async function newWorld(random: Random, removal: Removal, happen: Happen) {
  let now = 60;
  const clock = () => atTick(now);
  const first = await delivered(clock, removal.deliveries);
  const tables = {
    settings: memoryTable(first.settings),
    records: memoryTable(first.records),
    journal: memoryTable(first.journal),
    jobs: memoryTable(),
  };
  const poison = random.chance(0.35);
  const queue: Queued[] = [];
  const actors: Actor[] = [];
  const hidden = new Map<string, number>();
  const deaths = new Map<string, number>();
  const store = jobs(tables.jobs);
  const lines = journal({ table: tables.journal, now: clock });
  const rules = (removal.rules ?? ((same: SetRules) => same))(setRules());
  const settled = () => now > settledFrom;

  const contract = (actor: Actor): ReaderContract =>
    lineContract((line, zone) => {
      if (!poison || line !== poisonId || zone === zones.first) return;
      happen(`a line kills a ${actor.kind}`);
      throw new Dies();
    });

  const failedLines = () =>
    tables.journal
      .all()
      .filter((item) => String(item['summary']).includes('"status":"failed"'))
      .map((item) => String(item['listSort']))
      .sort();

  const dropRow: World['dropRow'] = (set, row) => {
    const [pk, sk] = [setPartition(set), rowKey(row)];
    const stored = tables.records.all().find((item) => item.pk === pk && item.sk === sk);
    if (stored !== undefined && rowOf(stored).replay <= row.replay) tables.records.remove(pk, sk);
  };

  const firstly = (over: { records: Table; journal: Table }) =>
    deliver({ ...over, settings: tables.settings }, clock, { rules, change: removal.deliveries });

  /** A delivery that is worked off now, whenever it was received. */
  async function addLine(line: number, tick: number): Promise<void> {
    const message = messageOf(line, tick);
    await firstly(tables)(line, message);
    if (random.chance(0.5)) hidden.set(`${message.receivedAt}#${message.eventId}`, now + random.below(60));
  }

  const names = random.chance(0.6) ? (['A', 'B'] as const) : (['A'] as const);
  if (names.length > 1) happen('two jobs of the same lines');
  for (const name of names) {
    const number = numbers[name];
    const job: Job = {
      v: 1,
      id: String(number),
      what: 'replay',
      accountKey: 'demo',
      salonKey: 'arbat',
      filter: { status: 'failed' },
      by: 'admin',
      createdAt: new Date(number).toISOString(),
      number,
      until: new Date(number).toISOString(),
      pinned: deciding({ timezone: zones[name] }),
      state: 'ready',
      cursor: '',
      reach: '',
      attempts: 0,
      lease: 0,
      counts: {},
    };
    await store.put(job, undefined);
  }

  const gate = (actor: Actor, table: Table): Table => {
    const wait = <T>(run: () => Promise<T>) =>
      new Promise<T>((answer) => {
        actor.calls.push({
          run,
          answer: (value) => {
            answer(value as T);
          },
        });
      });
    // An index lags.
    const list: Table['list'] = async (range) => {
      const rows = await table.list({ ...range, limit: 1000 });
      const shown = rows.filter(({ sort }) => (hidden.get(sort) ?? 0) <= now);
      if (shown.length < rows.length) happen('an index lags');
      return shown.slice(0, range.limit);
    };
    return gatedTable({ ...table, list }, wait);
  };
  const gated = (actor: Actor) => ({
    settings: tables.settings,
    records: gate(actor, tables.records),
    journal: gate(actor, tables.journal),
    jobs: gate(actor, tables.jobs),
  });

  function send(id: string): void {
    if (settled() || !random.chance(0.12)) queue.push({ id, receives: 0, visibleAt: 0 });
    else happen('a message is lost');
  }
  function stepDeps(actor: Actor): JobMessageDeps {
    const wakeJob = ({ id }: { id: string }) => {
      if (actor.kind === 'sweep') queue.push({ id, receives: 0, visibleAt: 0 });
      else send(id);
      return Promise.resolve();
    };
    const deps = jobDeps(
      gated(actor),
      { wakeJob, onLargeSet: () => undefined, leaseMs: leaseTicks * second, emptyQueues: () => Promise.resolve([]) },
      {
        rules,
        contract: contract(actor),
        now: clock,
        pageSize: 3,
        change: (given) => {
          const own = { ...given, findAccount: () => Promise.resolve(account) };
          return removal.lines?.(own, { failedLines, dropRow }) ?? own;
        },
      },
    );
    return removal.step?.(deps) ?? deps;
  }

  function begin(kind: Actor['kind'], run: (actor: Actor) => Promise<unknown>, more: Partial<Actor> = {}): void {
    const actor: Actor = { kind, born: now, calls: [], ...more };
    happen(`a ${kind} begins`);
    actors.push(actor);
    run(actor).then(
      () => {
        actor.end = 'ended';
      },
      (error: unknown) => {
        actor.end = 'failed';
        if (!(error instanceof Dies)) throw error;
      },
    );
  }
  const call = { caller: { subject: 'admin', role: 'admin' as const }, account, query: {}, body: undefined };
  const acting = (actor: Actor) => {
    const own = jobs(gate(actor, tables.jobs));
    const { find, put } = actor.kind === 'start' ? (removal.starting?.(own) ?? own) : own;
    const wakeJob = ({ id }: { id: string }) => {
      send(id);
      return Promise.resolve();
    };
    // The settings as they are then: each job has its own.
    const findSalon = () => Promise.resolve({ ...salon, timezone: zoneOf(actor.job) });
    // Who has stopped a job is no business of a schedule.
    const saveAudit = () => Promise.resolve();
    return { findJob: find, putJob: put, wakeJob, findSalon, saveAudit, now: clock };
  };
  const zoneOf = (id: string | undefined): Zone => (id === String(numbers.A) ? zones.A : zones.B);

  const starts = names.flatMap((name) =>
    Array.from({ length: 1 + random.below(3) }, () => ({ id: String(numbers[name]), at: 61 + random.below(300) })),
  );
  const stopAt = random.chance(0.25) ? 110 + random.below(400) : Infinity;
  let [later, late] = [0, 0];

  /** One received after all starts, or one received before them that has waited in its queue. */
  async function addOther(): Promise<void> {
    if (random.chance(0.5) && later < 1) {
      happen('a line comes after the start');
      await addLine(firstLater + later, 380 + now + later++);
    } else if (late < 2) {
      happen('a line of before the start comes late');
      await addLine(firstLate + late, 10.5 + 2 * late++);
    }
  }

  async function begins(): Promise<void> {
    for (const { id, at } of starts) {
      if (at === now) begin('start', (actor) => startJob(acting(actor))({ ...call, id }), { job: id });
    }
    if (!settled() && random.chance(0.003)) await addOther();
    if (!settled() && random.chance(redeliveryChance)) {
      const line = random.below(lineCount);
      begin('redelivery', (actor) => {
        const over = { records: gate(actor, tables.records), journal: gate(actor, tables.journal) };
        return firstly(over)(line, messageOf(line, tickOf(line)));
      });
    }
    if (now === stopAt) {
      const id = String(numbers[random.pick(names)]);
      begin('stop', (actor) => stopJob(acting(actor))({ ...call, id }), { job: id });
    }
    if (now % 120 === 0 && removal.noSweep !== true) {
      begin('sweep', (actor) => jobMessage(stepDeps(actor))({ v: 1, type: 'sweep' }));
    }
    receive();
  }

  function receive(): void {
    const ready = queue.filter(({ visibleAt, receives }) => visibleAt <= now && receives < mostReceives);
    if (ready.length === 0 || !random.chance(0.3)) return;
    const message = random.pick(ready);
    message.receives += 1;
    if (message.receives === mostReceives) happen('a message comes for the last time');
    message.visibleAt = now + leaseTicks;
    if (!settled() && random.chance(0.08)) {
      queue.push({ ...message, visibleAt: now });
      happen('a message comes twice');
    }
    begin('step', (actor) => jobMessage(stepDeps(actor))({ v: 1, type: 'job', accountKey: 'demo', id: message.id }), {
      job: message.id,
      message,
    });
  }

  function leave(actor: Actor, died: boolean): void {
    actors.splice(actors.indexOf(actor), 1);
    const { job, message, kind } = actor;
    if (died && kind === 'step' && job !== undefined) deaths.set(job, (deaths.get(job) ?? 0) + 1);
    if (!died && message !== undefined) acknowledge(message);
  }

  function acknowledge(message: Queued): void {
    if (!settled() && random.chance(0.1)) happen('a message is not acknowledged');
    else if (queue.includes(message)) queue.splice(queue.indexOf(message), 1);
  }

  function dies({ kind, born }: Actor): boolean {
    const isLate = now - born > leaseTicks - 5;
    const crashes = isLate || (!settled() && random.chance(crashChances[kind]));
    if (crashes) happen(`a ${kind} ${isLate ? 'runs out of time' : 'crashes'}`);
    return crashes;
  }

  async function advance(): Promise<void> {
    const actor = random.pick(actors);
    if (actor.end !== undefined) leave(actor, actor.end === 'failed');
    else if (dies(actor)) leave(actor, true);
    else await goOn(actor);
  }

  async function goOn(actor: Actor): Promise<void> {
    if (!settled() && actor.kind === 'step' && random.chance(0.002)) actor.hangs = true;
    const next = actor.hangs ? undefined : actor.calls.shift();
    if (next !== undefined) next.answer(await next.run());
    await turn();
  }

  const jobOf = async (name: 'A' | 'B') => (await store.find('demo', String(numbers[name])))?.job;
  const open = () => tables.jobs.all().some((item) => item['openKey'] !== undefined);

  async function complaints(): Promise<string[]> {
    const ended = (await Promise.all(names.map(jobOf))).flatMap((job) => job ?? []);
    for (const { state, counts } of ended) {
      happen(`a job is ${state}`);
      for (const outcome of Object.keys(counts)) happen(`a line is ${outcome}`);
    }
    const keys = tables.journal.all().filter(({ sk }) => sk.startsWith('line#'));
    const told: JournalLine[] = [];
    for (const { pk, sk } of keys) {
      const entry = await lines.findLine({
        accountKey: 'demo',
        id: pk.slice('demo#'.length),
        receivedAt: sk.slice('line#'.length),
      });
      told.push(entry!.line);
    }
    const setsOf = async (eventId: string) => {
      const found: string[] = [];
      for (const id of ['S0', 'S1', 'S2']) {
        const { rows } = await records(tables.records).contents({ salonKey: 'arbat', kind: 'deal', id });
        if (rows.some((row) => row.eventId === eventId)) found.push(id);
      }
      return found.join();
    };
    const isEligible = ({ id }: JournalLine) => Number(id) < lineCount && failedFirst(Number(id));
    const isLate = ({ id }: JournalLine) => Number(id) >= firstLate && Number(id) < firstLater;
    const isPoison = ({ id }: JournalLine) => poison && Number(id) === poisonId;
    const targetIn = (line: JournalLine) =>
      targetOf(Number(line.id), line.replay === 0 ? zones.first : zoneOf(String(line.replay)));
    return checked({ jobs: ended, lines: told, deaths, setsOf, isEligible, isLate, isPoison, targetIn, poison });
  }

  return {
    tick: () => now,
    next: () => {
      now += 1;
    },
    act: async () => {
      await begins();
      for (let k = 0; k < 2 && actors.length > 0; k++) await advance();
    },
    isOver: () => settled() && actors.length === 0 && !open(),
    complaints,
  };
}
