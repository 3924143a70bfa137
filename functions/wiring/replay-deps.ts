import type { AfterBatchDeps } from '../../lib/flow/erase/after-batch.ts';
import type { EraseDeps } from '../../lib/flow/jobs/erase.ts';
import type { DryRun, ReplayWorkDeps } from '../../lib/flow/jobs/replay.ts';
import type { RechooseDeps } from '../../lib/flow/jobs/rechoose.ts';
import type { ResendDeps } from '../../lib/flow/jobs/resend.ts';
import { crossDeal } from '../../lib/flow/cross-deal.ts';
import type { ReaderContract } from '../../lib/model/contract.ts';
import type { CrossingMessage } from '../../lib/model/message.ts';
import { readerContract } from '../../lib/profsalon/contract.ts';
import { now as clock } from '../../lib/runtime/clock.ts';
import { journal } from '../../lib/store/journal.ts';
import { effectsOf, overlay } from '../../lib/store/overlay.ts';
import { remembered } from '../../lib/store/remembered.ts';
import type { SetRules } from '../../lib/store/event-set.ts';
import { workerDeps, type WorkerTables } from './worker-deps.ts';

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
  Pick<ResendDeps, 'remark'> &
  AfterBatchDeps &
  Omit<EraseDeps, 'emptyQueues' | 'hasNeighbours'>;

/** The flow of a worker as a job does it: a crossing is done at once, so that its outcome is known. */
export function replayDeps(
  tables: WorkerTables,
  onLargeSet: () => void,
  { rules, contract = readerContract, now = clock, change = (deps) => deps }: Given,
): LineDeps {
  const { findLine, changeLine, linesOf } = journal({ table: tables.journal, now });
  const deps: LineDeps = change({
    ...workerDeps(tables, { onLargeSet, sendCrossing: (crossing: CrossingMessage) => crossed(crossing), now }, rules),
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

/** The same over tables of which nothing is written, as they are when they are read first. */
export function dryRunOver(tables: WorkerTables, given: Given = {}): DryRun {
  return dryRunOn(readOnce(tables), given);
}

/** Two dry runs over one state of the tables, which are read once. */
export function dryRunsOver(tables: WorkerTables) {
  const read = readOnce(tables);
  return { replay: dryRunOn(read, {}), asNew: dryRunOn(read, {}) };
}

function readOnce({ settings, records, journal: lines }: WorkerTables): WorkerTables {
  return { settings, records: remembered(records), journal: remembered(lines) };
}

function dryRunOn(tables: WorkerTables, given: Given): DryRun {
  const records = overlay(tables.records);
  const over = { settings: tables.settings, records, journal: overlay(tables.journal) };
  return { deps: replayDeps(over, () => undefined, given), effects: () => effectsOf(tables.records, records) };
}
