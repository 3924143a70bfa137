import { setImmediate as turn } from 'node:timers/promises';
import { jobDeps } from '../../functions/wiring/job-deps.ts';
import type { LineDeps } from '../../functions/wiring/replay-deps.ts';
import { setRules, workerDeps } from '../../functions/wiring/worker-deps.ts';
import { startJob, stopJob } from '../../lib/flow/admin/jobs/start-job.ts';
import { jobMessage, type JobMessageDeps } from '../../lib/flow/jobs/job-message.ts';
import { recordEvent } from '../../lib/flow/record-event.ts';
import type { ReaderContract } from '../../lib/model/contract.ts';
import type { Job } from '../../lib/model/job.ts';
import type { SetRef, StoredRow } from '../../lib/model/event-set.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import type { SetRules } from '../../lib/store/event-set.ts';
import { jobs, type Jobs } from '../../lib/store/jobs.ts';
import { journal } from '../../lib/store/journal.ts';
import { records } from '../../lib/store/records.ts';
import { rowKey, rowOf, setPartition } from '../../lib/store/sets.ts';
import type { Table } from '../../lib/store/table.ts';
import { aMessage } from '../build/message.ts';
import { aReading } from '../build/reading.ts';
import { aSalon, anAccount, deciding } from '../build/settings.ts';
import type { JournalLine } from '../../lib/model/journal.ts';
import { randomFrom, type Random } from '../convergence/random.ts';
import { checked } from './checked.ts';
import { memoryTable } from '../store/memory-table.ts';

