import { useState } from 'react';
import { useCabinet } from '../../parts/cabinet.tsx';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { SaveBar } from '../../parts/save-bar.tsx';
import { useUnsaved } from '../../parts/unsaved.ts';
import { ListTable } from './list-table.tsx';
import type { List, ListName } from './lists.ts';
import { lists } from './lists.ts';
import { mergedRows, repeatedIds, type Row } from './rows.ts';
import { useSaveList } from './use-save-list.ts';

/** One list, edited as a whole and saved as a whole. */
export function ListForm({ list, saved }: { list: ListName; saved: List }) {
  const { catalog } = useLateWords();
  const cabinet = useCabinet();
  const mayChange = cabinet.mayChange && saved.isManaged !== true;
  const [base, setBase] = useState(saved);
  const [rows, setRows] = useState(saved.rows);
  const [isMerged, setMerged] = useState(false);
  const isDirty = JSON.stringify(rows) !== JSON.stringify(base.rows);
  useUnsaved(isDirty);
  const show = (next: List, shown = next.rows) => {
    setBase(next);
    setRows(shown);
    setMerged(shown !== next.rows);
  };
  if (!isDirty && saved.version > base.version) show(saved);
  const save = useSaveList(list, {
    onSaved: show,
    onTheirs: (theirs) => {
      show(theirs, mergedRows(base.rows, rows, theirs.rows));
    },
  });
  const faults = { ...repeatedIds(rows), ...save.faults };
  const add = () => {
    setRows([...rows, newRow(lists[list].states[0])]);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(repeatedIds(rows)).length === 0) save.run({ rows, version: base.version });
      }}
    >
      {saved.isManaged === true && <Notice tone="calm">{catalog.managed}</Notice>}
      {isMerged && <Notice tone="warn">{catalog.merged}</Notice>}
      <Rows list={list} rows={rows} faults={faults} onChange={mayChange ? setRows : undefined} />
      {mayChange && (
        <div>
          <Button onPress={add}>
            <Icon name="plus" size={16} />
            {catalog.add}
          </Button>
        </div>
      )}
      {mayChange && (
        <SaveBar
          isShown={isDirty}
          isSaving={save.isPending}
          isSaved={save.isSuccess}
          error={save.error}
          submit={catalog.save}
          onReset={() => {
            save.reset();
            show(base);
          }}
        />
      )}
    </form>
  );
}

/** The table, or in words that there is nothing in it. */
function Rows(props: Parameters<typeof ListTable>[0]) {
  const { catalog } = useLateWords();
  if (props.rows.length > 0) return <ListTable {...props} />;
  return <p className="soft">{props.onChange === undefined ? catalog.emptyViewer : catalog.empty}</p>;
}

function newRow(state: string): Row {
  return { id: '', name: '', state, siteId: '' };
}
