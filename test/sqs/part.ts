import type { Driver } from './driver.ts';

/** What a part of the contract is given: how to declare a test, which gets the driver once the engine runs. */
export interface Part {
  behaves: (title: string, test: (sqs: Driver) => Promise<void>) => void;
  maximumBytes: number;
}
