import type { FoldedDeal } from './deal.ts';
import type { ReadSet } from './event-set.ts';
import type { FoldedRequest } from './request.ts';

/**
 * A view: what a set tells of a record, and of what it was folded. Equal digests mean equal views. `first`: when the first of
 * its rows was received.
 */
export interface View<T> {
  digest: string;
  record: T | undefined;
  first?: string | undefined;
}

/** A deal's own request; `superseded`: by those of the bookings that the deal names. */
export type OwnRequest = FoldedRequest | 'superseded';

/** What a deal's set was folded from, and into. */
export interface DealFold {
  contents: ReadSet;
  deal: FoldedDeal | undefined;
  request: OwnRequest | undefined;
}

/** What a booking's request is folded from: its set, and those of the deals that speak on it. */
export interface BookingSources {
  own: ReadSet;
  deals: ReadSet[];
  /** Ids of the deals that name too many bookings to speak on it. */
  passed: string[];
  /** Whether more deals would speak than may. */
  cut: boolean;
}
