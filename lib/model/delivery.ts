import type { IgnoredReason, RefusedReason } from './reasons.ts';
import type { Salon } from './settings.ts';
import type { Kind } from './words.ts';

/** A POST to the webhook, as it came in. */
export interface Delivery {
  /** As it stands in the path: anything. */
  hookKey: string;
  /** Values by lower-case name; more than one when a header came twice. */
  headers: ReadonlyMap<string, readonly string[]>;
  /** What the query calls `token`. */
  queryTokens: readonly string[];
  body: Uint8Array;
}

/** What a hook key leads to; `endsAt`: when a rotated key stops to admit. */
export interface FoundHook {
  salon: Salon;
  endsAt?: string;
}

/** What became of one event of a delivery; `kind` is null when nothing says one. */
export interface EventAnswer {
  id: string;
  kind: Kind | null;
  status: 'accepted' | 'ignored' | 'unavailable';
  reason?: IgnoredReason;
}

/** What the door answers: about each event, or that the whole was refused, or that settings could not be read. */
export type DeliveryAnswer =
  | { outcome: 'queued' | 'partly_queued'; events: EventAnswer[] }
  | { outcome: 'unavailable' }
  | { outcome: RefusedReason };
export type DeliveryOutcome = DeliveryAnswer['outcome'];
