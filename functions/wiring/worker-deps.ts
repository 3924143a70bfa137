import { dealColumns, requestColumns } from '../../lib/domain/columns.ts';
import { mergeContact } from '../../lib/domain/contact.ts';
import { fold } from '../../lib/domain/fold.ts';
import { addsNothing, mergeRow } from '../../lib/domain/merge-row.ts';
import { mergeReference } from '../../lib/domain/references.ts';
import type { RecordEventDeps } from '../../lib/flow/record-event.ts';
import { foldVersion } from '../../lib/model/records.ts';
import { now } from '../../lib/runtime/clock.ts';
import { eventSets } from '../../lib/store/event-set.ts';
import { journal } from '../../lib/store/journal.ts';
import { references } from '../../lib/store/references.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Table } from '../../lib/store/table.ts';

/** The tables of a worker. */
export interface WorkerTables {
  settings: Table;
  records: Table;
  journal: Table;
}

/** What the flows of a worker need, over its tables. */
export function workerDeps(tables: WorkerTables, onLargeSet: () => void): RecordEventDeps {
  const sets = eventSets({
    table: tables.records,
    rules: { foldVersion, mergeRow, addsNothing, fold },
    listed: { deal: dealColumns, request: requestColumns },
    onLargeSet,
  });
  const { saveReference, saveContact } = references({
    table: tables.records,
    joinReference: mergeReference,
    joinContact: mergeContact,
  });
  const { putLine } = journal({ table: tables.journal, now });
  const { findAccount } = settingsStore(tables.settings);
  return {
    findAccount,
    saveReference,
    saveContact,
    putRow: sets.put,
    rowsOf: sets.rows,
    refold: sets.refold,
    putLine,
    now,
  };
}
