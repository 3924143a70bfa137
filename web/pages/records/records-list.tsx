import type { ReactNode } from 'react';
import type { Answer, CallError } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { isDate } from '../../parts/period.ts';
import { NothingYet } from '../../parts/nothing-yet.tsx';
import { Failed, Skeleton } from '../../parts/states.tsx';
import type { useStillList } from '../../parts/still-list.ts';
import { WindowTable, type Column } from '../../parts/window-table.tsx';
import { chosenColumns, useOrder } from './chosen-columns.ts';
import { ListActs } from './list-acts.tsx';
import type { SharedView } from './records-view.ts';

type Item = Answer<'GET /api/requests'>['items'][number] | Answer<'GET /api/deals'>['items'][number];

interface RecordsListProps<I extends Item> {
  label: string;
  list: ReturnType<typeof useStillList<I>>;
  /** All columns, and the ids of those that usually stand. */
  all: readonly Column<I>[];
  usual: readonly string[];
  view: SharedView;
  onChange: (change: SharedView) => void;
  /** A whole number with its noun. */
  counted: (count: number) => string;
  empty: string;
  /** Id of the record that is open. */
  open: string | undefined;
  /** What else can be done with the list, at the end of its line. */
  children: ReactNode;
}

/** Rows that stand still, with how many there are: a number is said once the list was read to its end. */
export function RecordsList<I extends Item>(props: RecordsListProps<I>) {
  const { label, list, all, usual, view, onChange, counted, empty, open, children } = props;
  const { records } = useLateWords();
  const { pages, items, stoppedShort, fresh, showFresh } = list;
  const columns = chosenColumns(all, usual, view.columns);
  const ordered = useOrder(columns);
  // A call that stopped short goes on when that is wanted, any other when its rows were seen.
  const mayGoOn = pages.hasNextPage && !stoppedShort && !pages.isFetchingNextPage;
  return (
    <>
      <div className="list-line">
        {pages.isSuccess && (
          <>
            <Count {...{ pages, stoppedShort, counted }} count={items.length} />
            <LastDays view={view} />
          </>
        )}
        {fresh.count > 0 && (
          <Button look="main" onPress={showFresh}>
            {records.fresh(fresh.count, fresh.more)}
          </Button>
        )}
        <div className="acts">
          {children}
          <ListActs view={view} onChange={onChange} all={all} chosen={columns} usual={usual} />
        </div>
      </div>
      {pages.isPending && <Skeleton rows={8} />}
      {pages.isError && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && items.length === 0 && !pages.hasNextPage && (
        <NothingYet title={records.emptyTitle}>{empty}</NothingYet>
      )}
      {items.length > 0 && (
        <WindowTable
          label={label}
          columns={ordered}
          items={items}
          idOf={({ id }) => id}
          open={open}
          onEnd={mayGoOn ? () => void pages.fetchNextPage() : undefined}
        />
      )}
    </>
  );
}

/** Without a day, the routes answer the last 30. */
function LastDays({ view: { from, to } }: { view: SharedView }) {
  const { records } = useLateWords();
  return isDate(from) || isDate(to) ? null : <span className="about">{records.lastDays}</span>;
}

interface CountProps {
  pages: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => Promise<unknown>;
    error: CallError | null;
  };
  stoppedShort: boolean;
  count: number;
  counted: (count: number) => string;
}

function Count({ pages, stoppedShort, count, counted }: CountProps) {
  const { records } = useLateWords();
  const format = useFormat();
  if (!pages.hasNextPage) {
    return (
      <span className="count" role="status">
        {counted(count)}
      </span>
    );
  }
  return (
    <>
      <span className="about" role="status">
        {stoppedShort ? records.looked(count) : records.shown(format.number(count))}
      </span>
      {stoppedShort && (
        <Button isDisabled={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {records.goOn}
        </Button>
      )}
    </>
  );
}
