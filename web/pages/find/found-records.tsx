import type { ReactNode } from 'react';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { Link } from '../../parts/link.tsx';
import { useSalonNames } from '../../parts/salon-names.ts';
import { recordPath } from '../records/paths.ts';
import type { recordsOf } from './verdict.ts';

/** Requests and deals, each in a line, under a heading. */
export function FoundRecords({ title, records }: { title: ReactNode; records: ReturnType<typeof recordsOf> }) {
  const { find } = useLateWords();
  const { nameOf } = useSalonNames();
  const format = useFormat();
  return (
    <div className="sheet section">
      {title}
      <ul className="found">
        {records.map((record) => (
          <li key={`${record.type} ${record.id}`}>
            <Chip tone={record.hidden.length > 0 ? 'warn' : 'good'}>
              {record.type === 'request' ? find.request : find.deal}
            </Chip>
            <Link to={recordPath(record.type === 'request' ? 'requests' : 'deals', record.id)}>{record.extId}</Link>
            <span>{[record.name, record.phone].filter((said) => said !== undefined).join(', ')}</span>
            <span className="about">
              {format.moment(record.at)} · {nameOf(record.salon)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
