import { join } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  events: number;
  seed: number;
  salons: number;
  days: number;
  /** Address of the API, instead of the one that the target file says. */
  url: string | undefined;
  /** A file like demo.json. */
  target: string;
  /** The instant before which everything happened, in milliseconds. */
  until: number;
}

/** Reads `--events 500 --seed 7 [--salons 3] [--days 30] [--until 2026-04-01] [--url URL] [--target FILE]`. Throws an Error whose message is a sentence. */
export function optionsOf(words: readonly string[], dataDir = '.local'): Options {
  const text = { type: 'string' } as const;
  const options = { events: text, seed: text, salons: text, days: text, url: text, target: text, until: text };
  const { values } = parseArgs({ args: [...words], options });
  const { events, seed, salons, days, url, target = join(dataDir, 'demo.json'), until } = values;
  return {
    events: whole('--events', events, 500, 1, 100_000),
    seed: whole('--seed', seed, 1, 0, 2 ** 32 - 1),
    salons: whole('--salons', salons, 1, 1, 50),
    days: whole('--days', days, 30, 1, 365),
    url,
    target,
    until: dayOf(until ?? new Date().toISOString().slice(0, 10)),
  };
}

function whole(name: string, said: string | undefined, usual: number, least: number, most: number): number {
  const value = said === undefined ? usual : Number(said);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} is a whole number from ${least} to ${most}.`);
}

/** What happens after now would count as happening now. */
function dayOf(said: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(said) ? Date.parse(said) : NaN;
  if (Number.isNaN(at) || at > Date.now()) throw new Error('--until is a date like 2026-04-01, not after today.');
  return at;
}
