import { lastSaid, type Told } from './told.ts';
import type { Reading } from '../model/reading.ts';

type Status = NonNullable<Reading['status']>;

/** The last status that these events said; an event called a cancellation says it by its name. */
export function statusIn(events: Told[]): Status | undefined {
  return lastSaid(events, ({ reading }) => (reading.act === 'cancelled' ? 'cancelled' : reading.status));
}
