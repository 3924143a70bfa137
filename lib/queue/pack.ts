import { maxBatchBytes, maxBatchEntries } from '../model/queues.ts';

/** Something to be sent, `bytes` long as SQS counts. */
export interface Sized {
  bytes: number;
}

/** Cuts a list, in its order, into batches that one call takes: up to ten entries and 256 KB together. */
export function pack<T extends Sized>(entries: readonly T[]): T[][] {
  const batches: T[][] = [];
  let room = 0;
  for (const entry of entries) {
    const last = batches.at(-1);
    if (last === undefined || last.length === maxBatchEntries || entry.bytes > room) {
      batches.push([entry]);
      room = maxBatchBytes - entry.bytes;
    } else {
      last.push(entry);
      room -= entry.bytes;
    }
  }
  return batches;
}
