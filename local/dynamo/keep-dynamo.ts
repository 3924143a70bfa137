import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { Disk } from '../disk.ts';
import type { Dynamo } from './start-dynamo.ts';

export interface KeepOptions {
  path: string;
  disk: Disk;
  /** Told why the engine ended by itself, or could not be started again. */
  onError: (error: unknown) => void;
}

/**
 * DynamoDB over a folder, in a thread of its own. A write that LevelDB cannot do ends that thread, for dynalite throws; and what
 * LevelDB writes behind it may not be readable later. So it is opened anew, on the same port, as soon as there is room.
 */
export async function keepDynamo({ path, disk, onError }: KeepOptions): Promise<KeptDynamo> {
  let engine: Engine | undefined = await startEngine(path, 0);
  const { endpoint } = engine;
  const port = Number(new URL(endpoint).port);
  let closing = false;

  async function startAgain(): Promise<Engine | undefined> {
    await sleep(200);
    if (disk.isFull()) return undefined;
    return startEngine(path, port).catch((error: unknown) => {
      onError(error);
      return undefined;
    });
  }

  async function keep(): Promise<void> {
    while (engine !== undefined) {
      await engine.ended.catch(onError);
      engine = undefined;
      while (!closing && engine === undefined) engine = await startAgain();
      if (closing) engine?.end();
    }
  }

  const kept = keep();
  return {
    endpoint,
    isUp: () => engine !== undefined,
    close: async () => {
      closing = true;
      engine?.end();
      await kept;
    },
  };
}

export interface KeptDynamo extends Dynamo {
  /** Not while it waits for room, or is being started again. */
  isUp: () => boolean;
}

interface Engine {
  endpoint: string;
  end: () => void;
  /** Rejects when it ends by an error. */
  ended: Promise<unknown>;
}

async function startEngine(path: string, port: number): Promise<Engine> {
  const thread = new Worker(new URL('thread.ts', import.meta.url), { workerData: { path, port } });
  const ended = once(thread, 'exit');
  const [endpoint] = v.parse(v.looseTuple([v.string()]), await Promise.race([once(thread, 'message'), ended]));
  return {
    endpoint,
    end: () => {
      thread.postMessage('end');
    },
    ended,
  };
}
