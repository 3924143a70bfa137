import { dealsNamed } from '../../domain/event-set.ts';
import { requestOutcome } from '../../domain/outcomes.ts';
import type { ChoiceAct, SetRef } from '../../model/event-set.ts';
import type { Job } from '../../model/job.ts';
import type { JournalEntry } from '../../model/journal.ts';
import type { Half } from '../../model/reasons.ts';
import { statusOf } from '../journal-line.ts';
import type { ReplayDeps } from './replay-line.ts';
import { spread, type Spread, type SpreadDeps } from './spread.ts';
import type { Task, Work } from './step.ts';

interface WalkedSet {
  set: SetRef;
  place: string;
}
export interface RechooseDeps extends SpreadDeps, Pick<ReplayDeps, 'changeLine'> {
  walkSets: (walk: { accountKey: string; after: string; until: string; limit: number }) => Promise<WalkedSet[]>;
  /** Puts an act of choosing into a set; once. */
  putChoices: (set: SetRef, act: ChoiceAct) => Promise<void>;
}

/** Gives the stored records of a salon other choices: an act in each set, and the lines of its events say what became of them. */
export function rechooseWork(deps: RechooseDeps): Work {
  return {
    page: async (job, after, size) => {
      const sets = await deps.walkSets({ accountKey: job.accountKey, after, until: job.until, limit: size });
      return sets.map((walked) => choosing(deps, job, walked));
    },
  };
}

function choosing(deps: RechooseDeps, job: Job, { set, place }: WalkedSet): Task {
  // A deal's set stands among deals, or makes none: there it is met.
  const isMet = set.kind === 'booking' || !place.startsWith('request#');
  const suits = () => Promise.resolve(isMet && set.salonKey === job.salonKey);
  return { place, passable: true, suits, take: () => rechoose(deps, job, set) };
}

async function rechoose(deps: RechooseDeps, { accountKey, number, choices = {} }: Job, set: SetRef): Promise<string> {
  await deps.putChoices(set, { number, choices });
  await settleLines(deps, accountKey, set);
  if (set.kind === 'booking') {
    for (const id of dealsNamed(await deps.contentsOf(set))) {
      await settleLines(deps, accountKey, { salonKey: set.salonKey, kind: 'deal', id });
    }
  }
  return 'chosen';
}

/** The lines of a set's events say what its requests are now. */
async function settleLines(deps: RechooseDeps, accountKey: string, set: SetRef): Promise<void> {
  const made = await spread(deps)(accountKey, set);
  const { rows } = await deps.contentsOf(set);
  for (const { eventId: id, receivedAt } of rows) {
    await deps.changeLine({ accountKey, id, receivedAt }, (entry) => settled(entry, made));
  }
}

function settled(entry: JournalEntry, made: Spread): JournalEntry | undefined {
  const { line } = entry;
  if (!hangsOnChoice(line.request)) return undefined;
  const halves = { deal: line.deal, request: requestOutcome(made) };
  return { ...entry, line: { ...line, ...halves, status: statusOf(halves) } };
}

function hangsOnChoice(half: Half): boolean {
  if (half.outcome === 'ignored') return half.reason === 'origin_unknown' || half.reason === 'not_from_widget';
  return half.outcome === 'done';
}
