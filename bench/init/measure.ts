import { isDeepStrictEqual } from 'node:util';
import type { FunctionName } from '../../lib/model/env.ts';
import { firstCall, type FirstCall } from './first-call.ts';
import type { Stand } from './stand.ts';

const variants = ['shipped', 'default'] as const;
export type Variant = (typeof variants)[number];

/** Medians of the first calls of a bundle: load and call inside the process, and the whole process; milliseconds. */
interface Timing {
  load: number;
  call: number;
  /** Load and call together. */
  first: number;
  whole: number;
}

export interface Measured {
  name: FunctionName;
  timing: Record<Variant, Timing>;
  /** Of load and call, shipped to default: the median of the rounds, in each of which one ran right after the other. */
  ratio: number;
}
export type Files = Record<Variant, string>;

/** Calls all bundles in turn, round by round, so that whatever else the machine does meets all alike. */
export async function measure(
  stand: Stand,
  files: ReadonlyMap<FunctionName, Files>,
  rounds: number,
): Promise<Measured[]> {
  const taken = new Map<FunctionName, Takes>([...files.keys()].map((name) => [name, { shipped: [], default: [] }]));
  // The first round warms the file cache and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, takes] of taken) {
      for (const variant of round % 2 === 0 ? variants : variants.toReversed()) {
        const call = await answered(stand, name, files.get(name)![variant]);
        if (round > 0) takes[variant].push(call);
      }
    }
  }
  return [...taken].map(([name, takes]) => ({
    name,
    timing: { shipped: timingOf(takes.shipped), default: timingOf(takes.default) },
    ratio: median(takes.shipped.map((call, round) => firstOf(call) / firstOf(takes.default[round]!))),
  }));
}
type Takes = Record<Variant, FirstCall[]>;

const firstOf = ({ loadMs, callMs }: FirstCall) => loadMs + callMs;

/** A first call that was answered as it should be: a fast failure is no time. */
async function answered({ calls, env }: Stand, name: FunctionName, file: string): Promise<FirstCall> {
  const { event, answers } = calls[name];
  const call = await firstCall({ file, event, env });
  const { answer } = call;
  if (!isDeepStrictEqual(answer, { ...(answer as object), ...answers }))
    throw new Error(`${file} answered ${JSON.stringify(answer)}`);
  return call;
}

function timingOf(calls: readonly FirstCall[]): Timing {
  return {
    load: median(calls.map(({ loadMs }) => loadMs)),
    call: median(calls.map(({ callMs }) => callMs)),
    first: median(calls.map(firstOf)),
    whole: median(calls.map(({ wholeMs }) => wholeMs)),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
