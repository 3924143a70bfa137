import type { Received } from '../model/message.ts';

/** Messages in work at once. */
const abreast = 5;
/** From this receipt on a message is suspected of hanging or of killing the process. */
const suspectFrom = 3;

/**
 * The order in which a batch is worked on, one wave after the other: what came for the first or second time five
 * abreast, then each suspect alone, so that what it may take along is already done.
 */
export function wavesOf(batch: readonly Received[]): Received[][] {
  const fresh = batch.filter(({ receiveCount }) => receiveCount < suspectFrom);
  const suspects = batch.filter(({ receiveCount }) => receiveCount >= suspectFrom);
  suspects.sort((a, b) => a.receiveCount - b.receiveCount);
  const waves = suspects.map((one) => [one]);
  for (let end = fresh.length; end > 0; end -= abreast) waves.unshift(fresh.slice(Math.max(0, end - abreast), end));
  return waves;
}
