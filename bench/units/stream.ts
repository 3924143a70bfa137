import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../lib/model/json.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import type { Deciding } from '../../lib/model/settings.ts';
import { parseLossless } from '../../lib/reading/lossless-json.ts';

/** What the stream is of: visits told by six events each, interleaved as visits of a busy salon are. */
const visits = 300;
const hour = 3_600_000;
const start = Date.UTC(2026, 1, 2, 6);
const names = ['Екатерина', 'Марина', 'Анна', 'Ольга', 'Дарья', 'Светлана', 'Ирина', 'Наталья'];
const services = ['Маникюр с покрытием гель-лак', 'Стрижка женская', 'Окрашивание в один тон', 'Массаж лица'];
const managers = [
  { id: 12, name: 'Ольга Белова', role: 'администратор' },
  { id: 13, name: 'Пётр Котов', role: 'администратор' },
];
const stages = [
  { id: 10, name: 'Новая запись', type: 'in_process', order: 10 },
  { id: 20, name: 'Подтверждена', type: 'in_process', order: 20 },
  { id: 30, name: 'Клиент пришёл', type: 'in_process', order: 30 },
  { id: 40, name: 'Оплачено', type: 'success', order: 40 },
];

export const settings: Deciding = {
  version: 3,
  isActive: true,
  salonId: '1042',
  salonLogin: 'msc_myata_arbat',
  sendRequests: true,
  sendDeals: true,
  attributeTo: 'campaign',
  defaultCampaignId: '318712',
  useDefaultPipeline: true,
  requestsFrom: 'any',
  timezone: 'Europe/Moscow',
  currency: 'RUB',
};

/** The messages of the stream in the order received; the same in every run. */
export function stream(): EventMessage[] {
  const told = Array.from({ length: visits }, (_, n) => visit(n)).flat();
  return told.sort((a, b) => a.at - b.at).map(({ at, event }) => messageOf(at, event));
}

interface Told {
  at: number;
  event: object;
}

/** Of a visit: booked, confirmed, and its deal in four stages. */
function visit(n: number): Told[] {
  const booked = start + n * 0.7 * hour;
  const moments = [0, 0.01, 20, 21, 44, 45].map((hours) => booked + hours * hour);
  const [created = 0, opened = 0, confirmed = 0, moved = 0, came = 0, paid = 0] = moments;
  return [
    { at: created, event: bookingCreated(n, created) },
    { at: opened, event: dealIn(n, 0, opened, created) },
    { at: confirmed, event: bookingConfirmed(n, confirmed) },
    { at: moved, event: dealIn(n, 1, moved, created) },
    { at: came, event: dealIn(n, 2, came, created) },
    { at: paid, event: dealIn(n, 3, paid, created) },
  ];
}

const salon = { id: 1042, login: 'msc_myata_arbat' };
const client = (n: number) => ({
  id: 90_000 + n,
  name: `${names[n % names.length]} ${names[(n * 7) % names.length]}ова`,
  phone: `+7916${String(1_000_000 + n * 37).padStart(7, '0')}`,
  email: `client${n}@example.ru`,
});

function bookingCreated(n: number, at: number): object {
  return {
    event: 'booking.created',
    salon,
    data: {
      id: 500_000 + n,
      deal_id: 700_000 + n,
      status: 'new',
      origin: 'widget',
      created_at: local(at),
      starts_at: local(at + 44 * hour),
      amount: 1500 + (n % 20) * 100,
      client: client(n),
      services: [{ id: n % 4, name: services[n % services.length], price: 1500 + (n % 20) * 100, quantity: 1 }],
      staff: { id: 70 + (n % 5), name: `Мастер ${n % 5}` },
      utm: { utm_source: 'yandex', utm_medium: 'cpc', utm_campaign: `kampaniya_${n % 6}` },
    },
  };
}

function bookingConfirmed(n: number, at: number): object {
  return {
    event: 'booking.updated',
    salon,
    data: { id: 500_000 + n, deal_id: 700_000 + n, status: 'confirmed', updated_at: local(at), client: client(n) },
  };
}

function dealIn(n: number, stage: number, at: number, created: number): object {
  return {
    event: stage === 0 ? 'deal.created' : 'deal.updated',
    salon,
    data: {
      id: 700_000 + n,
      name: `Запись №${500_000 + n}: ${services[n % services.length]}`,
      booking_ids: [500_000 + n],
      amount: 1500 + (n % 20) * 100,
      pipeline: { id: 1, name: 'Записи' },
      stage: stages[stage],
      created_at: local(created),
      updated_at: local(at),
      contact: client(n),
      manager: managers[n % managers.length],
      custom_fields: [{ id: 'master', name: 'Мастер', value: `Мастер ${n % 5}` }],
    },
  };
}

/** A moment as the salon's clock shows it. */
function local(at: number): string {
  return new Date(at + 3 * hour).toISOString().slice(0, 19).replace('T', ' ');
}

function messageOf(at: number, payload: object): EventMessage {
  const event = decoded(payload);
  return {
    v: 1,
    type: 'event',
    accountKey: 'demo',
    salonKey: 'f0f1f2f3f4f5f6f7f8f9fafb',
    receivedAt: new Date(at + 1000).toISOString(),
    eventId: createHash('sha256').update(canonicalJson(event)).digest('hex'),
    replay: 0,
    warnings: [],
    settings,
    event,
  };
}

function decoded(payload: object): Json {
  const parsed = parseLossless(canonicalJson(payload));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}
