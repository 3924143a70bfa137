import type { StageSaid } from '../model/reading.ts';
import type { FoldedDeal } from '../model/records.ts';
import type { Named } from '../model/words.ts';
import { restated, sameNamed } from './named.ts';
import { smallest } from './order.ts';
import { present } from '../model/present.ts';
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
}

const most = { items: 200, bytes: 64 * 1024 };

/** The stages that a deal passed, in the order of events: of a run one row, with when it began. The last 200, in 64 KB. */
export function stageHistoryIn(events: Told[]): { rows: HistoryRow[]; warnings: string[] } {
  const all = runsIn(events).map(historyRow);
  const rows = lastWithin(all, most);
  return { rows, warnings: rows.length < all.length ? ['stage_history: cut'] : [] };
}

/** The stage that a deal is in, with all that its events said of it since it came there. */
export function stageIn(events: Told[]): StageSaid | undefined {
  return runsIn(events).at(-1)?.stage;
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

function begun(stage: StageSaid, { version, stageChangedAt }: Told, pipeline: Named | undefined): Run {
  return { stage, pipeline, since: version, changedAt: stageChangedAt };
}

function extend(run: Run, { reading, stageChangedAt }: Told, pipeline: Named | undefined): void {
  run.stage = { ...run.stage, ...reading.stage };
  run.pipeline = pipeline ?? run.pipeline;
  run.changedAt = smallest([run.changedAt, stageChangedAt]);
}

function historyRow({ stage, pipeline, since, changedAt }: Run): HistoryRow {
  return present({ ...stage, pipeline, at: changedAt ?? since });
}
