import { smallest } from './order.ts';
import { lastSaid, type Told } from './told.ts';

/** Deletions and a soft deletion say yes; created, restored and a soft deletion taken back say no; nothing else speaks of it. */
export function isDeleted(events: Told[]): boolean {
  return lastSaid(events, saysDeleted) ?? false;
}

/** The act of an event goes before its fields. */
function saysDeleted({ reading }: Told): boolean | undefined {
  if (reading.act === 'deleted') return true;
  return reading.act === 'created' ? false : reading.deleted;
}

/** Whether an event gave a stage or a sum to what was deleted by then. */
export function updatedAfterDeletion(events: Told[]): boolean {
  let deleted = false;
  for (const event of events) {
    const says = saysDeleted(event);
    const { stage, amount } = event.reading;
    if (deleted && says === undefined && (stage !== undefined || amount !== undefined)) return true;
    deleted = says ?? deleted;
  }
  return false;
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
