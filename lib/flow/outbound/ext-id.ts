import { encodeId, recordId } from '../../model/ids.ts';
import type { OutboundRecord } from '../../model/outbound-state.ts';

/** The id of a record there: two salons of an account may have the same of theirs. */
export function recordExtId(record: OutboundRecord): string {
  return record.kind === 'contact' ? `${record.salonKey}.${encodeId(record.key)}` : recordId(record.set);
}
