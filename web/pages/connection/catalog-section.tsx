import type { CatalogFill } from '../../../lib/model/outbound-state.ts';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { useReasonWords } from '../../parts/reason-words.ts';
import { Section } from '../../parts/section.tsx';
import type { Connection } from './draft.ts';
import { Outcome } from './outcome.tsx';

const lists = ['campaigns', 'sources', 'sites'] as const;

/** Whether the lists that settings pick from come from CoMagic. */
export function CatalogSection({ connection: { keySet, status } }: { connection: Connection }) {
  const { catalog, connection } = useLateWords();
  const { lists: said } = connection;
  const format = useFormat();
  const { catalog: fill } = status;
  if (!keySet) return null;
  return (
    <Section title={said.title} about={said.about}>
      {fill === undefined ? (
        <p>{said.never}</p>
      ) : (
        <>
          <p className="soft">{said.at(format.second(fill.at))}</p>
          <ul className="checked">
            {lists.map((list, at) => (
              <Filled
                key={list}
                list={list}
                name={catalog.lists[list]}
                outcome={fill[list]}
                isSaid={lists.findIndex((other) => fill[other] === fill[list]) < at}
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

interface FilledProps {
  list: (typeof lists)[number];
  name: string;
  outcome: CatalogFill['sites'];
  /** Whether a list above has the same to say. */
  isSaid: boolean;
}

function Filled({ list, name, outcome, isSaid }: FilledProps) {
  const { lists: said } = useLateWords().connection;
  const wordsOf = useReasonWords();
  const isOk = outcome === 'ok';
  return (
    <Outcome
      name={<Link to={`/catalog/${list}`}>{name}</Link>}
      chip={isOk ? { tone: 'good', said: said.filled } : { tone: 'warn', said: said.byHand }}
      words={isOk || isSaid ? undefined : outcome === 'too_large' ? said.tooLarge : wordsOf(outcome)}
    />
  );
}
