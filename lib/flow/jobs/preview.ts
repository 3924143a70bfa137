import type { Counts, Forecast, Job, NewChoices } from '../../model/job.ts';
import type { JournalEntry, LineKey } from '../../model/journal.ts';
import type { Deciding } from '../../model/settings.ts';
import { eventIn } from './replay-line.ts';
import { suitsJob, taken, told, type DryDeps, type DryRun } from './replay.ts';

export interface PreviewDeps {
  /** Two of them, over one state of the tables. */
  dryRuns: () => { replay: DryRun; asNew: DryRun };
  now: () => Date;
}

/** With what lines are looked at: drafts of settings under `pinned`. */
export interface Draft extends Pick<Job, 'salonKey' | 'number'> {
  pinned: Deciding;
}

/** What drafts would do, and to which lines. */
export interface Previewed {
  lines: LineKey[];
  replay: Forecast;
  asNew: Forecast;
}

/** Time (ms) after which no further line is begun: the answer of the API has 29 s. */
const mostTime = 14_000;

/** Does lines again in their order, by a replay and as if they came for the first time, over tables of which nothing is written. */
export function preview({ dryRuns, now }: PreviewDeps) {
  return async (draft: Draft, keys: LineKey[]): Promise<Previewed> => {
    const { replay, asNew } = dryRuns();
    const anew = asIfNew(asNew.deps, draft);
    const outcomes: { replay: Counts; asNew: Counts } = { replay: {}, asNew: {} };
    const lines: LineKey[] = [];
    const end = now().getTime() + mostTime;
    let more = false;
    for (const key of keys.toSorted(byPlace)) {
      if (!suitsJob(draft, await replay.deps.findLine(key))) continue;
      more = now().getTime() > end;
      if (more) break;
      lines.push(key);
      count(outcomes.replay, await taken(replay.deps, draft, key));
      count(outcomes.asNew, await taken(anew, draft, key));
    }
    const forecast = async (counts: Counts, { effects }: DryRun) => ({
      lines: lines.length,
      more,
      outcomes: counts,
      ...told(await effects()),
    });
    return { lines, replay: await forecast(outcomes.replay, replay), asNew: await forecast(outcomes.asNew, asNew) };
  };
}

function byPlace(a: LineKey, b: LineKey): number {
  return `${a.receivedAt}#${a.id}` < `${b.receivedAt}#${b.id}` ? -1 : 1;
}

function count(counts: Counts, outcome: string | undefined): void {
  if (outcome !== undefined) counts[outcome] = (counts[outcome] ?? 0) + 1;
}

/** The journaled messages say the drafts, and so does every set that is folded, whatever was chosen when its rows were put. */
function asIfNew(deps: DryDeps, { number, pinned }: Draft): DryDeps {
  const act = { number, choices: choicesIn(pinned) };
  return {
    ...deps,
    findLine: async (key) => {
      const stored = await deps.findLine(key);
      return stored && saying(stored, pinned);
    },
    foldDeal: async (set, ...rest) => {
      await deps.putChoices(set, act);
      return deps.foldDeal(set, ...rest);
    },
    foldBooking: async (set, ...rest) => {
      await deps.putChoices(set, act);
      return deps.foldBooking(set, ...rest);
    },
  };
}

function choicesIn(settings: Deciding): NewChoices {
  const { useDefaultPipeline, requestsFrom, attributeTo } = settings;
  const { defaultCampaignId, defaultSourceId, defaultSiteId } = settings;
  const defaults = { defaultCampaignId, defaultSourceId, defaultSiteId };
  const said = Object.fromEntries(Object.entries(defaults).filter(([, id]) => id !== undefined));
  return { useDefaultPipeline, requestsFrom, attributeTo, ...said };
}

function saying(stored: JournalEntry, settings: Deciding): JournalEntry {
  const message = eventIn(stored);
  if (message === undefined) return stored;
  const { reason: _, ...said } = message;
  return { ...stored, message: JSON.stringify({ ...said, settings }) };
}
