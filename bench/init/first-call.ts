import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';

const resultSchema = v.object({ loadMs: v.number(), callMs: v.number(), answer: v.unknown() });

/** Of one fresh process, in milliseconds; `wholeMs` from before its start to its end. */
export type FirstCall = v.InferOutput<typeof resultSchema> & { wholeMs: number };

export interface Asked {
  /** Of the bundle. */
  file: string;
  event: object;
  /** All of the process's environment. */
  env: Record<string, string>;
}

/** Loads a bundle in a Node of its own and calls its handler once. Rejects when the process fails. */
export async function firstCall({ file, event, env }: Asked): Promise<FirstCall> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['bench/init/child.cjs', file, JSON.stringify(event)], {
    env,
    // What the function logs goes to its standard output.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said] = await Promise.all([text(child.stderr), once(child, 'close')]);
  const wholeMs = performance.now() - begin;
  if (child.exitCode !== 0) throw new Error(`${file} failed: ${said}`);
  return { ...v.parse(v.pipe(v.string(), v.parseJson(), resultSchema), said), wholeMs };
}
