export interface HeadCell {
  name: string;
  /** How the column looks: `number`, `narrow`, `state`. */
  look: string;
}

interface TableHeadProps {
  /** Names of columns. */
  columns: readonly (string | HeadCell)[];
  /** Whether rows end with something that can be done with them. */
  hasActs?: boolean;
}

/** The first row of a table. */
export function TableHead({ columns, hasActs = false }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map(cellOf).map(({ name, look }) => (
          <th key={name} scope="col" className={look}>
            {name}
          </th>
        ))}
        {hasActs && <td className="act" />}
      </tr>
    </thead>
  );
}

function cellOf(column: string | HeadCell): { name: string; look?: string } {
  return typeof column === 'string' ? { name: column } : column;
}

/** The head of a column of numbers. */
export function numbers(name: string): HeadCell {
  return { name, look: 'number' };
}
