import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useAnswer, useCabinet } from '../../parts/cabinet.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { useWords } from '../../parts/language.tsx';
import { Link } from '../../parts/link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import type { SheetTable } from '../../parts/read-table.ts';
import { Segments } from '../../parts/segments.tsx';
import { useFailure } from '../../parts/states.tsx';
import { useSheet } from '../../parts/use-sheet.ts';
import { ColumnsForm } from './columns-form.tsx';
import { chosen, guessed, twice, type Holds, type Kind } from './columns.ts';
import { RunView } from './run-view.tsx';
import { useImport } from './use-import.ts';

const kinds: readonly Kind[] = ['booking', 'deal'];

/** For those who may change the account. */
export function ImportPage({ id }: { id: string }) {
  const { calls } = useWords();
  const { imports } = useLateWords();
  const { mayChange } = useCabinet();
  if (mayChange) return <ImportTable id={id} />;
  return (
    <>
      <Crumbs id={id} />
      <PageHead title={imports.title} />
      <p>{calls.forbidden}</p>
    </>
  );
}

/** A table of bookings or deals becomes events of the salon, as its columns are chosen. */
function ImportTable({ id }: { id: string }) {
  const words = useWords();
  const { imports, taught } = useLateWords();
  const [kind, setKind] = useState<Kind>('booking');
  const { sheet, error, take: read } = useSheet(imports);
  const [holds, setHolds] = useState<Holds[]>([]);
  const { run, error: failed, start, stop, reset } = useImport(id);
  const isGoing = run?.state === 'going';
  const guess = (table: SheetTable, of: Kind) => {
    reset();
    setHolds(guessed(table.head, of, taught));
  };
  const take = async (file: File) => {
    reset();
    const table = await read(file);
    if (table !== undefined) guess(table, kind);
  };
  return (
    <>
      <Crumbs id={id} />
      <PageHead title={imports.title} about={imports.about} />
      <div>
        <Segments
          label={imports.what}
          value={kind}
          options={kinds.map((one) => ({ id: one, name: imports.kinds[one] }))}
          onChange={(one) => {
            setKind(one);
            if (sheet !== undefined) guess(sheet.table, one);
          }}
        />
      </div>
      <FileDrop
        words={imports}
        chosen={sheet && imports.chosen(sheet.name, sheet.table.rows.length)}
        error={error}
        onFile={(file) => void take(file)}
      />
      {sheet !== undefined && (
        <>
          <ColumnsForm
            table={sheet.table}
            holds={holds}
            onChange={(next) => {
              reset();
              setHolds(next);
            }}
          />
          <Acts
            holds={holds}
            isGoing={isGoing}
            onRun={(dryRun) => {
              void start({ kind, table: sheet.table, columns: chosen(sheet.table.head, holds), dryRun });
            }}
          />
          {run?.state === 'failed' && <Unsent error={failed} />}
          {run !== undefined && (
            <RunView
              run={run}
              salon={id}
              names={chosen(sheet.table.head, holds).map(
                ({ place }) => sheet.table.head[place] ?? words.salons.unnamed,
              )}
              onStop={stop}
            />
          )}
        </>
      )}
    </>
  );
}

function Crumbs({ id }: { id: string }) {
  const { salons } = useWords();
  const { data } = useAnswer('GET /api/salons/{id}', { id });
  return (
    <nav className="crumbs">
      <Link to="/salons">{salons.title}</Link>
      {' / '}
      <Link to={`/salons/${id}`}>{data?.salonName ?? salons.unnamed}</Link>
    </nav>
  );
}

interface ActsProps {
  holds: readonly Holds[];
  isGoing: boolean;
  onRun: (dryRun: boolean) => void;
}

function Acts({ holds, isGoing, onRun }: ActsProps) {
  const { imports, taught } = useLateWords();
  const field = twice(holds);
  const isOff = isGoing || field !== undefined || holds.every((one) => one === 'none');
  return (
    <>
      {field !== undefined && <Notice tone="warn">{imports.twice(taught[field])}</Notice>}
      <div className="row">
        <Button
          isDisabled={isOff}
          onPress={() => {
            onRun(true);
          }}
        >
          {imports.check}
        </Button>
        <Button
          look="main"
          isDisabled={isOff}
          onPress={() => {
            onRun(false);
          }}
        >
          {imports.start}
        </Button>
      </div>
    </>
  );
}

function Unsent({ error }: { error: Error | null }) {
  const failure = useFailure();
  return <Notice tone="bad">{error === null ? null : failure(error)}</Notice>;
}
