import type { SetContents, SetRef } from '../model/event-set.ts';
import { recordId } from '../model/ids.ts';
import { present } from '../model/present.ts';
import { shownOf } from '../model/record-fields.ts';
import {
  requestFields,
  type FoldedRequest,
  type RequestColumns,
  type RequestItem,
  type RequestRecord,
  type Superseded,
} from '../model/request.ts';
import type { BookingStatus, StageType } from '../model/words.ts';
import { bookingsNamed } from './event-set.ts';
import { bookingStatusIn, unknownStatuses } from './status.ts';
import { stageSaid, type Today } from './today.ts';

/** A line of the page of requests, with today's settings. */
export function requestItem(set: SetRef, columns: RequestColumns, today: Today): RequestItem {
  return present({
    ...shownOf(requestFields, columns),
    ...identity(set, today),
    bookingStatus: statusOf(columns, today),
  });
}

/** A single request, with today's settings. */
export function requestRecord(set: SetRef, request: FoldedRequest, today: Today): RequestRecord {
  return present({
    ...shownOf(requestFields, request),
    ...identity(set, today),
    bookingStatus: statusOf(request, today),
    phones: request.phones.map(({ shown }) => shown),
    staff: today.names.named('staff', request.staff),
    warnings: [...request.warnings, ...unknownStatuses(request.statuses ?? [], today.statusTaught)],
  });
}

const superseded: ['superseded'] = ['superseded'];

/** A deal's own request, superseded by those of the bookings that the deal names; without its events. */
export function supersededRecord(set: SetRef, contents: SetContents, today: Today): Superseded {
  const bookings = bookingsNamed(contents);
  return present({
    ...identity(set, today),
    hidden: superseded,
    supersededBy: bookings.map((id) => recordId({ salonKey: set.salonKey, kind: 'booking', id })),
  });
}

function identity(set: SetRef, { salon }: Today) {
  return { id: recordId(set), salon: salon.key, salonId: salon.salonId };
}

const statuses = { in_process: 'new', success: 'came', failed: 'cancelled' } as const satisfies Record<
  StageType,
  BookingStatus
>;

/** Where no booking event says a status, it follows from the type of the deal's stage. */
function statusOf(request: RequestColumns, today: Today): BookingStatus {
  if (request.deleted === true) return 'deleted';
  const said = bookingStatusIn(request.statuses ?? [], today.statusTaught);
  return said ?? statuses[stageSaid(request, today)?.type ?? 'in_process'];
}
