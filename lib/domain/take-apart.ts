/** How far a batch that was refused is known: the next `refused` of it hold a bad one; `next`: how many are tried. */
export interface TakenApart {
  refused: number | undefined;
  next: number;
}

/** At first all are tried. */
export function wholeBatch(count: number): TakenApart {
  return { refused: undefined, next: count };
}

/** Of `left` that remain after one was set aside, half are tried. */
function afresh(left: number): TakenApart {
  return { refused: undefined, next: Math.max(1, Math.ceil(left / 2)) };
}

/** Of the group that was refused the first is said to be bad: it is tried alone. */
export function accused({ next }: TakenApart): TakenApart {
  return { refused: next, next: 1 };
}

/** The first `next` were taken; `left`: what remains without them. Of the only one left of those refused it is known that it is bad. */
export function taken({ refused, next }: TakenApart, left: number): { apart: TakenApart; firstIsBad: boolean } {
  if (refused === undefined)
    return { apart: { refused: undefined, next: Math.min(left, next * 2) }, firstIsBad: false };
  const rest = refused - next;
  if (rest <= 1) return { apart: afresh(left - 1), firstIsBad: true };
  return { apart: { refused: rest, next: Math.ceil(rest / 2) }, firstIsBad: false };
}

/** The first `next` were refused, `left` with them. A single one is bad. */
export function refusedAgain({ next }: TakenApart, left: number): { apart: TakenApart; firstIsBad: boolean } {
  if (next === 1) return { apart: afresh(left - 1), firstIsBad: true };
  return { apart: { refused: next, next: Math.ceil(next / 2) }, firstIsBad: false };
}
