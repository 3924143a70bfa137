import type { FunctionName } from '../../lib/model/env.ts';

/** Bytes of a function's bundle, as it is and compressed by gzip: at most so many, a KB taken as 1,000. */
export interface Budget {
  bytes: number;
  gzip: number;
}

const worker = { bytes: 300_000, gzip: 95_000 };
export const budgets: Record<FunctionName, Budget> = {
  webhook: { bytes: 200_000, gzip: 65_000 },
  bookings: worker,
  deals: worker,
  // It reads events as the workers do: of one that was erased it wipes the records.
  parked: { bytes: 350_000, gzip: 115_000 },
  jobs: { bytes: 380_000, gzip: 125_000 },
  // It reads a phone as the reader does, for an erasure, and a delivery that somebody pastes into a search.
  admin: { bytes: 425_000, gzip: 142_000 },
};

/** Functions whose cold start people or events wait for: held to the ratio. */
export const timed: readonly FunctionName[] = ['webhook', 'bookings', 'deals', 'parked'];

/** Most of the time that the same function takes when it is bundled as CDK does by default: what we want, what fails. */
export const ratio = { goal: 0.75, gate: 0.85 } as const;
