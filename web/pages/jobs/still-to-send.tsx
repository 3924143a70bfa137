import type { OutboundKind } from '../../../lib/model/outbound-state.ts';
import { useAnswer } from '../../parts/cabinet.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';

/** How often (ms) is asked how much waits. */
const every = 5000;
const kinds = ['request', 'deal', 'contact'] as const satisfies readonly OutboundKind[];

/** What a job has marked is sent at the pace that CoMagic allows: how much waits, and for how many days. */
export function StillToSend() {
  const { jobs } = useLateWords();
  const format = useFormat();
  const { data } = useAnswer('GET /api/connection', {}, { every });
  if (data === undefined) return null;
  const { waiting, days } = data.status;
  const left = kinds.reduce((sum, kind) => sum + (waiting[kind] ?? 0), 0);
  return (
    <p className="about">
      {left === 0 ? jobs.allSent : jobs.toSend(format.number(left), days < 1 ? undefined : format.number(days))}{' '}
      <Link to="/connection">{jobs.toConnection}</Link>
    </p>
  );
}
