import type { FunctionName } from '../../lib/model/env.ts';

/** Bytes of a function's bundle, as it is and compressed by gzip: at most so many, a KB taken as 1,000. */
export interface Budget {
  bytes: number;
  gzip: number;
}

/** With the client of the queue, for a worker sends crossings, with what wipes events that are of an erasure, and what journals imports. */
const worker = { bytes: 342_000, gzip: 113_000 };
export const budgets: Record<FunctionName, Budget> = {
  // What settings teach of an event's name and ids is read at the door as the workers read it.
  webhook: { bytes: 190_000, gzip: 65_000 },
  bookings: worker,
  deals: worker,
  // It reads events as the workers do: of one that was erased it wipes the records.
  parked: { bytes: 330_000, gzip: 108_000 },
  jobs: { bytes: 362_000, gzip: 120_000 },
  // It fills the catalog as well, and joins deals with their requests.
  delivery: { bytes: 256_000, gzip: 85_000 },
  // It reads a phone as the reader does, for an erasure, and a delivery that somebody pastes into a search; it sends test deliveries, makes events of rows of a table,
  // and keeps access keys in SSM.
  admin: { bytes: 486_000, gzip: 161_000 },
};

/** Of functions whose cold start people or events wait for: most of the time that the same takes when it is bundled as CDK does by default. */
export const ratios: Partial<Record<FunctionName, number>> = {
  webhook: 0.55,
  bookings: 0.85,
  deals: 0.85,
  parked: 0.85,
};
