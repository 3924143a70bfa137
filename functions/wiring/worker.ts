import { keepFailed } from '../../lib/flow/keep-failed.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import { batchRunner } from '../../lib/queue/batch.ts';
import { now } from '../../lib/runtime/clock.ts';
import { jsonLog } from '../../lib/runtime/log.ts';
import { embeddedMetrics } from '../../lib/runtime/metrics.ts';
import { dynamoClient, workerLimits } from '../../lib/store/client.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { workerDeps, type WorkerTables } from './worker-deps.ts';

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
