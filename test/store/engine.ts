import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableName } from '../../lib/model/tables.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import type { Countable, Table, Unmarkable } from '../../lib/store/table.ts';
import { createTables } from '../../local/dynamo/create-tables.ts';
import { startDynamo } from '../../local/dynamo/start-dynamo.ts';

export interface Engine {
  client: DynamoDBClient;
  /** Table access by the names of lib/model/tables.ts, which are their real names here. */
  table: (name: TableName) => Table & Countable & Unmarkable;
  stop: () => Promise<void>;
}

/** The real engine in memory, with its tables. */
export async function startEngine(): Promise<Engine> {
  const dynamo = await startDynamo();
  const client = clientOf(dynamo.endpoint);
  await createTables(client, { settings: 'settings', records: 'records', journal: 'journal', jobs: 'jobs' });
  return {
    client,
    table: (name) => withKeyLimits(dynamoTable(client, name)),
    stop: async () => {
      client.destroy();
      await dynamo.close();
    },
  };
}

/** AWS takes partition keys of 2,048 bytes and sort keys of 1,024, also in indexes; dynalite does not check. */
function withKeyLimits(table: Table & Countable & Unmarkable): Table & Countable & Unmarkable {
  const limits = {
    pk: 2048,
    listKey: 2048,
    salonList: 2048,
    problemKey: 2048,
    openKey: 2048,
    openSort: 1024,
    pendingKey: 2048,
    pendingSort: 1024,
    sk: 1024,
    listSort: 1024,
  };
  return {
    ...table,
    putIf: (item, expectedRev) => {
      const long = Object.entries(limits).find(
        ([name, most]) => typeof item[name] === 'string' && Buffer.byteLength(item[name]) > most,
      );
      if (long) return Promise.reject(new Error(`${long[0]} is longer than ${long[1]} bytes`));
      return table.putIf(item, expectedRev);
    },
  };
}

export function clientOf(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 2 });
}
