import { people, spellings, type Person } from './people.ts';

/** A body for the webhook. */
export interface Delivery {
  contentType: string;
  body: string;
}

const json = (content: object): Delivery => ({ contentType: 'application/json', body: JSON.stringify(content) });
const form = (fields: Record<string, string>): Delivery => ({
  contentType: 'application/x-www-form-urlencoded',
  body: new URLSearchParams(fields).toString(),
});

const at = (minute: number) => new Date(Date.UTC(2026, 2, 14, 9, minute)).toISOString();

/** A booking whose every text tells of its person. */
export function booking(id: number, person: Person, phones = phonesOf(person)): object {
  const { name, email, clientId } = person;
  const tel = phones.map(encodeURIComponent).join(',');
  return {
    event: 'booking.created',
    occurred_at: at(id % 1000),
    data: {
      id,
      origin: 'widget',
      client: { id: clientId, name, ...(phones.length === 0 ? {} : { phones, email: email.toUpperCase() }) },
      comment: `Перезвонить: ${name}, ${phones.join(' или ')}`,
      page_url: `https://salon.ru/?tel=${tel}`,
      custom_fields: [{ id: 5, name: 'Кому', value: `${name} ${email}` }],
    },
  };
}

function phonesOf({ phone }: Person): string[] {
  return phone === '' ? [] : [`+7${phone}`];
}

/** A deal of a person without an id of her own, and its booking. */
function deal(id: number, person: Person, phones = phonesOf(person)): object {
  const { name, email } = person;
  return {
    event: 'deal.updated',
    occurred_at: at(id % 1000),
    data: {
      id,
      booking_ids: [id + 500],
      name: `Стрижка: ${name}`,
      amount: 3150,
      contact: { name, phones, emails: [email] },
      comment: `${name} просила ${phones.join(', ')}`,
    },
  };
}

/** The same by a form of PHP's, with flat names, one of which nobody knows. */
function formDeal(id: number, { name, phone, email }: Person): Delivery {
  return form({
    event: 'deal.created',
    occurred_at: at(id % 1000),
    'data[id]': String(id),
    'data[client][fio]': name,
    'data[client][mobile]': `8${phone}`,
    'data[client][mail]': email,
    'data[zametka]': `${name}: 8 ${phone}`,
  });
}

/** What makes no record: of another salon, and without any id. */
function lineOnly({ name, email }: Person, phones: string[]): Delivery[] {
  const data = { client: { name, phones, email }, comment: `${name} ${phones.join(' ')}` };
  return [
    json({ event: 'booking.created', salon: { id: 7 }, data: { id: 900, ...data } }),
    json({ event: 'booking.created', data }),
  ];
}

const { vera, rimma, snezhana, boris } = people;

/** All that is sent before the erasure. */
export function everything(): Delivery[] {
  const written = spellings(vera.phone);
  const thirds = [written.slice(0, 5), written.slice(5, 9), written.slice(9)];
  const { clientId, name } = rimma;
  // Who she is follows from her contact alone.
  const byContact = {
    event: 'booking.updated',
    occurred_at: at(59),
    data: { id: 3500, client: { id: clientId, name } },
  };
  return [
    ...thirds.flatMap((phones, n) => [json(booking(1000 + n, vera, phones)), json(deal(2000 + n, vera, phones))]),
    ...lineOnly(vera, written),
    formDeal(2100, vera),
    json(booking(3000, rimma, spellings(rimma.phone))),
    json(byContact),
    json(booking(4000, snezhana)),
    json(booking(4001, snezhana)),
    json(booking(4500, boris)),
    json(deal(4600, boris)),
    formDeal(4700, boris),
  ];
}

/** What comes while she is being erased. */
export function meanwhile(): Delivery[] {
  return [0, 1, 2, 3, 4, 5].flatMap((n) => [
    json(booking(6000 + n, vera)),
    json(deal(7000 + n, vera, [`8${vera.phone}`])),
  ]);
}

/** An event that nobody had before. */
export function afterwards(): Delivery {
  return json(booking(9000, vera));
}
