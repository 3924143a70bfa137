import { Button } from '../../parts/button.tsx';
import { Cell } from '../../parts/cell.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import { Select } from '../../parts/select.tsx';
import { useSentence } from '../salon/form.ts';
import { lists, type ListName } from './lists.ts';
import type { Row } from './rows.ts';

interface ListRowProps {
  list: ListName;
  row: Row;
  fault: (field: string) => string | undefined;
  /** Undefined: the row goes. Absent: it is not edited. */
  onChange: ((row: Row | undefined) => void) | undefined;
}

export function ListRow({ list, row, fault, onChange }: ListRowProps) {
  const { catalog } = useLateWords();
  const { states, named, hasSite } = lists[list];
  const sentence = useSentence();
  const cell = (field: 'id' | 'name' | 'siteId', label: string, sent: string = field) => {
    const code = fault(sent);
    return (
      <td data-label={label}>
        <Cell
          label={`${label}, ${row.name}`}
          value={row[field]}
          onChange={(value) => {
            onChange?.({ ...row, [field]: value });
          }}
          error={code === undefined ? undefined : sentence(undefined, code)}
          isReadOnly={onChange === undefined}
          code={field !== 'name'}
        />
      </td>
    );
  };
  return (
    <tr>
      {cell('id', catalog.id)}
      {named === 'domain' ? cell('name', catalog.domain, 'domainName') : cell('name', catalog.name)}
      {hasSite && cell('siteId', catalog.site)}
      <td data-label={catalog.state}>
        {onChange === undefined ? (
          <p className="read">{states.filter((id) => id === row.state).map((id) => catalog.states[id])}</p>
        ) : (
          <Select
            label={`${catalog.state}, ${row.name}`}
            bare
            options={states.map((id) => ({ id, name: catalog.states[id] }))}
            value={row.state}
            onChange={(state) => {
              onChange({ ...row, state });
            }}
          />
        )}
      </td>
      <td className="act">
        {onChange !== undefined && (
          <Button
            look="quiet"
            icon
            aria-label={catalog.remove(row.name || row.id)}
            onPress={() => {
              onChange(undefined);
            }}
          >
            <Icon name="trash" />
          </Button>
        )}
      </td>
    </tr>
  );
}
