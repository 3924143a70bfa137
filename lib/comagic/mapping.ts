import type { Mapping } from '../model/outbound.ts';
import { catalogEntries } from './catalog-entries.ts';
import { dateTimeIn } from './date-time.ts';
import { dealRows } from './deal-rows.ts';
import { funnelRow } from './funnel-row.ts';
import { phoneNumbers } from './person.ts';
import { requestRow } from './request-row.ts';

/** Our records in the Data API's names. */
export const dataApiMapping: Mapping = {
  requestRow,
  dealRows,
  funnelRow,
  contactRow: ({ name, phones, emails, createdDateTime }, extId, zone) => ({
    ext_id: extId,
    // A contact has to have one.
    name: name ?? '—',
    created_date_time: dateTimeIn(createdDateTime, zone),
    phone_numbers: phoneNumbers(phones),
    emails: [...new Set(emails)],
  }),
  catalog: catalogEntries,
  dateTimeIn,
};
