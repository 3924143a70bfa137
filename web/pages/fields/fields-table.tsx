import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { numbers, TableHead } from '../../parts/table-head.tsx';
import { isHidden, type Row } from './names.ts';

interface FieldsTableProps {
  rows: readonly Row[];
  /** A path is to be named; absent: nobody may. */
  onName: ((row: Row) => void) | undefined;
}

export function FieldsTable({ rows, onName }: FieldsTableProps) {
  const { fields } = useLateWords();
  const { columns } = fields;
  return (
    <div className="sheet">
      <table className="table table-fields" aria-label={fields.title}>
        <TableHead
          columns={[columns.path, numbers(columns.share), columns.kind, columns.readAs, columns.last]}
          hasActs={onName !== undefined}
        />
        <tbody>
          {rows.map((row) => (
            <FieldRow key={row.path} row={row} onName={onName} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FieldRow({ row, onName }: { row: Row; onName: FieldsTableProps['onName'] }) {
  const { fields } = useLateWords();
  const format = useFormat();
  const { path, field } = row;
  return (
    <tr>
      <th scope="row">
        <code className="path">{path}</code> {field?.new === true && <Chip tone="good">{fields.isNew}</Chip>}
        {field?.gone === true && <Chip tone="warn">{fields.isGone}</Chip>}
      </th>
      <td className="number" data-label={fields.columns.share}>
        {format.share(field?.share ?? 0)}
      </td>
      <td data-label={fields.columns.kind}>{field?.kinds.map((kind) => fields.kinds[kind]).join(', ')}</td>
      <td data-label={fields.columns.readAs}>
        <ReadAs row={row} />
      </td>
      <td data-label={fields.columns.last} className="when">
        {field === undefined ? <span className="soft">{fields.unseen}</span> : format.ago(field.lastSeenAt)}
      </td>
      {onName !== undefined && (
        <td className="act">
          {!isHidden(path) && (
            <Button
              look="quiet"
              aria-label={fields.nameOf(path)}
              onPress={() => {
                onName(row);
              }}
            >
              {fields.name}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}

function ReadAs({ row: { field, taught } }: { row: Row }) {
  const words = useLateWords();
  const names = new Map<string, string>(Object.entries(words.taught));
  if (taught !== undefined) {
    return (
      <span className="row became">
        {words.taught[taught]}
        <Chip tone="good">{words.fields.taught}</Chip>
      </span>
    );
  }
  const read = field?.readAs.map((name) => names.get(name) ?? name).join(', ') ?? '';
  if (read !== '') return read;
  if (field?.known === true) return <span className="soft">{words.fields.known}</span>;
  return <Chip tone="warn">{words.fields.notRead}</Chip>;
}
