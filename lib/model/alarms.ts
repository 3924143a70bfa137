/** When people are called: from the threshold on, or `below` it, and then also when nothing was counted at all. */
interface AlarmLimit {
  threshold: number;
  /** Seconds. */
  period: number;
  below?: true;
}

/**
 * When people are called, and from which value on: shared by the stack, the tests and docs/runbook.md, which has a section
 * of each name. Ages in seconds, latencies in milliseconds, all others in numbers.
 */
export const alarms = {
  /** Events accepted, in each of the hours that the environment sets: a sender that calls no more makes no error. */
  noDeliveries: { threshold: 1, period: 3600, below: true },
  /** Answers 5xx of the webhook; a sender may not repeat what it was about. */
  doorErrors: { threshold: 1, period: 300 },
  /** Answers 5xx of all else, which people and machines ask again for. */
  cabinetErrors: { threshold: 5, period: 300 },
  /** Answers 429 of the whole API: the throttle of the stage or of the account. */
  tooManyRequests: { threshold: 1, period: 300 },
  /** 99th percentile of the door, which promises an answer within two seconds. */
  slowDoor: { threshold: 2000, period: 300 },
  /** Wrong or missing tokens of known hook keys, all salons together. */
  refusedTokens: { threshold: 100, period: 300 },
  /** Accepted events that wait for a worker. */
  queueAge: { threshold: 900, period: 60 },
  /** Steps of jobs that nobody begins. */
  jobAge: { threshold: 900, period: 60 },
  /** Messages that nobody begins of what is to be sent to CoMagic. */
  deliveryAge: { threshold: 900, period: 60 },
  /** Accounts that are sent nothing: a key, an address or a component was refused, or too much of what was sent. */
  accountsStopped: { threshold: 1, period: 300 },
  /** Accounts that are not stopped and of which something has waited for four hours. */
  accountsLate: { threshold: 1, period: 300 },
  /** Salons whose requests go to a campaign, source or site that CoMagic uses no more; counted hourly. */
  defaultsInactive: { threshold: 1, period: 7200 },
  /** Events that failed too often and now stand in the journal as failed. */
  parked: { threshold: 1, period: 60 },
  /** Dead letters that could not be moved into the journal: SQS takes them out of a queue's age after three receipts. */
  parkingFails: { threshold: 1, period: 60 },
  /** A dead-letter queue that nobody empties. */
  deadLetterAge: { threshold: 900, period: 60 },
  /** Messages that no code could read, which only code of another version can have sent. */
  unreadable: { threshold: 1, period: 300 },
  /** Messages that one worker gave back: a few that fail alone are five each and then parked. */
  workerRetries: { threshold: 20, period: 300 },
  /** Runs of a worker that ended in a crash or a time-out. */
  workerErrors: { threshold: 3, period: 300 },
  /** Folds of a set of more than 1,000 rows. */
  largeSets: { threshold: 1, period: 3600 },
  /** Starts that AWS refused, of the door, of the cabinet's function and of a worker. */
  doorThrottles: { threshold: 1, period: 300 },
  cabinetThrottles: { threshold: 1, period: 300 },
  workerThrottles: { threshold: 1, period: 300 },
  /** Reads and writes that the tables refused. */
  tableThrottles: { threshold: 1, period: 300 },
} as const satisfies Record<string, AlarmLimit>;
export type AlarmName = keyof typeof alarms;

/** When an alarm rings. */
export function limitOf(alarm: AlarmName): AlarmLimit {
  return alarms[alarm];
}

/** Where the runbook says what to do. `runbook`: its file, as people open it. */
export function runbookSection(runbook: string, alarm: AlarmName): string {
  return `${runbook}#${alarm.toLowerCase()}`;
}
