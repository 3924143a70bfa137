import { setImmediate as turn } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { jobDeps, type JobTables } from '../../functions/wiring/job-deps.ts';
import type { LineDeps } from '../../functions/wiring/replay-deps.ts';
import { setRules, workerDeps, type WorkerDeps } from '../../functions/wiring/worker-deps.ts';
import { afterBatch } from '../../lib/flow/erase/after-batch.ts';
import { jobMessage } from '../../lib/flow/jobs/job-message.ts';
import { keepFailedEvent } from '../../lib/flow/keep-failed.ts';
import { recordEvent } from '../../lib/flow/record-event.ts';
import { traitOf } from '../../lib/domain/traits.ts';
import type { Job } from '../../lib/model/job.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import type { SetRules } from '../../lib/store/event-set.ts';
import { jobs } from '../../lib/store/jobs.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Table } from '../../lib/store/table.ts';
import { anAccount, deciding } from '../build/settings.ts';
import { gatedTable } from '../store/gated-table.ts';
import { memoryTable } from '../store/memory-table.ts';
import { anEvent } from './world.ts';

/** The protocol with one of its safeguards taken away. */
export interface ErasureRemoval {
  tables?: (tables: JobTables) => JobTables;
  rules?: (rules: SetRules) => SetRules;
  worker?: (deps: WorkerDeps) => WorkerDeps;
  job?: (deps: LineDeps) => LineDeps;
}

/** Who is paused at one of its calls while the whole erasure is done. */
export type Paused = 'worker' | 'parked' | 'replay';

const phone = '+79161234567';
const marks = ['ветрова', '9161234567', 'vetrova@example.ru', 'мягкий звонок'];
const account = anAccount();
const anna = { id: 7, name: 'Анна Ветрова', phone, email: 'vetrova@example.ru' };
const sent = (event: string, data: object, over: Partial<EventMessage> = {}) =>
  anEvent({ event, occurred_at: '2026-03-14T12:31:05+03:00', data }, over);

const events = () => [
  sent('booking.created', { id: 1, client: anna, comment: 'мягкий звонок', deal_id: 5 }),
  sent('deal.updated', { id: 5, contact: { id: 7, name: anna.name }, booking_ids: [1] }),
  sent('booking.created', { id: 2, client: anna }, { reason: 'integration_inactive' }),
];

/**
 * Runs the whole erasure while somebody is paused after so many calls of the tables, who then goes on, to the end or for `more`
 * calls, after which he dies and begins again; answers what is left of whom it erases; undefined when there are not so many calls.
 */
export async function pausedAt(
  who: Paused,
  calls: number,
  more: number | undefined,
  removal: ErasureRemoval = {},
): Promise<string[] | undefined> {
  const plain = { settings: memoryTable(), records: memoryTable(), journal: memoryTable(), jobs: memoryTable() };
  const tables = removal.tables?.(plain) ?? plain;
  const rules = removal.rules?.(setRules()) ?? setRules();
  await settingsStore(plain.settings).saveAccount(account);
  const messages = events();
  if (who === 'replay') for (const message of messages) await handled(workerOver(tables, rules, {}), message);
  // Stored a while ago, by a worker that knows nothing of what follows.
  await handled(workerOver(tables, rules, {}), sent('booking.updated', { id: 3, client: anna }));
  const ignored = sent('booking.updated', { id: 4, client: anna }, { reason: 'integration_inactive' });
  await handled(workerOver(tables, rules, {}), ignored);
  const gate = gated(tables);
  const given = { messages, number: Date.now() };
  const work = begin(who, gate.tables, rules, removal, given);
  const reached = await gate.steps(calls, work);
  if (!reached) return undefined;
  await erased(tables, rules, removal);
  if (more !== undefined) {
    await gate.steps(more, work);
    gate.kill();
    await begin(who, tables, rules, removal, given).done;
  } else {
    gate.open();
    await work.done;
  }
  const text = Object.values(plain).flatMap((table) => table.all().flatMap((item) => Object.values(item)));
  const all = text.map(textOf).join('\n').toLowerCase();
  return marks.filter((mark) => all.includes(mark));
}

function textOf(value: unknown): string {
  return value instanceof Uint8Array ? inflateRawSync(value).toString('utf8') : JSON.stringify(value);
}

function workerOver(tables: JobTables, rules: SetRules, { worker = (deps) => deps }: ErasureRemoval): WorkerDeps {
  const outside = { onLargeSet: () => undefined, sendCrossing: () => Promise.resolve() };
  return worker(workerDeps(tables, outside, rules));
}

