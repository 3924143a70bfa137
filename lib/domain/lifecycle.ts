import { smallest } from './order.ts';
import { lastSaid, type Told } from './told.ts';

/** Deletions and `deleted: true` say yes, created and `deleted: false` say no, nothing else speaks of it. */
export function isDeleted(events: Told[]): boolean {
  return lastSaid(events, saysDeleted) ?? false;
}

function saysDeleted({ reading }: Told): boolean | undefined {
  if (reading.act === 'deleted' || reading.deleted === true) return true;
  return reading.act === 'created' || reading.deleted === false ? false : undefined;
}

/** A stub until an event was created or updated, or gave it a client or a creation time. */
export function isStub(events: Told[]): boolean {
  return !events.some(
    ({ reading, createdAt }) =>
      reading.act === 'created' || reading.act === 'updated' || reading.client !== undefined || createdAt !== undefined,
  );
}

/** The smallest creation time said. */
export function createdIn(events: Told[]): string | undefined {
  return smallest(events.map((event) => event.createdAt));
}
