import type { JobMessageDeps } from '../../lib/flow/jobs/job-message.ts';
import { eraseWork, type EraseDeps } from '../../lib/flow/jobs/erase.ts';
import { refoldWork } from '../../lib/flow/jobs/refold.ts';
import { replayWork } from '../../lib/flow/jobs/replay.ts';
import { backfillWork, resendWork } from '../../lib/flow/jobs/resend.ts';
import { rechooseWork } from '../../lib/flow/jobs/rechoose.ts';
import { pages } from '../../lib/model/job.ts';
import { now as clock } from '../../lib/runtime/clock.ts';
import { jobs } from '../../lib/store/jobs.ts';
import { isOutage } from '../../lib/store/outage.ts';
import { neighboursFilled } from '../../lib/store/settings-neighbours.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { outboundWalk, setWalk } from '../../lib/store/records.ts';
import { refusedWalk } from '../../lib/store/refused.ts';
import type { Table } from '../../lib/store/table.ts';
import { dryRunOver, replayDeps, type Given } from './replay-deps.ts';
import { setRules, type WorkerTables } from './worker-deps.ts';

export interface JobTables extends WorkerTables {
  jobs: Table;
}
export interface JobOutside extends Pick<JobMessageDeps, 'wakeJob' | 'leaseMs'>, Pick<EraseDeps, 'emptyQueues'> {
  onLargeSet: () => void;
}

/** What the flows of jobs need, over their tables. */
export function jobDeps(tables: JobTables, outside: JobOutside, given: Given = {}): JobMessageDeps {
  const { rules = setRules(), now = clock, pageSize = pages.size } = given;
  const { onLargeSet, wakeJob, leaseMs, emptyQueues } = outside;
  const replaying = replayDeps(tables, onLargeSet, given);
  const { find, put, listOpen } = jobs(tables.jobs);
  const dryRun = () => dryRunOver(tables, given);
  const replay = replayWork({ ...replaying, dryRun });
  const { hasNeighbours, saveNeighboursFilled } = neighboursFilled(tables.settings);
  const walkSets = setWalk(tables.records);
  const refold = refoldWork({ ...replaying, walkSets, foldVersion: rules.foldVersion, saveNeighboursFilled });
  const rechoose = rechooseWork({ ...replaying, walkSets });
  const resending = {
    ...replaying,
    walkRefused: refusedWalk(tables.records),
    walkOutbound: outboundWalk(tables.records),
  };
  const resend = resendWork(resending);
  const backfill = backfillWork(resending);
  return {
    findJob: find,
    putJob: put,
    listOpen,
    sendJob: wakeJob,
    wakeJob,
    saveAudit: settingsStore(tables.settings).saveAudit,
    isOutage,
    works: {
      replay,
      refold,
      rechoose,
      resend,
      backfill,
      erase: eraseWork({ ...replaying, emptyQueues, hasNeighbours }),
    },
    leaseMs,
    pageSize,
    now,
  };
}
