import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import type { Mark } from './use-marks.ts';

export interface DayCounts {
  day: string;
  requests: number;
  deals: number;
}

const width = 720;
const height = 150;
const axis = 134;

/** Two bars a day, and below them what was changed on that day. A table of the same stands behind the switch. */
export function DaysChart({ days, marks }: { days: readonly DayCounts[]; marks: readonly Mark[] }) {
  const { overview } = useLateWords();
  const format = useFormat();
  const most = Math.max(1, ...days.flatMap(({ requests, deals }) => [requests, deals]));
  const step = width / Math.max(days.length, 1);
  const bar = Math.min(16, step * 0.36);
  const tall = (count: number) => (count / most) * axis;
  const placeOf = (day: string) => days.findIndex((one) => one.day === day) * step + step / 2;
  return (
    <figure className="figure">
      <span className="chart-text">{format.number(most)}</span>
      <svg
        className="chart chart-days"
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={overview.perDay}
      >
        {days.map(({ day, requests, deals }, at) => (
          <g key={day}>
            <title>
              {overview.ofDay(format.date(day), `${overview.countRequests(requests)}, ${overview.countDeals(deals)}`)}
            </title>
            <Bar look="first" x={at * step + step / 2 - bar} width={bar - 0.5} height={tall(requests)} />
            <Bar look="second" x={at * step + step / 2 + 0.5} width={bar - 0.5} height={tall(deals)} />
          </g>
        ))}
        <line className="chart-axis" x1="0" x2={width} y1={axis} y2={axis} />
        {marks.map(({ at, kind }, place) => (
          <rect
            key={`${at} ${place}`}
            className="chart-mark"
            x={placeOf(format.day(at)) - 3}
            y={axis + 4}
            width="6"
            height={height - axis - 4}
          >
            <title>{`${format.moment(at)}: ${overview.marks.kinds[kind]}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="chart-days-named">
        {labelled(days).map((day) => (
          <span key={day} className="chart-text">
            {format.date(day)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Bar({ look, x, width, height }: { look: 'first' | 'second'; x: number; width: number; height: number }) {
  return <rect className={`chart-${look}`} x={x} y={axis - height} width={width} height={height} />;
}

/** The first day, one in the middle and the last. */
function labelled(days: readonly DayCounts[]): string[] {
  const places = [0, Math.floor((days.length - 1) / 2), days.length - 1];
  return [...new Set(places)].flatMap((at) => days[at]?.day ?? []);
}
