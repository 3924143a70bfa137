import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import type { Door } from './door.ts';
import type { dealSums } from './sums.ts';

interface TilesProps {
  requests: number;
  deals: number;
  sums: ReturnType<typeof dealSums>;
  door: Door;
}

/** The numbers of a period, each a door to its rows. */
export function Tiles({ requests, deals, sums: { counts, won }, door }: TilesProps) {
  const { overview } = useLateWords();
  const format = useFormat();
  return (
    <dl className="tiles">
      <Tile name={overview.requests} value={format.number(requests)} to={door('requests')} />
      <Tile name={overview.deals} value={format.number(deals)} to={door('deals')} />
      <Tile name={overview.success} value={format.number(counts.success)} to={door('deals', { type: 'success' })} />
      <Tile
        name={overview.inProcess}
        value={format.number(counts.in_process)}
        to={door('deals', { type: 'in_process' })}
      />
      <Tile name={overview.failed} value={format.number(counts.failed)} to={door('deals', { type: 'failed' })} />
      {counts.none > 0 && (
        <Tile name={overview.noStage} value={format.number(counts.none)} to={door('deals', { type: 'none' })} />
      )}
      {won.flatMap(({ currency, revenue, count }) => [
        <Tile
          key={`${currency} revenue`}
          name={overview.revenue}
          value={format.money(revenue, currency)}
          to={door('deals', { type: 'success' })}
        />,
        <Tile
          key={`${currency} average`}
          name={overview.average}
          value={format.money(Math.round(revenue / count), currency)}
          to={door('deals', { type: 'success' })}
        />,
      ])}
    </dl>
  );
}

function Tile({ name, value, to }: { name: string; value: string; to: string }) {
  return (
    <div className="tile">
      <dt>{name}</dt>
      <dd>
        <Link to={to} look="bare">
          {value}
        </Link>
      </dd>
    </div>
  );
}
