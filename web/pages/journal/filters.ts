import { useLocation, useSearch } from 'wouter';
import type { Query } from '../../api/client.ts';

const names = ['salon', 'status', 'kind', 'from', 'to', 'warned'] as const;
type Name = (typeof names)[number];
export type Filters = Partial<Record<Name, string>>;

const statuses = ['done', 'ignored', 'failed', 'refused'] as const;
const kinds = ['booking', 'deal'] as const;

/** The filters of the journal, which stand in its address, and a way to change them. */
export function useFilters(): [Filters, (change: Filters) => void] {
  const parameters = new URLSearchParams(useSearch());
  const [path, navigate] = useLocation();
  const filters: Filters = {};
  for (const name of names) {
    const value = parameters.get(name);
    if (value !== null && value !== '') filters[name] = value;
  }
  return [
    filters,
    (change) => {
      const next = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...filters, ...change })) if (value !== '') next.set(name, value);
      navigate(`${path}?${next}`, { replace: true });
    },
  ];
}

const day = 86_400_000;

/** As the route takes them. What an address holds beside that is left out; the last day is part of the period. */
export function queryOf({ salon, status, kind, from, to, warned }: Filters): Query<'GET /api/events'> {
  return {
    salon,
    status: statuses.find((known) => known === status),
    kind: kinds.find((known) => known === kind),
    from: isDate(from) ? from : undefined,
    to: isDate(to) ? new Date(Date.parse(to) + day).toISOString().slice(0, 10) : undefined,
    warned: warned === 'true' ? 'true' : undefined,
  };
}

const dateForm = /^\d{4}-\d{2}-\d{2}$/;

function isDate(text: string | undefined): text is string {
  return text !== undefined && dateForm.test(text) && !Number.isNaN(Date.parse(text));
}
