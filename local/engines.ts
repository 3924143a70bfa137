import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { QueueName } from '../lib/model/queues.ts';
import { tables } from '../lib/model/tables.ts';
import { createTables } from './dynamo/create-tables.ts';
import { startDynamo } from './dynamo/start-dynamo.ts';
import { engineClient } from './functions.ts';
import { createQueues, type WorkQueue } from './poller/create-queues.ts';
import { startSqs } from './sqs/server.ts';

export interface Engines {
  dynamo: { endpoint: string; client: DynamoDBClient };
  sqs: { endpoint: string; client: SQSClient };
  queues: Record<QueueName, WorkQueue>;
  close: () => Promise<void>;
}

/** As the functions are told by their environment. */
export const tableNames = {
  SETTINGS_TABLE: tables.settings.name,
  RECORDS_TABLE: tables.records.name,
  JOURNAL_TABLE: tables.journal.name,
} as const;

/** DynamoDB and SQS on loopback, with the tables and queues of the stack; what they hold lies in `dataDir`. */
export async function startEngines(dataDir: string): Promise<Engines> {
  const dynamo = await startDynamo({ path: join(dataDir, 'dynamo') });
  const sqs = await startSqs({ file: join(dataDir, 'sqs.sqlite') });
  const dynamoClient = new DynamoDBClient({ ...engineClient, endpoint: dynamo.endpoint });
  const sqsClient = new SQSClient({ ...engineClient, endpoint: sqs.endpoint });
  await createTables(dynamoClient, {
    settings: tableNames.SETTINGS_TABLE,
    records: tableNames.RECORDS_TABLE,
    journal: tableNames.JOURNAL_TABLE,
  });
  const queues = await createQueues(sqsClient);
  return {
    dynamo: { endpoint: dynamo.endpoint, client: dynamoClient },
    sqs: { endpoint: sqs.endpoint, client: sqsClient },
    queues,
    close: async () => {
      sqsClient.destroy();
      dynamoClient.destroy();
      await sqs.close();
      await dynamo.close();
    },
  };
}
