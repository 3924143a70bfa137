import type { FunctionName } from './env.ts';
import { deliveryQueue, jobQueue, queueSettings } from './queues.ts';

interface FunctionLimits {
  timeoutSeconds: number;
  /** MB; the share of a processor goes with it. */
  memory: number;
}

const worker = { timeoutSeconds: queueSettings.workerTimeout, memory: 512 } as const;

/** How long a function may run, here as in AWS, and what it has for it there. */
export const functionLimits = {
  // Memory buys processor: at 1 GB the door's cold start is about half of what it is at 512 MB.
  webhook: { timeoutSeconds: 10, memory: 1024 },
  bookings: worker,
  deals: worker,
  parked: worker,
  jobs: { timeoutSeconds: jobQueue.timeout, memory: 1024 },
  delivery: { timeoutSeconds: deliveryQueue.timeout, memory: 512 },
  // API Gateway gives up at 30 s.
  admin: { timeoutSeconds: 29, memory: 1024 },
} as const satisfies Record<FunctionName, FunctionLimits>;
