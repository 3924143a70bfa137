import type { SetContents, SetRow } from '../model/event-set.ts';
import { canonicalJson } from '../model/json.ts';
import type { Decided } from '../model/records.ts';
import { compare } from './order.ts';
import type { Told } from './told.ts';

/** Choices stay: those of the smallest settings version, then of the earliest received, then of the smallest event id. */
export function choiceOf<C extends { version: number }>(
  events: Told[],
  half: (row: SetRow) => C | undefined,
): C | undefined {
  const choices = events
    .flatMap((event) => event.rows)
    .flatMap((row) => {
      const choice = half(row);
      return choice === undefined ? [] : [{ row, choice }];
    });
  choices.sort(
    (a, b) =>
      a.choice.version - b.choice.version ||
      compare(a.row.receivedAt, b.row.receivedAt) ||
      compare(a.row.eventId, b.row.eventId) ||
      compare(canonicalJson(a.choice), canonicalJson(b.choice)),
  );
  return choices[0]?.choice;
}

const choices = { deal: ['useDefaultPipeline'], request: ['requestsFrom', 'attributeTo'] } as const;

/** By what settings the choices of a record were made, and what has changed them since. */
export function decidedBy(
  { acts = [] }: Pick<SetContents, 'acts'>,
  rows: readonly SetRow[],
  half: keyof typeof choices,
): Decided {
  const changing = acts.filter((act) => choices[half].some((name) => name in act.choices));
  const inOrder = changing.toSorted((a, b) => a.number - b.number);
  return {
    version: Math.min(...rows.flatMap((row) => row[half]?.version ?? [])),
    jobs: inOrder.map(({ number }) => String(number)),
  };
}
