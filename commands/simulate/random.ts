/** Chance from a seed: the same numbers in the same order, wherever it runs. */
export interface Random {
  /** Whether something of probability `share` (0 to 1) happens. */
  chance: (share: number) => boolean;
  /** A whole number, both ends included. */
  whole: (from: number, to: number) => number;
  pick: <T>(list: readonly [T, ...T[]]) => T;
}

/** Mulberry32, a generator of 32 bits. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    chance: (share) => next() < share,
    whole,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
  };
}
