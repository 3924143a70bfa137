import type { FoldedDeal } from '../../lib/model/deal.ts';
import type { FoldedRequest } from '../../lib/model/request.ts';

/** A deal of which little was said. */
export function aFoldedDeal(over: Partial<FoldedDeal> = {}): FoldedDeal {
  return {
    extId: '771904',
    currency: 'RUB',
    createdDateTime: '2026-03-14T09:31:05.000Z',
    modifiedDateTime: '2026-03-17T14:05:44.000Z',
    useDefaultPipeline: true,
    stageHistory: [],
    tags: [],
    services: [],
    userFields: [],
    bookingIds: [],
    deleted: false,
    hidden: [],
    warnings: [],
    ...over,
  };
}

/** A request of which little was said; attributed to nothing. */
export function aFoldedRequest(over: Partial<FoldedRequest> = {}): FoldedRequest {
  return {
    extId: '558213',
    dateTime: '2026-03-14T09:31:05.000Z',
    phones: [],
    emails: [],
    currency: 'RUB',
    services: [],
    userFields: [],
    attribution: { step: 'none', reason: 'no_default' },
    noContact: true,
    hidden: [],
    warnings: [],
    ...over,
  };
}
