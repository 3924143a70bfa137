import type { JobMessageDeps } from '../../lib/flow/jobs/job-message.ts';
import { eraseWork, type EraseDeps } from '../../lib/flow/jobs/erase.ts';
import type { AfterBatchDeps } from '../../lib/flow/erase/after-batch.ts';
import { refoldWork } from '../../lib/flow/jobs/refold.ts';
import { replayWork, type DryRun, type ReplayWorkDeps } from '../../lib/flow/jobs/replay.ts';
import { rechooseWork, type RechooseDeps } from '../../lib/flow/jobs/rechoose.ts';
import { crossDeal } from '../../lib/flow/cross-deal.ts';
import type { ReaderContract } from '../../lib/model/contract.ts';
import { pages } from '../../lib/model/job.ts';
import type { CrossingMessage } from '../../lib/model/message.ts';
import { readerContract } from '../../lib/profsalon/contract.ts';
import { now as clock } from '../../lib/runtime/clock.ts';
import { jobs } from '../../lib/store/jobs.ts';
import { isOutage } from '../../lib/store/outage.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { journal } from '../../lib/store/journal.ts';
import { effectsOf, overlay } from '../../lib/store/overlay.ts';
import { setWalk } from '../../lib/store/records.ts';
import type { SetRules } from '../../lib/store/event-set.ts';
import type { Table } from '../../lib/store/table.ts';
import { setRules, workerDeps, type WorkerTables } from './worker-deps.ts';

export interface JobTables extends WorkerTables {
  jobs: Table;
}
export interface JobOutside extends Pick<JobMessageDeps, 'wakeJob' | 'leaseMs'>, Pick<EraseDeps, 'emptyQueues'> {
  onLargeSet: () => void;
}

/** What tests put in the place of the usual. */
export interface Given {
  rules?: SetRules;
  contract?: ReaderContract;
  now?: () => Date;
  pageSize?: number;
  change?: (deps: LineDeps) => LineDeps;
}

/** What lines are replayed with. */
export type LineDeps = Omit<ReplayWorkDeps, 'dryRun'> &
  Pick<RechooseDeps, 'putChoices'> &
  AfterBatchDeps &
  Omit<EraseDeps, 'emptyQueues'>;

/** What the flows of jobs need, over their tables. */
export function jobDeps(tables: JobTables, outside: JobOutside, given: Given = {}): JobMessageDeps {
  const { rules = setRules(), now = clock, pageSize = pages.size } = given;
  const { onLargeSet, wakeJob, leaseMs, emptyQueues } = outside;
  const replaying = replayDeps(tables, onLargeSet, given);
  const { find, put, listOpen } = jobs(tables.jobs);
  const dryRun = () => dryRunOver(tables, given);
  const replay = replayWork({ ...replaying, dryRun });
  const refold = refoldWork({ ...replaying, walkSets: setWalk(tables.records), foldVersion: rules.foldVersion });
  const rechoose = rechooseWork({ ...replaying, walkSets: setWalk(tables.records) });
  return {
    findJob: find,
    putJob: put,
    listOpen,
    sendJob: wakeJob,
    wakeJob,
    saveAudit: settingsStore(tables.settings).saveAudit,
    isOutage,
    works: { replay, refold, rechoose, erase: eraseWork({ ...replaying, emptyQueues }) },
    leaseMs,
    pageSize,
    now,
  };
}

/** The flow of a worker as a job does it: a crossing is done at once, so that its outcome is known. */
function replayDeps(
  tables: WorkerTables,
  onLargeSet: () => void,
  { rules, contract = readerContract, now = clock, change = (deps) => deps }: Given,
): LineDeps {
  const { findLine, changeLine, linesOf } = journal({ table: tables.journal, now });
  const deps: LineDeps = change({
    ...workerDeps(tables, { onLargeSet, sendCrossing: (crossing: CrossingMessage) => crossed(crossing) }, rules),
    contract,
    now,
    findLine,
    changeLine,
    linesOf,
  });
  const cross = crossDeal(deps);
  async function crossed(crossing: CrossingMessage): Promise<void> {
    await cross(crossing);
  }
  return deps;
}

function dryRunOver(tables: WorkerTables, given: Given): DryRun {
  const records = overlay(tables.records);
  const over = { settings: tables.settings, records, journal: overlay(tables.journal) };
  return { deps: replayDeps(over, () => undefined, given), effects: () => effectsOf(tables.records, records) };
}
