import { useState } from 'react';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Section } from '../../parts/section.tsx';
import { numbers, TableHead } from '../../parts/table-head.tsx';
import { ChartOrTable, type Looks } from './chart-or-table.tsx';
import { DaysChart, type DayCounts } from './days-chart.tsx';
import type { Door } from './door.ts';
import type { Mark } from './use-marks.ts';

interface DaysSectionProps {
  days: readonly DayCounts[];
  marks: readonly Mark[];
  door: Door;
}

/** What came on each day, drawn or as a table. */
export function DaysSection({ days, marks, door }: DaysSectionProps) {
  const { overview } = useLateWords();
  const [looks, setLooks] = useState<Looks>('chart');
  return (
    <Section title={overview.perDay} aside={<ChartOrTable looks={looks} onChange={setLooks} of={overview.perDay} />}>
      {looks === 'table' ? (
        <DaysTable days={days} door={door} />
      ) : (
        <>
          <p className="legend">
            <span className="legend-first">{overview.requests}</span>
            <span className="legend-second">{overview.deals}</span>
            {marks.length > 0 && <span className="legend-mark">{overview.marks.title}</span>}
          </p>
          <DaysChart days={days} marks={marks} />
        </>
      )}
    </Section>
  );
}

function DaysTable({ days, door }: Pick<DaysSectionProps, 'days' | 'door'>) {
  const { overview } = useLateWords();
  const format = useFormat();
  return (
    <table className="table table-small" aria-label={overview.perDay}>
      <TableHead columns={[overview.day, numbers(overview.requests), numbers(overview.deals)]} />
      <tbody>
        {days.map(({ day, requests, deals }) => (
          <tr key={day}>
            <th scope="row">{format.date(day)}</th>
            <td className="number" data-label={overview.requests}>
              <Link to={door('requests', { from: day, to: day })}>{format.number(requests)}</Link>
            </td>
            <td className="number" data-label={overview.deals}>
              <Link to={door('deals', { from: day, to: day })}>{format.number(deals)}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
