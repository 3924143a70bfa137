import { useLateWords } from '../../parts/late-words.ts';
import type { SheetTable } from '../../parts/read-table.ts';
import { Section } from '../../parts/section.tsx';
import { Select } from '../../parts/select.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import { fieldsOf, type Holds } from './columns.ts';

interface ColumnsFormProps {
  table: SheetTable;
  holds: readonly Holds[];
  onChange: (holds: Holds[]) => void;
}

/** What each column of the table holds, beside the first cell that says something. */
export function ColumnsForm({ table: { head, rows }, holds, onChange }: ColumnsFormProps) {
  const { imports, taught } = useLateWords();
  const { columns } = imports;
  const options = [
    { id: 'none' as const, name: columns.none },
    { id: 'custom' as const, name: columns.custom },
    ...fieldsOf(taught).map((id) => ({ id, name: taught[id] })),
  ];
  return (
    <Section title={columns.title} about={columns.about}>
      <table className="table table-small" aria-label={columns.title}>
        <TableHead columns={[columns.name, columns.example, columns.holds]} />
        <tbody>
          {head.map((name, place) => {
            const shown = name === '' ? `№ ${place + 1}` : name;
            return (
              <tr key={`${place} ${name}`}>
                <th scope="row">
                  <bdi>{shown}</bdi>
                </th>
                <td data-label={columns.example}>
                  <bdi>{exampleOf(rows, place)}</bdi>
                </td>
                <td data-label={columns.holds}>
                  <Select
                    bare
                    search
                    label={columns.of(shown)}
                    options={options}
                    value={holds[place] ?? 'none'}
                    onChange={(chosen) => {
                      onChange(holds.with(place, chosen));
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

const longest = 40;

function exampleOf(rows: readonly string[][], place: number): string {
  const cell = rows.find((row) => (row[place] ?? '').trim() !== '')?.[place] ?? '—';
  return cell.length > longest ? `${cell.slice(0, longest)}…` : cell;
}
