import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { NoSalons } from '../../parts/nothing-yet.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { daysAfter, isDate } from '../../parts/period.ts';
import { useSalonNames } from '../../parts/salon-names.ts';
import { Segments } from '../../parts/segments.tsx';
import { Select } from '../../parts/select.tsx';
import { Failed } from '../../parts/states.tsx';
import { useSheet } from '../../parts/use-sheet.ts';
import { useView } from '../../parts/view-in-url.ts';
import { ColumnsForm, fieldsOf } from './columns-form.tsx';
import { compared, type Columns } from './compare.ts';
import { ComparisonView } from './comparison-view.tsx';
import { kinds, useOurs, type Asked } from './use-ours.ts';

/** An export of ProfSalon's beside what came; nothing of it leaves the browser. */
export function ReconcilePage() {
  const { reconcile } = useLateWords();
  const [asked, change] = useAsked();
  const { sheet, error, take: read } = useSheet(reconcile);
  const [columns, setColumns] = useState<Partial<Columns>>({});
  const [isOn, setOn] = useState(false);
  const take = async (file: File) => {
    setOn(false);
    setColumns({});
    await read(file);
  };
  const { id } = columns;
  const { options, isKnown } = useSalonNames();
  const head = <PageHead title={reconcile.title} about={reconcile.about} />;
  if (isKnown && options.length === 0) {
    return (
      <>
        {head}
        <NoSalons />
      </>
    );
  }
  return (
    <>
      {head}
      <AskedForm
        asked={asked}
        onChange={(next) => {
          setOn(false);
          change(next);
        }}
      />
      <FileDrop
        words={reconcile}
        chosen={sheet && reconcile.chosen(sheet.name, sheet.table.rows.length)}
        error={error}
        onFile={(file) => void take(file)}
      />
      {sheet !== undefined && (
        <>
          <ColumnsForm
            kind={asked.kind}
            head={sheet.table.head}
            columns={columns}
            onChange={(next) => {
              setOn(false);
              setColumns(next);
            }}
          />
          <div className="row">
            <Button
              look="main"
              isDisabled={id === undefined || asked.salon === ''}
              onPress={() => {
                setOn(true);
              }}
            >
              {reconcile.compare}
            </Button>
            {asked.salon === '' && <span className="about">{reconcile.salonFirst}</span>}
          </div>
          {isOn && id !== undefined && <Compared asked={asked} rows={sheet.table.rows} columns={{ ...columns, id }} />}
        </>
      )}
    </>
  );
}

const usualDays = 30;

/** What is compared stands in the address; the only salon of an account need not be chosen. */
function useAsked(): [Asked, (change: Partial<Asked>) => void] {
  const [view, change] = useView(['kind', 'salon', 'from', 'to'] as const);
  const { options } = useSalonNames();
  const format = useFormat();
  const to = isDate(view.to) ? view.to : format.day(new Date().toISOString());
  const only = options.length === 1 ? options[0]?.id : undefined;
  const asked = {
    kind: kinds.find((kind) => kind === view.kind) ?? 'deals',
    salon: view.salon ?? only ?? '',
    from: isDate(view.from) ? view.from : daysAfter(to, 1 - usualDays),
    to,
  };
  return [asked, change];
}

function AskedForm({ asked, onChange }: { asked: Asked; onChange: (change: Partial<Asked>) => void }) {
  const { reconcile } = useLateWords();
  const { options } = useSalonNames();
  return (
    <>
      <div>
        <Segments
          label={reconcile.what}
          value={asked.kind}
          options={kinds.map((id) => ({ id, name: reconcile.kinds[id] }))}
          onChange={(kind) => {
            onChange({ kind });
          }}
        />
      </div>
      <div className="filters">
        <Select
          label={reconcile.salon}
          options={options}
          value={asked.salon}
          placeholder={reconcile.chooseSalon}
          onChange={(salon) => {
            onChange({ salon });
          }}
          search
        />
        <DateField
          label={reconcile.from}
          value={asked.from}
          onChange={(from) => {
            onChange({ from });
          }}
        />
        <DateField
          label={reconcile.to}
          value={asked.to}
          onChange={(to) => {
            onChange({ to });
          }}
        />
      </div>
    </>
  );
}

interface ComparedProps {
  asked: Asked;
  rows: readonly string[][];
  columns: Columns;
}

function Compared({ asked, rows, columns }: ComparedProps) {
  const { reconcile } = useLateWords();
  const format = useFormat();
  const ours = useOurs(asked, true);
  if (ours.isError) return <Failed error={ours.error} onRetry={() => void ours.refetch()} />;
  if (ours.data === undefined) return <p role="status">{reconcile.reading(format.number(ours.count))}</p>;
  if (ours.data.isCut) return <Notice tone="calm">{reconcile.tooMany}</Notice>;
  const known = fieldsOf(asked.kind).filter((field) => columns[field] !== undefined);
  const used = { id: columns.id, ...Object.fromEntries(known.map((field) => [field, columns[field]])) };
  return <ComparisonView comparison={compared(rows, used, ours.data.items)} kind={asked.kind} salon={asked.salon} />;
}
