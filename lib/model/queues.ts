/** The two work queues; each has a dead-letter queue named `<queue>-dead`. Times in seconds. */
export const queues = { bookings: { name: 'bookings' }, deals: { name: 'deals' } } as const;
export type QueueName = keyof typeof queues;

const workerTimeout = 10;
/** How long AWS may wait to fill a batch. */
const batchingWindow = 1;

/**
 * The queue of jobs. It has no dead-letter queue: a job is its row, and what is lost the sweep sends again. `visibilityTimeout` as
 * above; a step that died is begun again by the sweep.
 */
export const jobQueue = {
  name: 'jobs',
  timeout: 300,
  /** Beyond the end of a step, until another may be begun. */
  leaseMargin: 60,
  visibilityTimeout: 6 * 300,
  retention: 3600,
  /** Seconds from one sweep to the next. */
  sweep: 60,
} as const;

/**
 * The queue of what is sent to CoMagic: as that of jobs, for what is to be sent is marked in its record. `settle`: seconds after
 * which a call that was given up is not carried out any more; `call`: how long one may take.
 */
export const deliveryQueue = {
  name: 'delivery',
  timeout: 120,
  settle: 60,
  call: 20,
  visibilityTimeout: 6 * 120,
  retention: 3600,
  sweep: 60,
} as const;

export const queueSettings = {
  batchSize: 10,
  batchingWindow,
  /** How often a message is tried before it is parked. */
  maxReceiveCount: 5,
  workerTimeout,
  /**
   * A message stays hidden while AWS fills a batch and starts a throttled worker again. Source: "Creating and configuring
   * an Amazon SQS event source mapping", AWS Lambda developer guide.
   */
  visibilityTimeout: 6 * workerTimeout + batchingWindow,
  retention: 7 * 24 * 3600,
  deadLetterRetention: 14 * 24 * 3600,
} as const;

/** How many messages wait in a queue, and how many are being worked on. */
export interface Depth {
  waiting: number;
  inFlight: number;
}
/** Depths of all queues; of a work queue beside that of its dead letters. */
export type QueueDepths = Record<QueueName, Depth & { deadLetters: Depth }> & Record<typeof jobQueue.name, Depth>;

/** Bytes of a message and of one batch call: the smaller limit of compatible services (256 KB). */
export const maxBatchBytes = 262_144;
export const maxBatchEntries = 10;
