import { setImmediate as turn } from 'node:timers/promises';
import type { CrossingMessage, EventMessage } from '../../lib/model/message.ts';
import { TryAgain } from '../../lib/model/try-again.ts';
import type { Item, Table } from '../../lib/store/table.ts';
import type { Random } from './random.ts';

/** What a message is handled with; both tables of a worker are in it. */
export interface Tables {
  records: Table;
  journal: Table;
}
export type Told = EventMessage | CrossingMessage;
export type Handle = (message: Told) => Promise<unknown>;
export type Send = (crossing: CrossingMessage) => Promise<void>;
export type HandleWith = (tables: Tables, send: Send) => Handle;

interface Worker {
  batch: Told[];
  /** The process that it runs in, with what that knows. */
  process: Process;
  /** Of those that have a call, the worker of the highest rank goes on, until ranks change. */
  rank: number;
}

/** A process takes one batch after the other until it dies. */
interface Process {
  /** Its calls are answered no more. */
  dead: boolean;
  busy: boolean;
  handle: Handle;
  /** Whose calls they are: the batch that it works on. */
  worker?: Worker;
}

interface Call {
  worker: Worker;
  run: () => Promise<unknown>;
  answer: (result: unknown) => void;
  fail: (error: Error) => void;
}

const workersAtOnce = 2;
const mostBatch = 10;
const rankMost = 1_000_000;
/** Inflating takes a thread of its own, which a busy machine may not give at once. */
const mostIdleMs = 60_000;

/**
 * Delivers messages as a queue does: in any order, cut into batches anywhere, some twice, to two workers whose calls of
 * the tables take turns at random, some of them after many others. On the way calls fail, answers get lost and workers die between any two steps, with a
 * write that may still land later; what was not acknowledged is delivered again, until all is done.
 */
export async function deliver(options: {
  random: Random;
  messages: EventMessage[];
  tables: Tables;
  handleWith: HandleWith;
}): Promise<void> {
  const { random, messages, tables, handleWith } = options;
  const queue: Told[] = random.shuffle([...messages, ...messages.filter(() => random.chance(0.1))]);
  const calls: Call[] = [];
  const workers = new Set<Worker>();
  let faults = random.chance(0.5) ? 0 : random.below(8);
  // Ranks that seldom change let a worker rest between two steps while another does all that it has to do.
  const turnOver = random.pick([0.03, 0.1, 1]);
  let broken: Error | undefined;

  const processes: Process[] = [];

  function startProcess(): Process {
    const process: Process = { dead: false, busy: false, handle: () => Promise.resolve() };
    const send: Send = (crossing) => {
      if (!process.dead) queue.splice(random.below(queue.length + 1), 0, crossing);
      return Promise.resolve();
    };
    process.handle = handleWith(gated(tables, process, calls, random), send);
    processes.push(process);
    return process;
  }

  function startWorker(): void {
    const process = processes.find(({ dead, busy }) => !dead && !busy) ?? startProcess();
    const worker = {
      batch: queue.splice(0, random.chance(0.5) ? 1 : 1 + random.below(mostBatch)),
      process,
      rank: random.below(rankMost),
    };
    process.busy = true;
    process.worker = worker;
    workers.add(worker);
    work(worker, process.handle, random.chance(0.5)).then(
      (failed) => {
        process.busy = false;
        workers.delete(worker);
        queue.push(...failed);
      },
      (error: unknown) => {
        broken = error instanceof Error ? error : new Error('a worker broke');
      },
    );
  }

  /** With the batch that it works on now: a call may be left over from one before, which failed while others of its calls ran. */
  function kill(process: Process): void {
    process.dead = true;
    const { worker } = process;
    if (worker !== undefined && workers.delete(worker)) queue.push(...random.shuffle(worker.batch));
    // What it had sent may be on its way; the rest never leaves.
    for (const call of calls.filter((one) => one.worker.process === process && random.chance(0.5)))
      calls.splice(calls.indexOf(call), 1);
  }

  async function step(call: Call): Promise<void> {
    const fault =
      faults > 0 && random.chance(0.03)
        ? random.pick(['refused', 'lost', 'killed before', 'killed after'] as const)
        : undefined;
    if (fault !== undefined) faults--;
    if (fault === 'killed before') {
      kill(call.worker.process);
      return;
    }
    if (fault === 'refused') {
      call.fail(new TryAgain('the store is not there'));
      return;
    }
    const result = await call.run();
    if (fault === 'killed after') kill(call.worker.process);
    else if (fault === 'lost') call.fail(new TryAgain('no answer'));
    else if (!call.worker.process.dead) call.answer(result);
  }

  function nextOf(): Call | undefined {
    const first = Math.max(...calls.map(({ worker }) => worker.rank));
    const candidates = calls.filter(({ worker }) => worker.rank === first);
    return candidates.length === 0 ? undefined : calls.splice(calls.indexOf(random.pick(candidates)), 1)[0];
  }

  for (let called = performance.now(); queue.length > 0 || workers.size > 0 || calls.length > 0;) {
    while (workers.size < workersAtOnce && queue.length > 0) startWorker();
    await turn();
    if (broken !== undefined) throw broken;
    const call = nextOf();
    if (performance.now() - called > mostIdleMs) throw new Error('a worker waits for something that is no table');
    if (call === undefined) continue;
    called = performance.now();
    if (random.chance(turnOver)) call.worker.rank = random.below(rankMost);
    await step(call);
  }
}

/** One batch, one after the other or all at once; answers what is to be delivered again. Only `TryAgain` is expected. */
async function work({ batch }: Worker, handle: Handle, atOnce: boolean): Promise<Told[]> {
  const failed: Told[] = [];
  const one = (message: Told) =>
    handle(message).catch((error: unknown) => {
      if (!(error instanceof TryAgain)) throw error;
      failed.push(message);
    });
  if (atOnce) await Promise.all(batch.map(one));
  else for (const message of batch) await one(message);
  return failed;
}

/** Tables whose calls wait for their turn. A query is no snapshot: it reads one half of the keys after the other. */
function gated(tables: Tables, process: Process, calls: Call[], random: Random): Tables {
  const gate = <T>(run: () => Promise<T>) =>
    new Promise<T>((answer, fail) => {
      const { worker, dead } = process;
      if (!dead && worker !== undefined)
        calls.push({
          worker,
          run,
          answer: (result) => {
            answer(result as T);
          },
          fail,
        });
    });
  const over = (table: Table): Table => ({
    get: (pk, sk) => gate(() => table.get(pk, sk)),
    query: async (pk, prefix) => {
      const first = random.below(2);
      const one = await gate(() => halfOf(table, pk, prefix, first));
      const other = await gate(() => halfOf(table, pk, prefix, 1 - first));
      return [...one, ...other].sort((a, b) => (a.sk < b.sk ? -1 : 1));
    },
    putIf: (item, expectedRev) => gate(() => table.putIf(item, expectedRev)),
    removeIf: (key, expectedRev) => gate(() => table.removeIf(key, expectedRev)),
    list: (range) => gate(() => table.list(range)),
  });
  return { records: over(tables.records), journal: over(tables.journal) };
}

/** The items of a query whose keys are in one half of all keys. */
export async function halfOf(table: Table, pk: string, prefix: string, half: number): Promise<Item[]> {
  const items = await table.query(pk, prefix);
  return items.filter(({ sk }) => hashOf(sk) % 2 === half);
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  return hash;
}
