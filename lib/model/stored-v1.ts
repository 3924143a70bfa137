import * as v from 'valibot';
import { foldedDealSchema } from './deal.ts';
import { phonesSchema } from './records.ts';
import { foldedRequestSchema, requestColumnsSchema } from './request.ts';
import { bookingStatusSchema } from './words.ts';

/** How version 1 kept views and columns, as today's shapes. */

const statusV1 = v.looseObject({ bookingStatus: v.optional(bookingStatusSchema) });

/** One word for what was said, or for a deletion. */
function withStatuses({ bookingStatus, ...rest }: v.InferOutput<typeof statusV1>): Record<string, unknown> {
  if (bookingStatus === undefined) return rest;
  return bookingStatus === 'deleted' ? { ...rest, deleted: true } : { ...rest, statuses: [{ word: bookingStatus }] };
}

export const foldedRequestV1Schema = v.pipe(statusV1, v.transform(withStatuses), foldedRequestSchema);
export const requestColumnsV1Schema = v.pipe(statusV1, v.transform(withStatuses), requestColumnsSchema);

const dealV1 = v.looseObject({
  contact: v.optional(v.looseObject({ phones: phonesSchema, emails: v.array(v.string()) })),
});

export const foldedDealV1Schema = v.pipe(
  dealV1,
  v.transform(({ contact, ...rest }) =>
    contact === undefined ? rest : { ...rest, contact, phones: contact.phones, emails: contact.emails },
  ),
  foldedDealSchema,
);
