import { useLateWords } from '../../parts/late-words.ts';
import { Segments } from '../../parts/segments.tsx';

export type Looks = 'chart' | 'table';

/** A drawing says nothing to those who do not see it: the same stands in a table. */
export function ChartOrTable({ looks, onChange, of }: { looks: Looks; onChange: (looks: Looks) => void; of: string }) {
  const { overview } = useLateWords();
  return (
    <Segments
      label={`${overview.view}: ${of}`}
      value={looks}
      options={[
        { id: 'chart', name: overview.asChart },
        { id: 'table', name: overview.asTable },
      ]}
      onChange={onChange}
    />
  );
}
