import type { Item } from '../blackbox/target.ts';
import type { Answered } from './post-all.ts';

/** What there is after the last delivery was handled. */
export interface Outcome {
  posted: number;
  answered: Answered[];
  kills: number;
  drained: boolean;
  requests: Item[];
  deals: Item[];
  lines: Item[];
  exitCode: number | null;
}

/** A claim, whether it holds, and what was found when it does not. */
export type Check = [title: string, holds: boolean, found: unknown];

export function checksOf(outcome: Outcome): Check[] {
  const { posted, answered, kills, lines, exitCode } = outcome;
  const counts = {
    booking: timesOf(outcome.requests.map(({ extId }) => extId)),
    deal: timesOf(outcome.deals.map(({ extId }) => extId)),
  };
  const journal = timesOf(lines.map(({ id }) => id));
  const unrecorded = answered.filter(({ kind, extId }) => !counts[kind].has(extId));
  const unjournaled = answered.filter(({ eventId }) => !journal.has(eventId));
  const notDone = lines.filter(({ status }) => status !== 'done');
  return [
    ['the stack was killed three times', kills === 3, kills],
    // A busy machine answers fewer in time: those that it did answer must be there.
    ['more than half of the deliveries were answered 200', answered.length > posted * 0.5, answered.length],
    ['the queues are empty at the end', outcome.drained, undefined],
    ['every delivery answered 200 has its record', unrecorded.length === 0, unrecorded.slice(0, 3)],
    ['every delivery answered 200 is in the journal', unjournaled.length === 0, unjournaled.slice(0, 3)],
    ['no request is there twice', repeated(counts.booking).length === 0, repeated(counts.booking)],
    ['no deal is there twice', repeated(counts.deal).length === 0, repeated(counts.deal)],
    ['no line of the journal is there twice', repeated(journal).length === 0, repeated(journal)],
    ['every line of the journal says done', notDone.length === 0, notDone.slice(0, 3)],
    ['SIGTERM ends the stack with exit code 0', exitCode === 0, exitCode],
  ];
}

function timesOf(values: unknown[]): Map<unknown, number> {
  const times = new Map<unknown, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

function repeated(times: Map<unknown, number>): unknown[] {
  return [...times].filter(([, count]) => count > 1).slice(0, 3);
}
