import { useState } from 'react';
import { useLateWords } from '../../parts/late-words.ts';
import { TableHead } from '../../parts/table-head.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { ListRow } from './list-row.tsx';
import { lists, type ListName } from './lists.ts';
import type { Row } from './rows.ts';

/** More are found by the search: a list may have 5,000. */
const mostShown = 100;

interface ListTableProps {
  list: ListName;
  rows: readonly Row[];
  /** `items.3.id` → code. */
  faults: Record<string, string>;
  /** Absent: it is not edited. */
  onChange: ((rows: readonly Row[]) => void) | undefined;
}

export function ListTable({ list, rows, faults, onChange }: ListTableProps) {
  const { catalog } = useLateWords();
  const [sought, setSought] = useState('');
  const { named, hasSite } = lists[list];
  const found = [...rows.entries()].filter(([at, row]) => fits(row, sought) || isWrong(faults, at));
  const shown = found.slice(0, mostShown);
  return (
    <>
      <div className="list-head">
        <TextField label={catalog.find} value={sought} onChange={setSought} />
        <p className="soft" role="status">
          {shown.length < found.length ? catalog.shown(shown.length, found.length) : catalog.counted(found.length)}
        </p>
      </div>
      <div className="sheet">
        <table className="table table-edited" aria-label={catalog.lists[list]}>
          <TableHead
            columns={[
              { name: catalog.id, look: 'narrow' },
              named === 'domain' ? catalog.domain : catalog.name,
              ...(hasSite ? [{ name: catalog.site, look: 'narrow' }] : []),
              { name: catalog.state, look: 'state' },
            ]}
            hasActs
          />
          <tbody>
            {shown.map(([at, row]) => (
              <ListRow
                key={at}
                list={list}
                row={row}
                fault={(field) => faults[`items.${at}.${field}`]}
                onChange={
                  onChange &&
                  ((next) => {
                    onChange(
                      rows.flatMap((known, index) => (index !== at ? [known] : next === undefined ? [] : [next])),
                    );
                  })
                }
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function fits({ id, name }: Row, sought: string): boolean {
  const text = sought.trim().toLocaleLowerCase();
  return text === '' || id.includes(text) || name === '' || name.toLocaleLowerCase().includes(text);
}

function isWrong(faults: Record<string, string>, at: number): boolean {
  return Object.keys(faults).some((path) => path.startsWith(`items.${at}.`));
}
