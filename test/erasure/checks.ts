import type { Item } from '../blackbox/target.ts';
import type { Erasing, Job } from './acting.ts';
import type { PersonName } from './people.ts';

/** Marks of everybody, by where they were found. */
export type Held = Partial<Record<PersonName, Record<string, string[]>>>;

/** What was seen on the way. */
export interface Seen {
  tookAll: boolean;
  before: Held;
  after: Held;
  erasing: Erasing;
  found: Record<PersonName, number>;
  foundAgain: Record<PersonName, number>;
  replay: Job;
  borisBefore: Item[];
  borisAfter: Item[];
  anew: Item[];
  codes: (number | null)[];
}

/** A claim, whether it holds, and what was found when it does not. */
export type Check = [title: string, holds: boolean, found: unknown];

const erased = ['vera', 'rimma', 'snezhana'] as const;

export function checksOf(seen: Seen): Check[] {
  const { before, after, erasing, found, foundAgain, replay, borisBefore, borisAfter, anew, codes } = seen;
  const { jobs, underWay, late } = erasing;
  const nobody = (counts: Seen['found']) => erased.every((name) => counts[name] === 0) && counts.boris > 0;
  return [
    ['everything is handled before anybody is erased', seen.tookAll, undefined],
    ...erased.map((name): Check => [`${name} is told of in records and journal`, isTold(before[name]), before[name]]),
    ['no log says anything of anybody', saysNothing(before, after), [before, after]],
    ['the erasures begin while messages lie in the queues', underWay.queued >= 2, underWay],
    ['and while a replay runs', underWay.replay === 'running', underWay],
    ['each erasure comes to its end', jobs.every(({ state }) => state === 'done'), jobs],
    ['each has erased somebody', jobs.every(({ counts }) => (counts['erased'] ?? 0) > 0), jobs],
    ['none ends before the late messages were worked off', late.length === 2, late],
    ['the replay comes to its end', erasing.replay.state === 'done', erasing.replay],
    ['nobody erased is found', nobody(found), found],
    [
      'nor when everything came and was replayed again',
      nobody(foundAgain) && replay.state === 'done',
      [foundAgain, replay],
    ],
    ...erased.map((name): Check => [
      `nothing holds name, phone or e-mail of ${name}`,
      isGone(after[name]),
      after[name],
    ]),
    ['the queues hold nothing of anybody', all(after).every((places) => places['queues']?.length === 0), after],
    [
      'who was not erased is as before',
      JSON.stringify(borisAfter) === JSON.stringify(borisBefore) && borisBefore.length === 5,
      [borisBefore.length, borisAfter.length],
    ],
    ['a new event makes her anew, and nothing else of her', anew.length === 1 && anew[0]?.['extId'] === '9000', anew],
    ['SIGTERM ends the stack with exit code 0', codes.every((code) => code === 0), codes],
  ];
}

function all(held: Held): Record<string, string[]>[] {
  return Object.values(held);
}

function isTold(places: Record<string, string[]> = {}): boolean {
  return (['records', 'journal'] as const).every((place) => places[place]?.includes('name') === true);
}

function isGone(places: Record<string, string[]> | undefined): boolean {
  return places !== undefined && Object.values(places).every((marks) => marks.length === 0);
}

function saysNothing(...held: Held[]): boolean {
  return held.flatMap(all).every((places) => places['log']?.length === 0);
}
