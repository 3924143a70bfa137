import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const lib = join(import.meta.dirname, '../../lib');
const folders = ['reading', 'profsalon', 'domain', 'model', 'http', 'flow/door', 'queue', 'store'];

/** Every pattern that a module exports, alone or in a list. */
async function patternsOf(file: string): Promise<RegExp[]> {
  const exported = (await import(join(lib, file))) as Record<string, unknown>;
  return Object.values(exported)
    .flat()
    .filter((one) => one instanceof RegExp);
}

const files = folders.flatMap((folder) =>
  readdirSync(join(lib, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);

/** Letters that a pattern speaks of, and some that it does not. */
function alphabetOf({ source }: RegExp): string[] {
  const literal = source.replace(/\\[dDsSwWbBpPu](?:\{[^}]*\})?/g, '').replace(/[\\^$.*+?()[\]{}|]/g, '');
  return [...new Set([...Array.from(literal).slice(0, 12), '1', ' ', 'a', 'А', '.', '-', '@', '%', '&', '"', '\n'])];
}

const repeats = 100_000;
/** A guard against what grows faster than the text: each of these takes a few ms. */
const mostMs = 1000;

/** The longest that a pattern took over repeats of each letter and of each pair, ms. */
function longest(pattern: RegExp): number {
  const letters = alphabetOf(pattern);
  const pairs = letters.map((letter, at) => letter + (letters[(at + 1) % letters.length] ?? ''));
  const times = [...letters, ...pairs].map((unit) => {
    const text = unit.repeat(repeats);
    const began = performance.now();
    text.replace(pattern, '');
    pattern.test(`${text}\u0000`);
    pattern.lastIndex = 0;
    return performance.now() - began;
  });
  return Math.max(...times);
}

describe('every pattern over 100,000 repeats of its own alphabet ends in time', () => {
  it.each(files)('%s', async (file) => {
    for (const pattern of await patternsOf(file)) expect([pattern, longest(pattern) < mostMs]).toEqual([pattern, true]);
  });

  it('and they are many', async () => {
    const all = await Promise.all(files.map(patternsOf));
    expect(all.flat().length).toBeGreaterThan(50);
  });
});
