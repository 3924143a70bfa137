import type { FoldedDeal } from '../model/deal.ts';
import { present } from '../model/present.ts';
import type { StageSaid } from '../model/reading.ts';
import type { Named } from '../model/words.ts';
import { plainName, restated, sameNamed } from './named.ts';
import { smallest } from './order.ts';
import type { Told } from './told.ts';
import { lastWithin } from './within.ts';

type HistoryRow = FoldedDeal['stageHistory'][number];

/** Events in a row that leave the deal in one stage. */
interface Run {
  stage: StageSaid;
  pipeline: Named | undefined;
  /** Version of the first event of the run. */
  since: string;
  /** The smallest stage_changed_at said in it. */
  changedAt: string | undefined;
  /** The closings that its events said, in their order. */
  closings: string[];
}

const most = { items: 200, bytes: 64 * 1024 };
const day = 86_400_000;

/** What events tell of the stages of a deal. */
export interface Stages {
  /** The present one, with all that its events said of it since the deal came there. */
  stage: StageSaid | undefined;
  /** The stages passed, in the order of events: of a run one row, with when it began. The last 200, in 64 KB. */
  rows: HistoryRow[];
  closedAt: string | undefined;
  warnings: string[];
}

export function stagesIn(events: Told[]): Stages {
  const runs = runsIn(events);
  const last = runs.at(-1);
  const all = runs.map(historyRow);
  const rows = lastWithin(all, most);
  return {
    stage: last?.stage,
    rows,
    closedAt:
      last === undefined ? events.findLast(({ closedAt }) => closedAt !== undefined)?.closedAt : closingOf(last),
    warnings: rows.length < all.length ? ['stage_history: cut'] : [],
  };
}

/** The last closing said in it that lies not more than a day before it began, else its beginning. */
function closingOf(run: Run): string {
  const began = beginningOf(run);
  const earliest = new Date(Date.parse(began) - day).toISOString();
  return run.closings.findLast((closing) => closing >= earliest) ?? began;
}

function runsIn(events: Told[]): Run[] {
  const runs: Run[] = [];
  let known: Named | undefined;
  for (const event of events) {
    const last = runs.at(-1);
    const { stage } = event.reading;
    known = restated(known, event.reading.pipeline);
    const pipeline = event.reading.pipeline && known;
    if (last && staysIn(last, event)) extend(last, event, pipeline);
    else if (stage) runs.push(begun(stage, event, pipeline));
  }
  return runs;
}

/** An event that names no stage leaves the deal where it is. */
function staysIn(run: Run, { reading: { stage, pipeline } }: Told): boolean {
  if (stage === undefined) return true;
  const moved = run.pipeline && pipeline && sameNamed(run.pipeline, pipeline) === false;
  return moved !== true && sameNamed(run.stage, stage) === true;
}

function begun(stage: StageSaid, { version, stageChangedAt, closedAt }: Told, pipeline: Named | undefined): Run {
  return {
    stage,
    pipeline,
    since: version,
    changedAt: stageChangedAt,
    closings: closedAt === undefined ? [] : [closedAt],
  };
}

function extend(run: Run, { reading, stageChangedAt, closedAt }: Told, pipeline: Named | undefined): void {
  run.stage = reading.stage === undefined ? run.stage : restatedStage(run.stage, reading.stage);
  run.pipeline = pipeline ?? run.pipeline;
  run.changedAt = smallest([run.changedAt, stageChangedAt]);
  if (closedAt !== undefined) run.closings.push(closedAt);
}

/** A new name drops the type and the order that were said with the one before. */
function restatedStage(before: StageSaid, said: StageSaid): StageSaid {
  const renamed =
    said.name !== undefined && before.name !== undefined && plainName(said.name) !== plainName(before.name);
  return renamed ? present({ id: before.id, ...said }) : { ...before, ...said };
}

function beginningOf({ changedAt, since }: Run): string {
  return changedAt ?? since;
}

function historyRow(run: Run): HistoryRow {
  return present({ ...run.stage, pipeline: run.pipeline, at: beginningOf(run) });
}
