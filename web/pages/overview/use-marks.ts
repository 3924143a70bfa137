import { useQuery } from '@tanstack/react-query';
import type { Answer, Call, CallError } from '../../api/client.ts';
import { useCabinet, useKey } from '../../parts/cabinet.tsx';

type AuditItem = Answer<'GET /api/audit'>['items'][number];

export interface Mark {
  at: string;
  kind: 'saved' | 'mapped' | 'rotated' | 'job';
  salon: string | undefined;
  /** Of a job. */
  what?: Job | undefined;
}

type Job = Answer<'GET /api/jobs'>['items'][number]['what'];
const jobs: readonly Job[] = ['replay', 'refold', 'rechoose', 'erase', 'resend', 'backfill'];

const acts = ['salon_saved', 'hook_rotated', 'job_started'] as const;
/** Pages of 500 acts that are read of each kind. */
const mostPages = 10;

/** What was done in a period after which numbers may be others; only administrators may ask. */
export function useMarks(query: { from?: string | undefined; to?: string | undefined; salon?: string | undefined }) {
  const { call, mayChange } = useCabinet();
  const keyOf = useKey();
  return useQuery<Mark[], CallError>({
    queryKey: keyOf('GET /api/audit', 'marks', query),
    queryFn: async () => {
      const read = await Promise.all(acts.map((what) => readActs(call, { ...query, what })));
      return read
        .flat()
        .flatMap(markOf)
        .sort((a, b) => a.at.localeCompare(b.at));
    },
    enabled: mayChange,
  });
}

async function readActs(call: Call, query: object): Promise<AuditItem[]> {
  const items: AuditItem[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await call('GET /api/audit', { query: { ...query, limit: '500', cursor } });
    items.push(...answer.items);
    cursor = answer.cursor;
    if (cursor === undefined) break;
  }
  return items;
}

function markOf({ at, what, salon, changes }: AuditItem): Mark[] {
  if (what === 'hook_rotated') return [{ at, kind: 'rotated', salon }];
  if (what === 'job_started')
    return [{ at, kind: 'job', salon, what: jobs.find((job) => job === changes['what']?.to) }];
  const changed = Object.keys(changes);
  const isMapped = changed.includes('fieldMap');
  const isOther = changed.some((field) => field !== 'fieldMap');
  return [
    ...(isMapped ? [{ at, kind: 'mapped' as const, salon }] : []),
    ...(isOther || !isMapped ? [{ at, kind: 'saved' as const, salon }] : []),
  ];
}
