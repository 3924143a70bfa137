import { useLocation } from 'wouter';
import type { Answer, Body } from '../../api/client.ts';
import { useAct } from '../../parts/cabinet.tsx';

export type Problem = Answer<'GET /api/problems'>['items'][number];

/** Asks for a job and leads to it, where it tells what it would do. */
export function useAskForJob() {
  const [, navigate] = useLocation();
  const act = useAct('POST /api/jobs', ['GET /api/jobs']);
  return {
    isPending: act.isPending,
    error: act.error,
    ask: (body: Body<'POST /api/jobs'>) => {
      act.mutate(
        { body },
        {
          onSuccess: ({ id }) => {
            navigate(`/jobs/${id}`);
          },
        },
      );
    },
  };
}

/** Which lines of its salon are those of a problem. */
export function filterOf({ reason }: Problem): { reason: string } | { status: 'done'; warned: true } {
  return reason === 'warned' ? { status: 'done', warned: true } : { reason };
}
