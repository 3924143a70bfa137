/** Bodies of about so many bytes that cost out of proportion where a limit is missing. */
export type Shape = (bytes: number) => string;

const event = (data: unknown, around: object = {}) => JSON.stringify({ event: 'booking.updated', ...around, data });
const times = (count: number) => Math.max(1, Math.floor(count));
const list = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: times(count) }, (_, n) => make(n));
const object = (count: number, make: (n: number) => [string, unknown]) => Object.fromEntries(list(count, make));
const repeat = (text: string, bytes: number) => text.repeat(times(bytes / Buffer.byteLength(text)));
const half = (bytes: number) => Math.sqrt(bytes);

/** One event each. */
export const eventShapes: Record<string, Shape> = {
  'one name of half the bytes over many leaves': (n) =>
    event({ id: 1, [repeat('k', n / 2)]: list(n / 44, (at) => ({ [`a${at}`]: 'x' })) }),
  'many leaves that nobody reads': (n) => event({ id: 1, x: list(n / 24, (at) => ({ [`name${at}`]: at })) }),
  'names that fold into one': (n) => event(object(Math.sqrt(2 * n), (at) => [`i${'_'.repeat(at)}d`, at])),
  'many names': (n) => event({ id: 1, ...object(n / 20, (at) => [`name_${at}`, 'x']) }),
  'phones in a list': (n) =>
    event({ id: 1, client: { phones: list(n / 14, (at) => `8916${1_000_000 + (at % 999_999)}`) } }),
  'phones in a text': (n) => event({ id: 1, phone: repeat('8 916 123-45-67,', n) }),
  'a phone of blanks and an extension': (n) =>
    event({ id: 1, client: { phones: list(n / 260, () => `89161234567${' '.repeat(80)}#${' '.repeat(160)}x`) } }),
  'e-mails': (n) => event({ id: 1, client: { emails: list(n / 16, (at) => `a${at}@example.ru`) } }),
  'e-mails in a text': (n) => event({ id: 1, email: repeat('a@b.ru,', n) }),
  'tags in a text': (n) => event({ id: 1, tags: repeat('VIP,', n) }),
  'services in a text': (n) => event({ id: 1, services: repeat('Маникюр;', n) }),
  'services in a list': (n) => event({ id: 1, services: list(n / 40, (at) => ({ id: at, name: 'Маникюр' })) }),
  'ids in a text': (n) => event({ id: 1, booking_ids: repeat('7407 ', n) }, { event: 'deal.updated' }),
  'custom fields in a map': (n) => event({ id: 1, custom_fields: object(n / 24, (at) => [`Поле ${at}`, at]) }),
  'custom fields in a list': (n) => event({ id: 1, custom_fields: list(n / 28, (at) => ({ id: at, value: at })) }),
  'a field of many values': (n) =>
    event({ id: 1, custom_fields: [{ id: 1, values: list(n / 14, (at) => ({ value: at })) }] }),
  'a comment of entities': (n) => event({ id: 1, comment: repeat('&#38;', n) }),
  'a comment of open entities': (n) => event({ id: 1, comment: repeat('&#3', n) }),
  'a name of blanks': (n) => event({ id: 1, client: { name: `x${repeat(' ', n)}y` } }),
  'a date of blanks': (n) => event({ id: 1, created_at: `2026-01-01${repeat(' ', n)}x` }),
  'a date of digits': (n) => event({ id: 1, created_at: repeat('1', n) }),
  'a sum of dots': (n) => event({ id: 1, amount: repeat('1.', n) }),
  'a sum of blanks': (n) => event({ id: 1, amount: `1${repeat(' ', n)}x` }),
  'an id of digits': (n) => event({ id: repeat('1', n) }),
  'a session of digits and dots': (n) => event({ id: 1, session: repeat('_comagic_id=1.', n) }),
  'a status of blanks': (n) => event({ id: 1, status: `x${repeat(' ', n)}y` }),
  'a name of an event': (n) => event({ id: 1 }, { event: `deal.updated${repeat('aA.', n)}` }),
  'JSON in a text': (n) => event(JSON.stringify({ id: 1, x: list(n / 10, (at) => [at]) })),
  'an object of JSON in a text': (n) => event({ id: 1, client: JSON.stringify({ x: list(n / 10, (at) => [at]) }) }),
  'quotes in a text of JSON': (n) => event({ id: 1, client: `{${repeat('"', n / 2)}` }),
  'many clients': (n) => event({ id: 1, clients: list(n / 30, (at) => ({ name: 'А', id: at })) }),
  'keys of numbers': (n) => event({ id: 1, services: object(n / 24, (at) => [String(at * 7), { id: at }]) }),
  'depth and breadth': (n) =>
    event({ id: 1, x: list(n / 90, () => JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) as unknown) }),
};

/** Products of two counts: bodies of many events, forms of many fields. */
export const bodyShapes: Record<string, Shape> = {
  'fields of an envelope and empty events': (n) =>
    JSON.stringify({ ...object(n / 40, (at) => [`f${at}`, 1]), events: list(n / 6, () => ({})) }),
  'fields of an envelope and events': (n) =>
    JSON.stringify({ ...object(n / 20, (at) => [`f${at}`, 1]), events: list(90, (at) => ({ id: at })) }),
  'fields of an envelope and a list of objects': (n) =>
    JSON.stringify({
      event: 'deal.updated',
      ...object(n / 20, (at) => [`f${at}`, 1]),
      data: list(90, (at) => ({ id: at })),
    }),
  'events that are lists': (n) =>
    JSON.stringify({
      events: list(half(n) / 3, () => ({ event: 'deal.updated', data: list(half(n) / 9, (at) => ({ id: at })) })),
    }),
  'lists of lists': (n) => JSON.stringify(list(half(n) / 2, () => list(half(n) / 2, () => 1))),
  'a list of numbers': (n) => JSON.stringify(list(n / 2, () => 1)),
  'a list of objects': (n) => JSON.stringify(list(n / 3, () => ({}))),
  'a text of JSON of a text': (n) => JSON.stringify(JSON.stringify(list(n / 3, () => ({})))),
};

export const formShapes: Record<string, Shape> = {
  'many fields': (n) => list(n / 8, (at) => `f${at}=1`).join('&'),
  'many fields and a list as payload': (n) =>
    `${list(n / 16, (at) => `f${at}=1`).join('&')}&payload=${encodeURIComponent(JSON.stringify(list(90, (at) => ({ id: at }))))}`,
  'many fields and many empty events': (n) =>
    `${list(n / 16, (at) => `f${at}=1`).join('&')}&payload=[${repeat('{},', n / 2)}{}]`,
  'elements of a list': (n) => list(n / 10, () => 'a[]=1').join('&'),
  'depth and breadth': (n) => list(n / 130, (at) => `a${'[b]'.repeat(40)}[${at}]=1`).join('&'),
  'percent signs': (n) => `a=${repeat('%D0%90', n)}`,
  'open brackets': (n) => `a${repeat('[', n)}=1`,
};
