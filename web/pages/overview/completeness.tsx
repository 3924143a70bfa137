import { useState } from 'react';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Section } from '../../parts/section.tsx';
import { numbers, TableHead } from '../../parts/table-head.tsx';
import { ChartOrTable, type Looks } from './chart-or-table.tsx';
import type { Door } from './door.ts';
import { line, type StepSum } from './sums.ts';

interface CompletenessProps {
  steps: readonly StepSum[];
  known: number;
  all: number;
  door: Door;
}

/** Of how many requests the source is known, by which step, and CoMagic's line. */
export function Completeness({ steps, known, all, door }: CompletenessProps) {
  const { overview } = useLateWords();
  const { complete } = overview;
  const format = useFormat();
  const [looks, setLooks] = useState<Looks>('table');
  const share = known / Math.max(all, 1);
  return (
    <Section
      title={complete.title}
      about={complete.about}
      aside={<ChartOrTable looks={looks} onChange={setLooks} of={complete.title} />}
    >
      <p>
        {complete.known(format.share(share), format.number(known), format.number(all))}{' '}
        <strong>{share >= line ? complete.above : complete.below}</strong>
      </p>
      {known < all && (
        <Link to={door('requests', { step: 'unfound' })}>{complete.without(format.number(all - known))}</Link>
      )}
      {looks === 'chart' ? <StepsChart steps={steps} /> : <StepsTable steps={steps} door={door} />}
      <p className="about">{complete.default}</p>
    </Section>
  );
}

const width = 720;

/** One bar of all requests, a part a step, and the line. */
function StepsChart({ steps }: { steps: readonly StepSum[] }) {
  const { overview, records } = useLateWords();
  const format = useFormat();
  const ends = steps.map((_, at) => steps.slice(0, at).reduce((sum, { share }) => sum + share, 0));
  return (
    <>
      <svg
        className="chart chart-steps"
        viewBox={`0 0 ${width} 40`}
        preserveAspectRatio="none"
        role="img"
        aria-label={overview.complete.title}
      >
        {steps.map(({ step, share }, at) => (
          <rect
            key={step}
            className={`chart-step-${step}`}
            x={(ends[at] ?? 0) * width}
            y="5"
            width={share * width}
            height="30"
          >
            <title>{`${records.step[step]}: ${format.share(share)}`}</title>
          </rect>
        ))}
        <line className="chart-line" x1={line * width} x2={line * width} y1="0" y2="40" />
      </svg>
      <ul className="legend">
        {steps
          .filter(({ count }) => count > 0)
          .map(({ step, share }) => (
            <li key={step} className={`legend-${step}`}>
              {records.step[step]}: {format.share(share)}
            </li>
          ))}
        <li className="legend-line">{overview.complete.line}</li>
      </ul>
    </>
  );
}

function StepsTable({ steps, door }: Pick<CompletenessProps, 'steps' | 'door'>) {
  const { overview, records } = useLateWords();
  const { complete } = overview;
  const format = useFormat();
  return (
    <table className="table table-small" aria-label={complete.title}>
      <TableHead columns={[complete.step, numbers(complete.count), numbers(complete.share), numbers(complete.sum)]} />
      <tbody>
        {steps.map(({ step, count, share, sum }) => (
          <tr key={step}>
            <th scope="row">{records.step[step]}</th>
            <td className="number" data-label={complete.count}>
              <Link to={door('requests', { step })}>{format.number(count)}</Link>
            </td>
            <td className="number" data-label={complete.share}>
              {format.share(share)}
            </td>
            <td className="number" data-label={complete.sum}>
              {sum === undefined ? '' : format.share(sum)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
