import { addsNothing, mergeRow } from '../lib/domain/merge-row.ts';
import { mergeContact } from '../lib/domain/contact.ts';
import { fold } from '../lib/domain/fold.ts';
import { dealColumns, requestColumns } from '../lib/domain/columns.ts';
import { mergeReference } from '../lib/domain/references.ts';
import { keepFailed } from '../lib/flow/keep-failed.ts';
import type { RecordEventDeps } from '../lib/flow/record-event.ts';
import { recordMessage } from '../lib/flow/record-message.ts';
import { foldVersion } from '../lib/model/records.ts';
import { batchRunner } from '../lib/queue/batch.ts';
import { now } from '../lib/runtime/clock.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { embeddedMetrics } from '../lib/runtime/metrics.ts';
import { dynamoClient, workerLimits } from '../lib/store/client.ts';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { eventSets } from '../lib/store/event-set.ts';
import { journal } from '../lib/store/journal.ts';
import { references } from '../lib/store/references.ts';
import { settingsStore } from '../lib/store/settings.ts';
import type { Table } from '../lib/store/table.ts';

/** The tables of a worker. */
export interface WorkerTables {
  settings: Table;
  records: Table;
  journal: Table;
}

export function workerTables(env: {
  SETTINGS_TABLE: string;
  RECORDS_TABLE: string;
  JOURNAL_TABLE: string;
}): WorkerTables {
  const client = dynamoClient(workerLimits);
  return {
    settings: dynamoTable(client, env.SETTINGS_TABLE),
    records: dynamoTable(client, env.RECORDS_TABLE),
    journal: dynamoTable(client, env.JOURNAL_TABLE),
  };
}

/** Wires a worker over its tables: the two queues differ in name and rights, not in what is done with a message. */
export function workerHandler(name: string, tables: WorkerTables) {
  const log = jsonLog(name);
  const count = embeddedMetrics(log, now);
  const deps = workerDeps(tables, () => {
    count({ largeSet: 1 });
  });
  return batchRunner({ handle: recordMessage(deps), unreadable: keepFailed(deps, 'unreadable'), log, count });
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
