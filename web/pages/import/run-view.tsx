import { Button } from '../../parts/button.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import type { Run, Told } from './use-import.ts';

const mostShown = 200;

interface RunViewProps {
  run: Run;
  salon: string;
  /** Names of the columns that were sent, in their order. */
  names: readonly string[];
  onStop: () => void;
}

/** How far an import is, or what became of it: what was taken, and why which rows were not. */
export function RunView({ run, salon, names, onStop }: RunViewProps) {
  const { imports } = useLateWords();
  const format = useFormat();
  const { told, all, state, dryRun } = run;
  return (
    <Section title={dryRun ? imports.checked : imports.done}>
      {state === 'going' && (
        <div className="progress">
          <progress value={told.length} max={all} aria-label={imports.title} />
          <span role="status">{imports.going(format.number(told.length), format.number(all))}</span>
          <Button onPress={onStop}>{imports.stop}</Button>
        </div>
      )}
      {state === 'stopped' && <Notice tone="calm">{imports.stopped}</Notice>}
      {state !== 'going' && <Verdict run={run} />}
      {state !== 'going' && <Refused told={told} names={names} />}
      {state === 'done' && !dryRun && <Link to={`/journal?source=import&salon=${salon}`}>{imports.toJournal}</Link>}
    </Section>
  );
}

function Verdict({ run: { told, dryRun } }: { run: Run }) {
  const { imports, reasons } = useLateWords();
  const count = (state: Told['row']['state']) => told.filter(({ row }) => row.state === state).length;
  const warned = told.filter(({ row }) => row.state === 'accepted' && row.warnings.length > 0).length;
  const ignored = Map.groupBy(
    told.flatMap(({ row }) => (row.state === 'ignored' ? [row.reason] : [])),
    (reason) => reason,
  );
  const parts = [
    imports.accepted[dryRun ? 'check' : 'import'](count('accepted')),
    ...[...ignored].map(([reason, { length }]) => imports.ignored(reasons[reason].name, length)),
    ...(count('refused') > 0 ? [imports.refused(count('refused'))] : []),
    ...(count('unavailable') > 0 ? [imports.unavailable(count('unavailable'))] : []),
    ...(warned > 0 ? [imports.warned(warned)] : []),
  ];
  return (
    <p className="verdict" role="status">
      {parts.join(' ')}
    </p>
  );
}

/** Rows by their number: what stands in them is not repeated. */
function Refused({ told, names }: { told: readonly Told[]; names: readonly string[] }) {
  const { imports } = useLateWords();
  const { table, faults, first } = imports;
  const refused = told.flatMap(({ number, row }) => (row.state === 'refused' ? [{ number, ...row }] : []));
  if (refused.length === 0) return null;
  return (
    <>
      <table className="table table-small" aria-label={imports.refused(refused.length)}>
        <TableHead columns={[table.row, table.column, table.why]} />
        <tbody>
          {refused.slice(0, mostShown).map(({ number, reason, column }) => (
            <tr key={number}>
              <th scope="row" data-label={table.row}>
                {number}
              </th>
              <td data-label={table.column}>
                <bdi>{names[column ?? -1] ?? '—'}</bdi>
              </td>
              <td data-label={table.why}>{faults[reason]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused.length > mostShown && <p className="about">{first(mostShown)}</p>}
    </>
  );
}
