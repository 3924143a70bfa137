import { useLateWords } from '../../parts/late-words.ts';
import { Segments } from '../../parts/segments.tsx';
import { ColumnsChoice } from './columns-choice.tsx';
import type { SharedView } from './records-view.ts';

interface ListActsProps {
  view: SharedView;
  onChange: (change: SharedView) => void;
  all: readonly { id: string; name: string }[];
  chosen: readonly { id: string }[];
  usual: readonly string[];
}

/** In which order, and with which columns. */
export function ListActs({ view, onChange, all, chosen, usual }: ListActsProps) {
  const { records } = useLateWords();
  return (
    <>
      <Segments
        label={records.order}
        value={view.order === 'asc' ? 'asc' : 'desc'}
        options={[
          { id: 'desc', name: records.newestFirst },
          { id: 'asc', name: records.oldestFirst },
        ]}
        onChange={(order) => {
          onChange({ order: order === 'asc' ? 'asc' : '' });
        }}
      />
      <ColumnsChoice
        all={all}
        chosen={chosen}
        usual={usual}
        onChange={(columns) => {
          onChange({ columns });
        }}
      />
    </>
  );
}
