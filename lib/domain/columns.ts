import { dealFields, type FoldedDeal } from '../model/deal.ts';
import { keptOf } from '../model/record-fields.ts';
import { requestFields, type FoldedRequest } from '../model/request.ts';

/** What puts a record into its list: the moment it is sorted by, what the list keeps of it, and the rest. */
interface Columns {
  dateTime: string;
  summary: object;
  rest: object;
}

export function dealColumns(deal: FoldedDeal): Columns {
  return {
    dateTime: deal.createdDateTime,
    summary: keptOf(dealFields, deal, 'list'),
    rest: keptOf(dealFields, deal, 'record'),
  };
}

export function requestColumns(request: FoldedRequest): Columns {
  return {
    dateTime: request.dateTime,
    summary: keptOf(requestFields, request, 'list'),
    rest: keptOf(requestFields, request, 'record'),
  };
}
