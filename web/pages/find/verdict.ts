import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { reasonsOf } from '../journal/line-words.ts';
import type { Found } from './use-find.ts';

/** The answer in a sentence or two. */
export function useVerdict(): (found: Found) => string {
  const { find, reasons } = useLateWords();
  const format = useFormat();
  return (found) => {
    if (found.nothing !== undefined) return find.nothing;
    const records = recordsOf(found);
    // What is seen in lists says more than what is not.
    const [first, ...others] = [...records].sort((a, b) => a.hidden.length - b.hidden.length);
    if (first !== undefined) {
      const what = first.type === 'request' ? find.request : find.deal;
      const when = format.moment(first.at);
      const why = first.hidden.map((reason) => find.reasons[reason]).join('; ');
      const said = why === '' ? find.shown(what, first.extId, when) : find.hidden(what, first.extId, why);
      return others.length > 0 ? `${said} ${find.and(others.length)}` : said;
    }
    const [reason] = found.events.flatMap(reasonsOf);
    return reason === undefined ? find.noRecordDone : find.noRecord(reasons[reason].said);
  };
}

/** Requests and deals alike; `at`: when they were made. */
export function recordsOf({ requests, deals }: Found) {
  return [
    ...requests.map((request) => ({ ...request, type: 'request' as const, at: request.dateTime })),
    ...deals.map(({ name, contact, createdDateTime, ...deal }) => ({
      ...deal,
      type: 'deal' as const,
      at: createdDateTime,
      name: contact?.name ?? name,
      phone: contact?.phone,
    })),
  ];
}
