import type { Query } from '../../api/client.ts';
import { periodOf } from '../../parts/period.ts';
import { useView, type View } from '../../parts/view-in-url.ts';
import { isProblem } from './problem-names.ts';

const names = ['salon', 'status', 'kind', 'from', 'to', 'warned', 'source', 'problem'] as const;
export type Filters = View<(typeof names)[number]>;

const statuses = ['done', 'ignored', 'failed', 'refused'] as const;
const kinds = ['booking', 'deal'] as const;

/** The filters of the journal, which stand in its address, and a way to change them. */
export function useFilters(): [Filters, (change: Filters) => void] {
  return useView(names);
}

/** As the route takes them. What an address holds beside that is left out; the last day is part of the period. */
export function queryOf({
  salon,
  status,
  kind,
  from,
  to,
  warned,
  source,
  problem = '',
}: Filters): Query<'GET /api/events'> {
  return {
    salon,
    status: statuses.find((known) => known === status),
    kind: kinds.find((known) => known === kind),
    ...periodOf({ from, to }),
    warned: warned === 'true' ? 'true' : undefined,
    source: source === 'import' ? source : undefined,
    problem: salon !== undefined && isProblem(problem) ? problem : undefined,
  };
}
