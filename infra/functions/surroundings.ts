import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { QueueName } from '../../lib/model/queues.ts';
import type { TableName } from '../../lib/model/tables.ts';
import type { FixedAddress } from '../network/fixed-address.ts';
import type { SweptQueue } from '../queues/swept-queue.ts';
import type { WorkQueue } from '../queues/work-queue.ts';
import type { AnyTable } from '../tables/tables.ts';

/** What the functions stand in: each is told, and allowed, its part of it. */
export interface Surroundings {
  tables: Record<TableName, AnyTable>;
  queues: Record<QueueName, WorkQueue>;
  jobQueue: SweptQueue;
  deliveryQueue: SweptQueue;
  /** Where in SSM the access keys of accounts lie, without the final slash. */
  accessKeysPath: string;
  /** Of functions that call CoMagic. */
  network: FixedAddress | undefined;
  logRetention: RetentionDays;
}
