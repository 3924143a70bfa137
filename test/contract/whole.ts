/** A whole booking and a whole deal of the contract, with all that may stand in them. */
const utm = { utm_source: 'yandex', utm_medium: 'cpc', utm_campaign: 'осень', utm_term: 'стрижка', utm_content: 'ad1' };
const both = {
  services: [
    { id: '17', name: 'Маникюр', price: '2500', quantity: '1' },
    { id: '23', name: 'Уход', price: '1000.5', quantity: '2' },
  ],
  staff: { id: '77', name: 'Юля' },
  session: { visitor_session_id: '14783260762' },
  utm,
  comment: 'Пораньше',
  origin: 'widget',
  created_at: '2026-11-20 10:00:00',
  updated_at: '2026-11-21 10:00:00',
};

export const wholeBooking = {
  ...both,
  id: '7403',
  number: 'З-7403',
  deal_id: '9001',
  status: 'confirmed',
  starts_at: '2026-12-05 15:30',
  duration_min: '90',
  amount: '3500',
  prepaid: '500',
  page_url: 'https://myata.ru/',
  referrer: 'https://yandex.ru/',
  yclid: '11',
  gclid: '22',
  ym_client_id: '33',
  client: { id: '61', name: 'Анна Котова', phone: '8 (916) 123-45-67', email: 'a@b.ru' },
  custom_fields: [
    { id: 'promo', name: 'Промокод', value: 'ОСЕНЬ' },
    { id: 'hall', name: 'Зал', value: '2' },
  ],
};

export const wholeDeal = {
  ...both,
  id: '9001',
  name: 'Запись №1',
  booking_ids: ['7403', '7404'],
  amount: '3150',
  paid_amount: '3000',
  cost: '640.5',
  currency: 'RUB',
  pipeline: { id: '1', name: 'Записи' },
  stage: { id: '40', name: 'Оплачено', type: 'success', order: '40' },
  previous_stage: { id: '30', name: 'Клиент пришёл' },
  stage_changed_at: '2026-11-21 10:00:00',
  closed_at: '2026-11-21 10:00:00',
  contact: { id: '61', name: 'Анна', phones: ['8 916 123-45-67', '8 495 111-22-33'], emails: ['a@b.ru', 'c@d.ru'] },
  manager: { id: '12', name: 'Ольга', role: 'администратор' },
  is_repeat: '1',
  source: 'Сайт',
  tags: [{ id: 'vip', name: 'VIP' }, { name: 'новая' }],
  custom_fields: [{ id: 'n', name: 'Кол-во', type: 'numeric', value: '2' }],
};

export const wholes = [
  ['booking.updated', wholeBooking],
  ['deal.updated', wholeDeal],
] as const;

type Value = string | object;
/** A place in an object: the names that lead there. */
export type Path = readonly string[];

/** All places of an object (not the object itself), outermost first. */
export function pathsOf(value: object, under: Path = []): Path[] {
  return Object.entries(value).flatMap(([name, inner]: [string, Value]) => {
    const path = [...under, name];
    return typeof inner === 'object' ? [path, ...pathsOf(inner, path)] : [path];
  });
}

export function at(value: object, path: Path): unknown {
  return path.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], value);
}

/** The same object with another value in one place. */
export function withAt(value: object, [name, ...rest]: Path, make: (inner: unknown) => unknown): object {
  if (name === undefined) return value;
  const inner = (value as Record<string, unknown>)[name];
  const next = rest.length === 0 ? make(inner) : withAt(inner as object, rest, make);
  return Array.isArray(value) ? (value as unknown[]).with(Number(name), next) : { ...value, [name]: next };
}

/** The same object with all its names spelled otherwise. */
export function respelled(value: unknown, spell: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => respelled(inner, spell));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [spell(name), respelled(inner, spell)]));
}
