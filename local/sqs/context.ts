import type { DatabaseSync } from 'node:sqlite';
import type { Statements } from './statements.ts';
import type { Wakeups } from './wakeups.ts';

/** What every action works on. */
export interface Sqs {
  endpoint: string;
  db: DatabaseSync;
  sql: Statements;
  wakeups: Wakeups;
  /** Milliseconds since 1970. */
  now: () => number;
  onError: (error: unknown) => void;
}

/** An action takes the request as it came and a signal that fires when nobody waits for the answer any more. */
export type Action = (sqs: Sqs, input: unknown, signal: AbortSignal) => object | Promise<object>;
