import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { dealColumns, requestColumns } from '../../lib/domain/columns.ts';
import { addsNothing, mergeRow } from '../../lib/domain/merge-row.ts';
import { recordEvent, type RecordEventDeps } from '../../lib/flow/record-event.ts';
import { foldVersion } from '../../lib/model/records.ts';
import { eventSets, type SetRules } from '../../lib/store/event-set.ts';
import { anAccount } from '../build/settings.ts';
import { memoryTable } from '../store/memory-table.ts';
import type { Handle, Tables } from './schedule.ts';

/** The workers' own handling of a message, over these tables; the account is always there. */
export function realHandle(tables: Tables): Handle {
  return handleOf(depsOver(tables));
}

/** The same with another fold. */
export function handleFoldedBy(fold: SetRules['fold']) {
  return (tables: Tables): Handle => {
    const { put, rows, refold } = eventSets({
      table: tables.records,
      rules: { foldVersion, mergeRow, addsNothing, fold },
      listed: { deal: dealColumns, request: requestColumns },
      onLargeSet: () => undefined,
    });
    return handleOf({ ...depsOver(tables), putRow: put, rowsOf: rows, refold });
  };
}

function depsOver(tables: Tables): RecordEventDeps {
  const deps = workerDeps({ ...tables, settings: memoryTable() }, () => undefined);
  return { ...deps, findAccount: (key) => Promise.resolve(anAccount({ key })) };
}

function handleOf(deps: RecordEventDeps): Handle {
  const handle = recordEvent(deps);
  return (message) => handle(message, JSON.stringify(message));
}
