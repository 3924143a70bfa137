import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import type { Mark } from './use-marks.ts';

export interface DayCounts {
  day: string;
  requests: number;
  deals: number;
}

const width = 720;
const height = 180;
const axis = 150;
const top = 12;

/** Two bars a day, and below them what was changed on that day. A table of the same stands behind the switch. */
export function DaysChart({ days, marks }: { days: readonly DayCounts[]; marks: readonly Mark[] }) {
  const { overview } = useLateWords();
  const format = useFormat();
  const most = Math.max(1, ...days.flatMap(({ requests, deals }) => [requests, deals]));
  const step = width / Math.max(days.length, 1);
  const bar = Math.min(16, step * 0.36);
  const tall = (count: number) => (count / most) * (axis - top);
  const placeOf = (day: string) => days.findIndex((one) => one.day === day) * step + step / 2;
  const labels = new Set([0, Math.floor(days.length / 2), days.length - 1]);
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={overview.perDay}>
      <line className="chart-axis" x1="0" x2={width} y1={axis} y2={axis} />
      <text className="chart-text" x="0" y={top - 2}>
        {format.number(most)}
      </text>
      {days.map(({ day, requests, deals }, at) => (
        <g key={day}>
          <title>
            {overview.ofDay(format.date(day), `${overview.countRequests(requests)}, ${overview.countDeals(deals)}`)}
          </title>
          <rect
            className="chart-first"
            x={at * step + step / 2 - bar}
            y={axis - tall(requests)}
            width={bar - 0.5}
            height={tall(requests)}
          />
          <rect
            className="chart-second"
            x={at * step + step / 2 + 0.5}
            y={axis - tall(deals)}
            width={bar - 0.5}
            height={tall(deals)}
          />
          {labels.has(at) && (
            <text className="chart-text" x={at * step + step / 2} y={height - 4} textAnchor={anchor(at, days.length)}>
              {format.date(day)}
            </text>
          )}
        </g>
      ))}
      {marks.map(({ at, kind }, place) => {
        const x = placeOf(format.day(at));
        return (
          <path key={`${at} ${place}`} className="chart-mark" d={`M${x} ${axis + 3}l5 9h-10Z`}>
            <title>{`${format.moment(at)}: ${overview.marks.kinds[kind]}`}</title>
          </path>
        );
      })}
    </svg>
  );
}

/** The first and the last stay inside. */
function anchor(at: number, count: number): 'start' | 'middle' | 'end' {
  if (at === 0) return 'start';
  return at === count - 1 ? 'end' : 'middle';
}
