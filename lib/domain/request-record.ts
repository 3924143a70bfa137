import type { RequestItem, RequestRecord } from '../model/api-records.ts';
import type { RequestColumns } from '../model/columns.ts';
import type { SetRef } from '../model/event-set.ts';
import { recordId } from '../model/ids.ts';
import type { FoldedRequest } from '../model/records.ts';
import type { BookingStatus, StageType } from '../model/words.ts';
import { requestSummary } from './columns.ts';
import { present } from '../model/present.ts';
import { typeSaid, type Today } from './today.ts';

/** A line of the page of requests, with today's settings. */
export function requestItem(columns: RequestColumns, today: Today): RequestItem {
  const { set, bookingStatus, senderPipeline, stage, stageStatus, ...rest } = columns;
  return present({
    ...rest,
    id: recordId(set),
    salon: today.salon.key,
    salonId: today.salon.salonId,
    bookingStatus: bookingStatus ?? statusOfStage(typeSaid({ senderPipeline, stage, stageStatus }, today)),
  });
}

/** A single request, with today's settings. */
export function requestRecord(set: SetRef, request: FoldedRequest, today: Today): RequestRecord {
  const { message, number, durationMin, prepaid, services, staff, pageUrl, referrer } = request;
  const { userFields, utm, clickIds, emails, warnings } = request;
  return present({
    ...requestItem(requestSummary(set, request), today),
    phones: request.phones.map((phone) => phone.shown),
    emails,
    message,
    number,
    durationMin,
    prepaid,
    services,
    staff,
    pageUrl,
    referrer,
    userFields,
    utm,
    clickIds,
    warnings,
  });
}

const statuses = { in_process: 'new', success: 'came', failed: 'cancelled' } as const satisfies Record<
  StageType,
  BookingStatus
>;

/** Where no booking event says a status, it follows from the type of the deal's stage. */
function statusOfStage(type: StageType | undefined): BookingStatus {
  return statuses[type ?? 'in_process'];
}
