import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useFormat } from '../../parts/format.ts';
import { useLateWords } from '../../parts/late-words.ts';
import { numbers, TableHead } from '../../parts/table-head.tsx';
import { isHidden, type Row } from './names.ts';
import { isRead, useReadAs } from './read-as.ts';

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
            <NameButton
              row={row}
              onPress={() => {
                onName(row);
              }}
            />
          )}
        </td>
      )}
    </tr>
  );
}

function NameButton({ row, onPress }: { row: Row; onPress: () => void }) {
  const { fields } = useLateWords();
  const [name, nameOf] = isRead(row) ? [fields.change, fields.changeOf] : [fields.name, fields.nameOf];
  return (
    <Button aria-label={nameOf(row.path)} onPress={onPress}>
      {name}
    </Button>
  );
}

function ReadAs({ row }: { row: Row }) {
  const { fields } = useLateWords();
  const read = useReadAs()(row);
  if (row.taught !== undefined) {
    return (
      <span className="row became">
        {read}
        <Chip tone="good">{fields.taught}</Chip>
      </span>
    );
  }
  if (read !== '') return read;
  if (isRead(row)) return <span className="soft">{fields.known}</span>;
  return <Chip tone="warn">{fields.notRead}</Chip>;
}
