import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { tables } from '../lib/model/tables.ts';
import type { Disk } from './disk.ts';
import { createTables } from './dynamo/create-tables.ts';
import { keepDynamo } from './dynamo/keep-dynamo.ts';
import { engineClient } from './functions.ts';
import { createQueues, type Queues } from './poller/create-queues.ts';
import { startSqs } from './sqs/server.ts';
import { startSsm } from './ssm/server.ts';

export interface EnginesOptions {
  /** A folder that exists. */
  dataDir: string;
  disk: Disk;
  /** Of 32 bytes in base64url: seals what the parameter store keeps. */
  parameterKey: string;
  /** Told what fails in an engine. */
  onError: (error: unknown) => void;
}

export interface Engines {
  dynamo: { endpoint: string; client: DynamoDBClient };
  sqs: { endpoint: string; client: SQSClient };
  ssm: { endpoint: string; client: SSMClient };
  queues: Queues;
  /** Whether what a worker does can be stored. */
  canStore: () => boolean;
  close: () => Promise<void>;
}

/** As the functions are told by their environment. */
export const tableNames = {
  SETTINGS_TABLE: tables.settings.name,
  RECORDS_TABLE: tables.records.name,
  JOURNAL_TABLE: tables.journal.name,
  JOBS_TABLE: tables.jobs.name,
} as const;

/** Where the access keys of accounts lie in the parameter store. */
export const accessKeysPath = '/local/comagic';

/** DynamoDB, SQS and SSM on loopback, with the tables and queues of the stack; what they hold lies in `dataDir`. */
export async function startEngines({ dataDir, parameterKey, ...told }: EnginesOptions): Promise<Engines> {
  const dynamo = await keepDynamo({ path: join(dataDir, 'dynamo'), ...told });
  const sqs = await startSqs({ file: join(dataDir, 'sqs.sqlite'), onError: told.onError });
  const ssm = await startSsm({ file: join(dataDir, 'parameters.json'), secret: parameterKey, onError: told.onError });
  const dynamoClient = new DynamoDBClient({ ...engineClient, endpoint: dynamo.endpoint });
  const sqsClient = new SQSClient({ ...engineClient, endpoint: sqs.endpoint });
  const ssmClient = new SSMClient({ ...engineClient, endpoint: ssm.endpoint });
  await createTables(dynamoClient, {
    settings: tableNames.SETTINGS_TABLE,
    records: tableNames.RECORDS_TABLE,
    journal: tableNames.JOURNAL_TABLE,
    jobs: tableNames.JOBS_TABLE,
  });
  const queues = await createQueues(sqsClient);
  return {
    dynamo: { endpoint: dynamo.endpoint, client: dynamoClient },
    sqs: { endpoint: sqs.endpoint, client: sqsClient },
    ssm: { endpoint: ssm.endpoint, client: ssmClient },
    queues,
    canStore: () => dynamo.isUp() && !told.disk.isFull(),
    close: async () => {
      ssmClient.destroy();
      sqsClient.destroy();
      dynamoClient.destroy();
      await ssm.close();
      await sqs.close();
      await dynamo.close();
    },
  };
}
