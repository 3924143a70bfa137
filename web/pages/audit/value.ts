import { useFormat } from '../../parts/format.ts';
import { useWords } from '../../parts/language.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { inLine } from '../../words/plural.ts';

export function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** A setting as people read it; of some fields each value has a name. */
export function useValue(): (field: string, value: unknown) => string {
  const { audit } = useLateWords().accounts;
  const nameOf = useNames();
  const partOf = useParts(nameOf);
  return (field, value) => {
    if (value === undefined || isEmpty(value)) return audit.nothing;
    if (Array.isArray(value)) {
      const names = value.map((one) => nameOf(field, one));
      return field === 'components' ? inLine(names) : names.join(', ');
    }
    if (typeof value !== 'object' || value === null) return nameOf(field, value);
    if ('last4' in value) return audit.ending(String(value.last4));
    return Object.entries(value)
      .map(([key, part]) => partOf(field, key, part))
      .join(', ');
  };
}

/** What a value of a field is called. */
function useNames(): (field: string, value: unknown) => string {
  const { accounts, salon, jobs, journal, taught, reasons } = useLateWords();
  const { shell } = useWords();
  const format = useFormat();
  const { defaultCampaignId: campaign, defaultSourceId: source } = salon.fields;
  const names = new Map<string, Record<string, string>>([
    ['requestsFrom', salon.requests.from],
    ['attributeTo', { campaign, source }],
    ['components', accounts.components],
    ['role', shell.roles],
    ['what', jobs.what],
    ['stageTypes', salon.more.stage],
    ['bookingStatuses', salon.more.status],
    ['fieldMap', taught],
    ['status', journal.status],
    ['kind', journal.kinds],
    ['reason', Object.fromEntries(Object.entries(reasons).map(([reason, { name }]) => [reason, name]))],
  ]);
  const said: Record<string, (text: string) => string> = {
    startDate: format.date,
    since: format.date,
    from: format.moment,
    to: format.moment,
    accessKey: accounts.audit.ending,
  };
  return (field, value) => {
    if (typeof value === 'boolean') return value ? accounts.audit.yes : accounts.audit.no;
    return names.get(field)?.[String(value)] ?? said[field]?.(String(value)) ?? String(value);
  };
}

/** One of several that a field holds: of a filter or of choices what each is, of words that were taught what each means. */
function useParts(nameOf: (field: string, value: unknown) => string) {
  const { accounts, journal, salon } = useLateWords();
  const { audit } = accounts;
  const { status, kind, from, to, warned } = journal.filters;
  const labels: Record<string, string> = { ...salon.fields, status, kind, from, to, warned, reason: audit.reason };
  return (field: string, key: string, part: unknown): string =>
    field === 'filter' || field === 'choices'
      ? audit.set(labels[key] ?? key, nameOf(key, part))
      : audit.means(key, nameOf(field, part));
}
