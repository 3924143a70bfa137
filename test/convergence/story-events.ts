import type { Json, JsonObject } from '../../lib/model/json.ts';
import type { Random } from './random.ts';

/** What an event is made with: `n` counts the deliveries, `receivedAt` is in unix ms. */
export interface When {
  random: Random;
  plain: boolean;
  n: number;
  receivedAt: number;
}

const bookings = ['501', '502', '503', '504', '505'];
const deals = ['771', '772', '773'];
const phones = ['+79161234501', '+79161234502', '+79161234503'];
const clients = ['90311', '90312'];
const stages = [
  { id: '10', name: 'Новая', type: 'in_process' },
  { id: '10', name: 'Новая заявка' },
  { id: '20', name: 'Клиент пришёл' },
  { id: '40', name: 'Оплачено', type: 'success' },
  { id: '50', name: 'Отказ', type: 'failed' },
  { name: 'Перезвонить' },
];
const day = 24 * 3_600_000;

/** Some of what a sender may say about a deal. */
export function dealEvent(when: When): JsonObject {
  const { random } = when;
  return {
    event: random.pick(['deal.created', 'deal.updated', 'deal.updated', 'deal.updated', 'deal.deleted']),
    ...envelope(when),
    data: {
      id: random.pick(deals),
      ...times(when),
      ...maybe(random, 0.6, () => ({ amount: `${100 * random.below(4)}` })),
      ...maybe(random, 0.6, () => ({ stage: random.pick(stages) })),
      ...maybe(random, 0.3, () => ({ stage_changed_at: past(when, 3) })),
      ...maybe(random, 0.3, () => ({ pipeline: { id: '1', name: random.pick(['Записи', 'Сделки']) } })),
      ...maybe(random, 0.5, () => ({ contact: person(random) })),
      ...maybe(random, 0.3, () => ({
        manager: { id: random.pick(['12', '13']), name: random.pick(['Ольга', 'Ольга Б.']) },
      })),
      ...maybe(random, 0.4, () => ({ booking_ids: bookings.filter(() => random.chance(0.25)) })),
      ...maybe(random, 0.2, () => ({ deleted: random.pick(['true', 'false']) })),
      ...maybe(random, 0.2, () => ({ tags: random.some([{ id: 'vip', name: 'VIP' }, { name: 'новый' }]) })),
      ...maybe(random, 0.3, () => ({ custom_fields: [{ id: 'master', value: random.pick(['Анна', 'Мария', null]) }] })),
      ...told(random),
    },
  };
}

/** Some of what a sender may say about a booking. */
export function bookingEvent(when: When): JsonObject {
  const { random } = when;
  return {
    event: random.pick([
      'booking.created',
      'booking.updated',
      'booking.updated',
      'booking.cancelled',
      'booking.deleted',
    ]),
    ...envelope(when),
    data: {
      id: random.pick(bookings),
      ...times(when),
      ...maybe(random, 0.4, () => ({ deal_id: random.pick(deals) })),
      ...maybe(random, 0.5, () => ({ status: random.pick(['new', 'confirmed', 'came', 'paid']) })),
      ...maybe(random, 0.5, () => ({ client: person(random) })),
      ...maybe(random, 0.5, () => ({ starts_at: new Date(when.receivedAt + 2 * day).toISOString() })),
      ...maybe(random, 0.4, () => ({ amount: `${100 * random.below(4)}` })),
      ...maybe(random, 0.2, () => ({ deleted: random.pick(['true', 'false']) })),
      ...maybe(random, 0.3, () => ({ services: [{ id: '17', name: 'Маникюр', price: `${100 * random.below(3)}` }] })),
      ...told(random),
    },
  };
}

/** One deal's amount, from one value to another and back: what one event does, the next may undo. */
export function amountEvent(when: When): JsonObject {
  const amount = when.random.pick(['100', '200']);
  return {
    event: 'deal.updated',
    data: { id: deals[0]!, created_at: '2026-03-01', amount, updated_at: past(when, 4) },
  };
}

function told(random: Random): JsonObject {
  return {
    ...maybe(random, 0.3, () => ({ origin: random.pick(['widget', 'Администратор']) })),
    ...maybe(random, 0.2, () => ({ session: { visitor_session_id: random.pick(['14783260762', '14783260763']) } })),
    ...maybe(random, 0.2, () => ({ utm: { utm_source: random.pick(['yandex', 'google']) } })),
    ...maybe(random, 0.3, () => ({ comment: random.pick(['Хочу к Анне', 'Позвонить', '']) })),
  };
}

function person(random: Random): JsonObject {
  return {
    ...maybe(random, 0.7, () => ({ id: random.pick(clients) })),
    ...maybe(random, 0.6, () => ({ name: random.pick(['Екатерина', 'Катя']) })),
    ...maybe(random, 0.7, () => ({ phones: random.some(phones) })),
    ...maybe(random, 0.3, () => ({ emails: [random.pick(['a@example.ru', 'b@example.ru'])] })),
  };
}

/** Unlike plain events, the others share times, leave them out, cut the seconds, or lie ahead. */
function times(when: When): JsonObject {
  const { random, plain, n } = when;
  const created = maybe(random, 0.5, () => ({ created_at: past(when, 5) }));
  // A second of its own for each delivery.
  if (plain) return { ...created, updated_at: instant(startOf(when) - random.below(3) * day + n * 1000) };
  const updated = past(when, 2);
  return {
    ...created,
    ...maybe(random, 0.7, () => ({
      updated_at: random.pick([updated, updated.slice(0, 16), updated.slice(0, 10), ahead(when)]),
    })),
  };
}

function envelope(when: When): JsonObject {
  return when.plain ? {} : maybe(when.random, 0.4, () => ({ occurred_at: past(when, 2) }));
}

/** One of few moments, so that they meet. */
function past(when: When, days: number): string {
  return instant(startOf(when) - when.random.below(days) * day);
}

function ahead({ receivedAt }: When): string {
  return instant(receivedAt + day);
}

function startOf({ n, receivedAt }: When): number {
  return receivedAt - n * 60_000 - 3_600_000;
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

function maybe(random: Random, probability: number, make: () => { [name: string]: Json }): JsonObject {
  return random.chance(probability) ? make() : {};
}
