import type { Sent } from '../../api/client.ts';
import type { LateWords } from '../../parts/late-words.ts';

type Body = NonNullable<Sent<'POST /api/salons/{id}/import'>['body']>;
export type Kind = Body['kind'];
export type Column = Body['columns'][number];
export type Field = Exclude<Column, object>;

type Taught = LateWords['taught'];
/** What is taught of a payload and stands in no column. */
const saidByNoCell: Record<Exclude<keyof Taught, Field>, true> = {
  ignore: true,
  event: true,
  senderEventId: true,
  salonId: true,
  salonLogin: true,
  occurredAt: true,
  deleted: true,
};

/** Fields that several columns may hold together. */
const joined: readonly Field[] = ['bookingIds', 'client.phone', 'client.email', 'tags'];

/** What a column may be said to hold; `custom`: a custom field of its name. */
export type Holds = Field | 'custom' | 'none';

export function fieldsOf(taught: Taught): Field[] {
  return Object.keys(taught).filter((name): name is Field => !(name in saidByNoCell));
}

/** What tables of salons call their columns, in letters and digits alone. */
const usual: Record<string, Field> = {
  клиент: 'client.name',
  имя: 'client.name',
  фио: 'client.name',
  name: 'client.name',
  client: 'client.name',
  телефон: 'client.phone',
  phone: 'client.phone',
  почта: 'client.email',
  email: 'client.email',
  дата: 'createdAt',
  датасоздания: 'createdAt',
  создано: 'createdAt',
  date: 'createdAt',
  датаизменения: 'updatedAt',
  изменено: 'updatedAt',
  статус: 'status',
  сумма: 'amount',
};

/** By its name: as a field is called, here or in the contract; all else is not sent unless it is chosen. */
export function guessed(head: readonly string[], kind: Kind, taught: Taught): Holds[] {
  const fields = fieldsOf(taught);
  const own: Field = kind === 'booking' ? 'bookingId' : 'dealId';
  const known = new Map<string, Field>([
    ...fields.map((field): [string, Field] => [folded(taught[field]), field]),
    ...fields.map((field): [string, Field] => [folded(field), field]),
  ]);
  for (const [name, field] of Object.entries(usual)) known.set(name, field);
  known.set('id', own);
  const taken = new Set<Field>();
  return head.map((name) => {
    const field = known.get(folded(name));
    if (field === undefined || (taken.has(field) && !joined.includes(field))) return 'none';
    taken.add(field);
    return field;
  });
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A field that was chosen for two columns and can stand in one. */
export function twice(holds: readonly Holds[]): Field | undefined {
  const single = holds.filter((one): one is Field => one !== 'none' && one !== 'custom' && !joined.includes(one));
  return single.find((field, at) => single.indexOf(field) !== at);
}

/** The columns that are sent, and their places in the table. */
export function chosen(head: readonly string[], holds: readonly Holds[]): { place: number; column: Column }[] {
  return holds.flatMap((one, place) => {
    if (one === 'none') return [];
    return [{ place, column: one === 'custom' ? { custom: customName(head, place) } : one }];
  });
}

/** Letters of a column's name that are kept. */
const longest = 240;

/** No two custom fields of a row have one name, as columns may. */
function customName(head: readonly string[], place: number): string {
  const names = head.map((name) => name.trim().slice(0, longest).trim());
  const name = names[place] ?? '';
  if (name === '') return `${place + 1}`;
  return names.indexOf(name) === place ? name : `${name} (${place + 1})`;
}
