import type { FunctionName } from '../lib/model/env.ts';
import type { QueueName } from '../lib/model/queues.ts';
import type { SignIn } from '../lib/model/sign-in.ts';
import type { TableName } from '../lib/model/tables.ts';
import type { HttpApi } from './api/http-api.ts';
import type { Identity } from './api/identity.ts';
import type { Cabinet } from './cabinet/cabinet.ts';
import type { ConnectorFunction } from './functions/connector-function.ts';
import type { FixedAddress } from './network/fixed-address.ts';
import type { SweptQueue } from './queues/swept-queue.ts';
import type { WorkQueue } from './queues/work-queue.ts';
import type { AnyTable } from './tables/tables.ts';
import type { Alarms } from './watch/alarms.ts';

/** What a stack is made of, for those who watch it and tell of it. */
export interface Parts {
  alarms: Alarms;
  tables: Record<TableName, AnyTable>;
  api: HttpApi;
  cabinet: Cabinet;
  identity: Identity;
  queues: Record<QueueName, WorkQueue>;
  /** How the page signs people in. */
  signIn: SignIn;
  jobQueue: SweptQueue;
  deliveryQueue: SweptQueue;
  network: FixedAddress | undefined;
  functions: Record<FunctionName, ConnectorFunction>;
}
