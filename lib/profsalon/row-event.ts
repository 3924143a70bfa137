import { joinedFields, type ImportColumn, type ImportField } from '../model/import.ts';
import type { Json } from '../model/json.ts';
import type { Act, Kind } from '../model/words.ts';
import { contractName, ofServices } from './taught.ts';

export interface Row {
  kind: Kind;
  columns: readonly ImportColumn[];
  /** As they are written, one for each column; a blank one says nothing. */
  cells: readonly string[];
}

/** What stands in an event's `data` under a name. */
type Said = Map<string, string[]>;

/** A row of a table as an event in the contract's own names; `changedAt`: when what it says was so, if no column says that. */
export function rowEvent({ kind, columns, cells }: Row, act: Act, changedAt?: string): Json {
  const plain: Said = new Map();
  const service: Said = new Map();
  const custom: Json[] = [];
  for (const [place, column] of columns.entries()) {
    const cell = cells[place]?.trim() ?? '';
    if (cell === '') continue;
    if (typeof column === 'object') custom.push({ name: column.custom, value: cell });
    else add(column.startsWith(ofServices) ? service : plain, fieldName(kind, column), cell, column);
  }
  if (changedAt !== undefined) plain.set(fieldName(kind, 'updatedAt'), [changedAt]);
  return {
    event: `${kind}.${act}`,
    data: {
      ...objectOf(plain),
      ...(service.size > 0 && { services: servicesOf(service) }),
      ...(custom.length > 0 && { custom_fields: custom }),
    },
  };
}

export const capitals = /[A-Z]/g;

/** The name under which a field stands in `data`. */
export function fieldName(kind: Kind, field: ImportField): string {
  if (field === ownId[kind]) return 'id';
  return contractName(field).replace(capitals, (letter) => `_${letter.toLowerCase()}`);
}

/** The field by which a row is told from all others. */
export const ownId = { booking: 'bookingId', deal: 'dealId' } as const satisfies Record<Kind, ImportField>;

function add(said: Said, name: string, cell: string, field: ImportField): void {
  const before = joinedFields.includes(field) ? said.get(name) : undefined;
  said.set(name, [...(before ?? []), cell]);
}

function objectOf(said: Said): { [name: string]: Json } {
  return Object.fromEntries(
    [...said].map(([name, [first = '', ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  );
}

/** Names alone may be several in one cell; what stands beside a price or an id is one service. */
function servicesOf(service: Said): Json {
  const { name, ...others } = objectOf(service);
  return name !== undefined && Object.keys(others).length === 0 ? name : [objectOf(service)];
}
