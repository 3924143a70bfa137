import { setImmediate as turn } from 'node:timers/promises';
import type { EventMessage } from '../../lib/model/message.ts';
import { TryAgain } from '../../lib/model/try-again.ts';
import type { Table } from '../../lib/store/table.ts';
import type { Random } from './random.ts';

/** What a message is handled with; both tables of a worker are in it. */
export interface Tables {
  records: Table;
  journal: Table;
}
export type Handle = (message: EventMessage) => Promise<unknown>;

interface Worker {
  batch: EventMessage[];
  /** Set when its process is gone: its calls are answered no more. */
  dead: boolean;
  /** Of those that have a call, the worker of the highest rank goes on, until ranks change. */
  rank: number;
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

/**
 * Delivers messages as a queue does: in any order, cut into batches anywhere, some twice, to two workers whose calls of
 * the tables take turns at random, some of them after many others. On the way calls fail, answers get lost and workers die between any two steps, with a
 * write that may still land later; what was not acknowledged is delivered again, until all is done.
 */
export async function deliver(options: {
  random: Random;
  messages: EventMessage[];
  tables: Tables;
  handleWith: (tables: Tables) => Handle;
}): Promise<void> {
  const { random, messages, tables, handleWith } = options;
  const queue = random.shuffle([...messages, ...messages.filter(() => random.chance(0.1))]);
  const calls: Call[] = [];
  const workers = new Set<Worker>();
  let faults = random.chance(0.5) ? 0 : random.below(8);
  // Ranks that seldom change let a worker rest between two steps while another does all that it has to do.
  const turnOver = random.pick([0.03, 0.1, 1]);
  let broken: Error | undefined;

  function startWorker(): void {
    const worker = {
      batch: queue.splice(0, random.chance(0.5) ? 1 : 1 + random.below(mostBatch)),
      dead: false,
      rank: random.below(rankMost),
    };
    workers.add(worker);
    const handle = handleWith(gated(tables, worker, calls));
    work(worker, handle, random.chance(0.5)).then(
      (failed) => {
        workers.delete(worker);
        queue.push(...failed);
      },
      (error: unknown) => {
        broken = error instanceof Error ? error : new Error('a worker broke');
      },
    );
  }

  function kill(worker: Worker): void {
    worker.dead = true;
    workers.delete(worker);
    queue.push(...random.shuffle(worker.batch));
    // What it had sent may be on its way; the rest never leaves.
    for (const call of calls.filter((one) => one.worker === worker && random.chance(0.5)))
      calls.splice(calls.indexOf(call), 1);
  }

  async function step(call: Call): Promise<void> {
    const fault =
      faults > 0 && random.chance(0.03)
        ? random.pick(['refused', 'lost', 'killed before', 'killed after'] as const)
        : undefined;
    if (fault !== undefined) faults--;
    if (fault === 'killed before') {
      kill(call.worker);
      return;
    }
    if (fault === 'refused') {
      call.fail(new TryAgain('the store is not there'));
      return;
    }
    const result = await call.run();
    if (fault === 'killed after') kill(call.worker);
    else if (fault === 'lost') call.fail(new TryAgain('no answer'));
    else if (!call.worker.dead) call.answer(result);
  }

  function nextOf(): Call | undefined {
    const first = Math.max(...calls.map(({ worker }) => worker.rank));
    const candidates = calls.filter(({ worker }) => worker.rank === first);
    return candidates.length === 0 ? undefined : calls.splice(calls.indexOf(random.pick(candidates)), 1)[0];
  }

  for (let idle = 0; queue.length > 0 || workers.size > 0 || calls.length > 0;) {
    while (workers.size < workersAtOnce && queue.length > 0) startWorker();
    await turn();
    if (broken !== undefined) throw broken;
    const call = nextOf();
    idle = call === undefined ? idle + 1 : 0;
    if (idle > 10_000) throw new Error('a worker waits for something that is no table');
    if (call === undefined) continue;
    if (random.chance(turnOver)) call.worker.rank = random.below(rankMost);
    await step(call);
  }
}

/** One batch, one after the other or all at once; answers what is to be delivered again. Only `TryAgain` is expected. */
async function work({ batch }: Worker, handle: Handle, atOnce: boolean): Promise<EventMessage[]> {
  const failed: EventMessage[] = [];
  const one = (message: EventMessage) =>
    handle(message).catch((error: unknown) => {
      if (!(error instanceof TryAgain)) throw error;
      failed.push(message);
    });
  if (atOnce) await Promise.all(batch.map(one));
  else for (const message of batch) await one(message);
  return failed;
}

/** Tables whose calls wait for their turn. */
function gated(tables: Tables, worker: Worker, calls: Call[]): Tables {
  const gate = <T>(run: () => Promise<T>) =>
    new Promise<T>((answer, fail) => {
      if (!worker.dead)
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
    query: (pk, prefix) => gate(() => table.query(pk, prefix)),
    putIf: (item, expectedRev) => gate(() => table.putIf(item, expectedRev)),
    list: (range) => gate(() => table.list(range)),
  });
  return { records: over(tables.records), journal: over(tables.journal) };
}
