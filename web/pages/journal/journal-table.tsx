import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { TableHead } from '../../parts/table-head.tsx';
import { LineState } from './line-state.tsx';
import { hasMade, reasonsOf, useLineTitle, useMade, type Line } from './line-words.ts';

export function JournalTable({ items }: { items: readonly Line[] }) {
  const { journal } = useLateWords();
  const { nameOf } = useSalonNames();
  const { columns } = journal;
  return (
    <div className="sheet">
      <table className="table" aria-label={journal.title}>
        <TableHead columns={[columns.when, columns.what, columns.salon, columns.became]} />
        <tbody>
          {items.map((line) => (
            <JournalRow key={`${line.receivedAt} ${line.id}`} line={line} salon={nameOf(line.salon)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function JournalRow({ line, salon }: { line: Line; salon: string }) {
  const format = useFormat();
  const titleOf = useLineTitle();
  return (
    <tr>
      <td className="when">
        <time dateTime={line.receivedAt}>{format.second(line.receivedAt)}</time>
      </td>
      <th scope="row">
        <Link to={`/journal/${encodeURIComponent(line.id)}`}>{titleOf(line)}</Link>
      </th>
      <td>{salon}</td>
      <td>
        <Became line={line} />
      </td>
    </tr>
  );
}

/** The state, and in a word what was made and why not more. */
function Became({ line }: { line: Line }) {
  const { journal, reasons } = useLateWords();
  const made = useMade();
  const why = reasonsOf(line).map((reason) => reasons[reason].name);
  const said = why.length > 0 && !hasMade(line) ? why : [made(line), ...why];
  return (
    <span className="row became">
      <LineState status={line.status} />
      <span>{said.join(' · ')}</span>
      {line.warningCount > 0 && <Chip tone="warn">{journal.warnings(line.warningCount)}</Chip>}
    </span>
  );
}
