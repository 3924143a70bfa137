/**
 * When people are called, and from which value on: shared by the stack, the tests and docs/runbook.md, which has a section
 * of each name. Periods and ages in seconds, latencies in milliseconds.
 */
export const alarms = {
  /** Events that failed too often and now stand in the journal as failed. */
  parked: { threshold: 1, period: 60 },
  /** Dead letters that could not be moved into the journal: SQS takes them out of a queue's age after three receipts. */
  parkingFails: { threshold: 1, period: 60 },
  /** A dead-letter queue that nobody empties. */
  deadLetterAge: { threshold: 900, period: 60 },
  /** Accepted events that wait for a worker. */
  queueAge: { threshold: 900, period: 60 },
  /** Requests that the API could not answer; a sender may not repeat them. */
  serverErrors: { threshold: 1, period: 300 },
  /** 99th percentile of the door, which promises an answer within two seconds. */
  slowDoor: { threshold: 2000, period: 300 },
  /** Starts of functions that AWS refused. */
  functionThrottles: { threshold: 1, period: 300 },
  /** Reads and writes that the tables refused. */
  tableThrottles: { threshold: 1, period: 300 },
  /** Runs of a worker that ended in a crash or a time-out. */
  workerErrors: { threshold: 3, period: 300 },
  /** Wrong or missing tokens of known hook keys, all salons together. */
  refusedTokens: { threshold: 100, period: 300 },
} as const;
export type AlarmName = keyof typeof alarms;

/** Where the runbook says what to do. */
export function runbookSection(alarm: AlarmName): string {
  return `docs/runbook.md#${alarm.toLowerCase()}`;
}
