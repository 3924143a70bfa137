import type { DealColumns, RequestColumns } from '../model/columns.ts';
import type { SetRef } from '../model/event-set.ts';
import type { FoldedDeal, FoldedRequest } from '../model/records.ts';
import { present } from '../model/present.ts';

/** What a list keeps of a request, and the moment it is sorted by. */
export function requestColumns(set: SetRef, request: FoldedRequest): { dateTime: string; summary: RequestColumns } {
  return { dateTime: request.dateTime, summary: requestSummary(set, request) };
}

/** What a list keeps of a deal, and the moment it is sorted by. */
export function dealColumns(set: SetRef, deal: FoldedDeal): { dateTime: string; summary: DealColumns } {
  return { dateTime: deal.createdDateTime, summary: dealSummary(set, deal) };
}

/** The columns of a request, as folded. */
export function requestSummary(set: SetRef, request: FoldedRequest): RequestColumns {
  return present({
    set,
    extId: request.extId,
    dateTime: request.dateTime,
    name: request.name,
    phone: request.phone,
    email: request.email,
    bookingStatus: request.bookingStatus,
    senderPipeline: request.senderPipeline,
    stage: request.stage,
    stageStatus: request.stageStatus,
    startsAt: request.startsAt,
    amount: request.amount,
    currency: request.currency,
    origin: request.origin,
    visitorSessionId: request.visitorSessionId,
    campaignId: request.campaignId,
    sourceId: request.sourceId,
    siteId: request.siteId,
    attribution: request.attribution,
    noContact: request.noContact,
    hidden: request.hidden,
  });
}

/** The columns of a deal, as folded. */
export function dealSummary(set: SetRef, deal: FoldedDeal): DealColumns {
  return present({
    set,
    extId: deal.extId,
    name: deal.name,
    revenue: deal.revenue,
    paidAmount: deal.paidAmount,
    currency: deal.currency,
    createdDateTime: deal.createdDateTime,
    modifiedDateTime: deal.modifiedDateTime,
    closedDateTime: deal.closedDateTime,
    useDefaultPipeline: deal.useDefaultPipeline,
    senderPipeline: deal.senderPipeline,
    stage: deal.stage,
    stageStatus: deal.stageStatus,
    manager: deal.manager,
    contact: deal.contact && contactColumns(deal.contact),
    deleted: deal.deleted,
    hidden: deal.hidden,
  });
}

function contactColumns({ id, name, phone, email }: NonNullable<FoldedDeal['contact']>) {
  return present({ id, name, phone, email });
}