/** The protocol with one of its safeguards taken away. */
export interface Removal {
  rules?: (rules: SetRules) => SetRules;
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
const origin = Date.UTC(2026, 2, 20);
const leaseTicks = 400;
const settledFrom = 900;
const mostTicks = 6000;
const lineCount = 5;
const poisonId = 3;

/** An actor, whose calls of the tables are let through one by one; what it has not called by its end is never done. */
interface Actor {
  kind: 'step' | 'start' | 'stop' | 'sweep' | 'redelivery';
  job?: string | undefined;
  message?: Queued | undefined;
  born: number;
  calls: { run: () => Promise<unknown>; answer: (value: unknown) => void }[];
  /** Undefined while it goes on. */
  end?: 'ended' | 'failed';
}
interface Queued {
  id: string;
  receives: number;
  visibleAt: number;
}

class Dies extends Error {}

const instantOf = (tick: number) => new Date(origin + tick * second).toISOString();
const eventIdOf = (line: number) => String(line).padStart(64, '0');
const numbers = { A: origin + 10, B: origin + 20 };
const zones = { first: 'Europe/Moscow', A: 'Asia/Yekaterinburg', B: 'Asia/Omsk' } as const;
type Zone = (typeof zones)[keyof typeof zones];

/** The set of a line's deal under the settings of its first delivery, of job A and of job B. */
function targetOf(line: number, zone: string): string {
  const shift = zone === zones.first ? 0 : zone === zones.A ? 1 : 2;
  return `S${(line + shift) % 3}`;
}

/** Runs jobs in disorder: crashes between any two calls, messages lost or twice, late redeliveries, a line that kills; answers what is wrong. */
export async function jobSchedule(seed: number, removal: Removal = {}): Promise<string[]> {
  const random = randomFrom(seed);
  const world = await newWorld(random, removal);
  while (world.tick() < mostTicks) {
    await world.act();
    if (world.isOver()) break;
    world.next();
  }
  return world.complaints();
}

async function newWorld(random: Random, removal: Removal) {
  let now = 60;
  const tables = { settings: memoryTable(), records: memoryTable(), journal: memoryTable(), jobs: memoryTable() };
  const clock = () => new Date(origin + now * second);
  const poison = random.chance(0.35);
  const queue: Queued[] = [];
  const actors: Actor[] = [];
  const hidden = new Map<string, number>();
  const deaths = new Map<string, number>();
  const store = jobs(tables.jobs);
  const lines = journal({ table: tables.journal, now: clock });
  const rules = (removal.rules ?? ((same: SetRules) => same))(setRules());
  const settled = () => now > settledFrom;

  const contract = (actor: Actor | undefined): ReaderContract => ({
    classify: () => ({ kind: 'deal', act: 'updated', salonIds: [], salonLogins: [] }),
    read: (event, { timezone }) => {
      const line = Number(event);
      if (poison && line === poisonId && actor !== undefined && timezone !== zones.first) throw new Dies();
      const reading = aReading({ dealId: targetOf(line, timezone) });
      return { reading, warnings: [], unknownPaths: [] };
    },
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

  function messageOf(line: number, tick: number): EventMessage {
    return aMessage({
      eventId: eventIdOf(line),
      receivedAt: instantOf(tick),
      event: String(line),
      settings: deciding({ timezone: zones.first }),
    });
  }
  /** The first delivery of a line; of some it says that it failed, though its row is there. */
  const firstly = (over: { records: Table; journal: Table }, failed: boolean) => {
    const outside = { onLargeSet: () => undefined, sendCrossing: () => Promise.resolve() };
    const deps = workerDeps({ ...over, settings: tables.settings }, outside, rules);
    const noId = { outcome: 'failed', reason: 'no_id' } as const;
    const putLine: typeof deps.putLine = ({ line, message }) =>
      deps.putLine({ line: failed ? { ...line, status: 'failed', deal: noId } : line, message });
    const found = { contract: contract(undefined), findAccount: () => Promise.resolve(account), now: clock };
    return recordEvent({ ...deps, ...found, putLine });
  };

  async function addLine(line: number, tick: number, failed: boolean): Promise<void> {
    const message = messageOf(line, tick);
    await firstly(tables, failed)(message, JSON.stringify(message));
    if (now > 60 && random.chance(0.5)) hidden.set(`${message.receivedAt}#${message.eventId}`, now + random.below(30));
  }
  const failedFirst = (line: number) => line % 3 !== 2;
  for (let line = 0; line < lineCount; line++) await addLine(line, 10 + line, failedFirst(line));

  const names = random.chance(0.6) ? (['A', 'B'] as const) : (['A'] as const);
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
    return {
      get: (pk, sk) => wait(() => table.get(pk, sk)),
      query: (pk, prefix) => wait(() => table.query(pk, prefix)),
      putIf: (item, rev) => wait(() => table.putIf(item, rev)),
      removeIf: (key, rev) => wait(() => table.removeIf(key, rev)),
      // An index lags.
      list: (range) =>
        wait(async () => {
          const rows = await table.list({ ...range, limit: 1000 });
          return rows.filter(({ sort }) => (hidden.get(sort) ?? 0) <= now).slice(0, range.limit);
        }),
    };
  };
  const gated = (actor: Actor) => ({
    settings: tables.settings,
    records: gate(actor, tables.records),
    journal: gate(actor, tables.journal),
    jobs: gate(actor, tables.jobs),
  });

  function send(id: string): void {
    if (settled() || !random.chance(0.12)) queue.push({ id, receives: 0, visibleAt: 0 });
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
  let extra = 0;

  async function begins(): Promise<void> {
    for (const { id, at } of starts) {
      if (at === now) begin('start', (actor) => startJob(acting(actor))({ ...call, id }), { job: id });
    }
    if (!settled() && extra < 2 && random.chance(0.01)) await addLine(20 + extra, 380 + now + extra++, true);
    if (!settled() && random.chance(0.01)) {
      const line = random.below(lineCount);
      const message = messageOf(line, 10 + line);
      begin('redelivery', (actor) => {
        const over = { records: gate(actor, tables.records), journal: gate(actor, tables.journal) };
        return firstly(over, failedFirst(line))(message, JSON.stringify(message));
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
    const ready = queue.filter(({ visibleAt, receives }) => visibleAt <= now && receives < 5);
    if (ready.length === 0 || !random.chance(0.3)) return;
    const message = random.pick(ready);
    message.receives += 1;
    message.visibleAt = now + leaseTicks;
    if (!settled() && random.chance(0.08)) queue.push({ ...message, visibleAt: now });
    begin('step', (actor) => jobMessage(stepDeps(actor))({ v: 1, type: 'job', accountKey: 'demo', id: message.id }), {
      job: message.id,
      message,
    });
  }

  function leave(actor: Actor, died: boolean): void {
    actors.splice(actors.indexOf(actor), 1);
    const { job, message, kind } = actor;
    if (died && kind === 'step' && job !== undefined) deaths.set(job, (deaths.get(job) ?? 0) + 1);
    const acknowledged = !died && !(!settled() && random.chance(0.1));
    if (message !== undefined && acknowledged && queue.includes(message)) queue.splice(queue.indexOf(message), 1);
  }

  async function advance(): Promise<void> {
    const actor = random.pick(actors);
    const old = now - actor.born > leaseTicks - 5;
    const crash = old || (!settled() && actor.kind !== 'redelivery' && random.chance(0.006));
    if (actor.end !== undefined || crash) {
      leave(actor, actor.end === 'failed' || (actor.end === undefined && crash));
      return;
    }
    const next = actor.calls.shift();
    if (next !== undefined) next.answer(await next.run());
    await turn();
  }

  const jobOf = async (name: 'A' | 'B') => (await store.find('demo', String(numbers[name])))?.job;
  const open = () => tables.jobs.all().some((item) => item['openKey'] !== undefined);

  async function complaints(): Promise<string[]> {
    const ended = (await Promise.all(names.map(jobOf))).flatMap((job) => job ?? []);
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
    const isPoison = ({ id }: JournalLine) => poison && Number(id) === poisonId;
    const targetIn = (line: JournalLine) =>
      targetOf(Number(line.id), line.replay === 0 ? zones.first : zoneOf(String(line.replay)));
    return checked({ jobs: ended, lines: told, deaths, setsOf, isEligible, isPoison, targetIn, poison });
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