function receivedOf(message: EventMessage) {
  return { messageId: 'm', receiveCount: 1, sentAt: message.receivedAt, body: JSON.stringify(message) };
}

async function handled(deps: WorkerDeps, message: EventMessage): Promise<void> {
  await recordEvent(deps)(message, JSON.stringify(message));
}

function begin(who: Paused, tables: JobTables, rules: SetRules, removal: ErasureRemoval, given: Given) {
  const work = { ended: false, done: Promise.resolve() };
  const run = { worker: asWorker, parked: asParked, replay: asReplay }[who];
  work.done = run(tables, rules, removal, given).then(() => {
    work.ended = true;
  });
  return work;
}

/** What is begun once or twice: messages, or the job of this number. */
interface Given {
  messages: EventMessage[];
  number: number;
}
type Run = (tables: JobTables, rules: SetRules, removal: ErasureRemoval, given: Given) => Promise<void>;

const asWorker: Run = async (tables, rules, removal, { messages }) => {
  const deps = workerOver(tables, rules, removal);
  // Warm: it has read the erasures before.
  await deps.erasuresOf(account.key);
  for (const message of messages) await handled(deps, message);
  const done = messages.map((message) => ({ message, received: receivedOf(message) }));
  await afterBatch(deps, (message) => handled(deps, message))(done);
};

const asParked: Run = async (tables, rules, removal, { messages }) => {
  const deps = workerOver(tables, rules, removal);
  await deps.erasuresOf(account.key);
  const keep = keepFailedEvent(deps);
  // It was stored in part before it failed.
  await handled({ ...deps, putLine: () => Promise.resolve() }, messages[0]!);
  for (const message of messages) await keep(message, receivedOf(message));
  await afterBatch(deps, keep)(messages.map((message) => ({ message, received: receivedOf(message) })));
};

const asReplay: Run = (tables, rules, removal, { number }) =>
  runJob(tables, rules, removal, { what: 'replay', number, salonKey: 'arbat', pinned: deciding() });

const erased = (tables: JobTables, rules: SetRules, removal: ErasureRemoval) => {
  const traits = [traitOf(account.hmacSecret, 'phone', phone)];
  return runJob(tables, rules, removal, { what: 'erase', number: Date.now() + 1000, traits });
};

/** Sees a job through; one that was begun before goes on. */
async function runJob(
  tables: JobTables,
  rules: SetRules,
  { job: change = (deps) => deps }: ErasureRemoval,
  over: Pick<Job, 'what' | 'number'> & Partial<Job>,
): Promise<void> {
  const queue: string[] = [];
  const wakeJob = ({ id }: { id: string }) => {
    queue.push(id);
    return Promise.resolve();
  };
  const outside = { wakeJob, onLargeSet: () => undefined, leaseMs: 0, emptyQueues: () => Promise.resolve([]) };
  const step = jobMessage(jobDeps(tables, outside, { rules, change }));
  const { number } = over;
  const at = new Date(number).toISOString();
  const blank = { cursor: '', reach: '', attempts: 0, lease: 0, counts: {} };
  const id = String(number);
  const named = { v: 1 as const, id, accountKey: 'demo', by: 'admin', createdAt: at, startedAt: at, number, until: at };
  await jobs(tables.jobs).put({ ...named, ...blank, state: 'running', ...over }, undefined);
  queue.push(id);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    await step({ v: 1, type: 'job', accountKey: 'demo', id: next });
  }
}

/** Tables whose calls are let through one by one, until they are open for all. */
function gated(tables: JobTables) {
  const waiting: (() => void)[] = [];
  let [isOpen, isDead] = [false, false];
  const wait = async <T>(run: () => Promise<T>): Promise<T> => {
    if (!isOpen) await new Promise<void>((resolve) => waiting.push(resolve));
    return isDead ? new Promise<T>(() => undefined) : run();
  };
  const over = (table: Table) => gatedTable(table, wait);
  const release = () => {
    isOpen = true;
    for (const resolve of waiting.splice(0)) resolve();
  };
  return {
    tables: {
      settings: over(tables.settings),
      records: over(tables.records),
      journal: over(tables.journal),
      jobs: over(tables.jobs),
    },
    /** Answers whether so many calls were made before the end. */
    steps: async (count: number, work: { ended: boolean }): Promise<boolean> => {
      for (let taken = 0; taken < count;) {
        await turn();
        if (work.ended) return false;
        const next = waiting.shift();
        if (next === undefined) continue;
        next();
        taken += 1;
      }
      await turn();
      return !work.ended;
    },
    open: release,
    kill: () => {
      isDead = true;
      release();
    },
  };
}
