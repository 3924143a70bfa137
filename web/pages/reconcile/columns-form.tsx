import { useLateWords } from '../../parts/late-words.ts';
import { Section } from '../../parts/section.tsx';
import { Select } from '../../parts/select.tsx';
import { fields, type Columns, type Field } from './compare.ts';
import type { Kind } from './use-ours.ts';

interface ColumnsFormProps {
  kind: Kind;
  head: readonly string[];
  columns: Partial<Columns>;
  onChange: (columns: Partial<Columns>) => void;
}

/** What is compared of a kind of records. */
export function fieldsOf(kind: Kind): readonly Field[] {
  return kind === 'deals' ? fields : fields.filter((field) => field !== 'stage');
}

const none = 'none';

/** Which column of the export holds what. */
export function ColumnsForm({ kind, head, columns, onChange }: ColumnsFormProps) {
  const { columns: words } = useLateWords().reconcile;
  const options = head.map((name, at) => ({ id: String(at), name: name === '' ? `№ ${at + 1}` : name }));
  const valueOf = (name: keyof Columns) => (columns[name] === undefined ? '' : String(columns[name]));
  return (
    <Section title={words.title} about={words.about}>
      <div className="filters wide">
        <Select
          label={words.id}
          options={options}
          value={valueOf('id')}
          onChange={(at) => {
            onChange({ ...columns, id: Number(at) });
          }}
        />
        {fieldsOf(kind).map((field) => (
          <Select
            key={field}
            label={words[field]}
            options={[{ id: none, name: words.none }, ...options]}
            value={valueOf(field) || none}
            onChange={(at) => {
              const { [field]: _, ...others } = columns;
              onChange(at === none ? others : { ...others, [field]: Number(at) });
            }}
          />
        ))}
      </div>
    </Section>
  );
}
