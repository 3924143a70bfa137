import type { SetRef } from '../../model/event-set.ts';
import type { Job } from '../../model/job.ts';
import { contactRecordOf } from '../../domain/contact.ts';
import type { RecordEventDeps } from '../record-event.ts';
import { spread, type SpreadDeps } from './spread.ts';
import type { Task, Work } from './step.ts';

interface WalkedSet {
  set: SetRef;
  foldVersion: number;
  place: string;
}
export interface RefoldDeps extends SpreadDeps, Pick<RecordEventDeps, 'saveContact'> {
  walkSets: (walk: { accountKey: string; after: string; until: string; limit: number }) => Promise<WalkedSet[]>;
  foldVersion: number;
  /** Says of an account that neighbours lead to all its sets. */
  saveNeighboursFilled: (accountKey: string) => Promise<void>;
}

/**
 * Folds every set of an account again, with the sets that it names. A fold may list a set elsewhere, and old code may still fold
 * sets while the first walk goes on: so the lists are walked until a walk has met no set that older code has folded.
 * A place: `<number of the walk>#<whether it has met one>#<place in the lists>`.
 */
export function refoldWork(deps: RefoldDeps): Work {
  return {
    page: (job, after, size) => pageOf(deps, job, placeIn(after), size),
  };
}

interface Place {
  walk: number;
  met: boolean;
  after: string;
}

function placeIn(text: string): Place {
  const [, walk = '1', met = '0', after = ''] = placePattern.exec(text) ?? [];
  return { walk: Number(walk), met: met === '1', after };
}
export const placePattern = /^(\d+)#([01])#(.*)$/s;

function textOf({ walk, met, after }: Place): string {
  return `${String(walk).padStart(4, '0')}#${met ? 1 : 0}#${after}`;
}

async function pageOf(deps: RefoldDeps, job: Job, { walk, met, after }: Place, size: number): Promise<Task[]> {
  const { accountKey } = job;
  const sets = await deps.walkSets({ accountKey, after, until: monthLater(job.until), limit: size });
  if (sets.length === 0) {
    if (walk === 1 || met) return [passed(textOf({ walk: walk + 1, met: false, after: '' }))];
    await deps.saveNeighboursFilled(accountKey);
    return [];
  }
  let stale = met;
  return sets.map(({ set, foldVersion, place: at }) => {
    const isStale = foldVersion < deps.foldVersion;
    stale ||= isStale;
    const place = textOf({ walk, met: stale, after: at });
    // The first walk folds all, for what they name; those after it what was missed.
    return walk === 1 || isStale ? folding(deps, accountKey, set, place) : passed(place);
  });
}

/** Nothing is done at this place. */
function passed(place: string): Task {
  return { place, suits: () => Promise.resolve(false), take: () => Promise.resolve(undefined) };
}

function folding(deps: RefoldDeps, accountKey: string, set: SetRef, place: string): Task {
  const take = async () => {
    await listContacts(deps, accountKey, set);
    await spread(deps)(accountKey, set);
    return 'folded';
  };
  return { place, suits: () => Promise.resolve(true), take };
}

const month = 31 * 24 * 3600 * 1000;
/** Records may be dated some minutes after they came. */
export function monthLater(instant: string): string {
  return new Date(Date.parse(instant) + month).toISOString();
}

/** Contacts that were stored before there was a list of them come into it. */
async function listContacts(deps: RefoldDeps, accountKey: string, set: SetRef): Promise<void> {
  const { rows } = await deps.contentsOf(set);
  for (const row of rows) {
    const contact = contactRecordOf(row);
    if (contact !== undefined) await deps.saveContact(set.salonKey, contact, accountKey);
  }
}
