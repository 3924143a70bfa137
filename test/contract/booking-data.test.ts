import { describe, expect, it } from '@jest/globals';
import { form } from './door.ts';
import { ofBooking } from './read.ts';
import { aTelling, E } from './told.ts';

const client = { id: 61, name: 'Анна Котова', phone: '8 (916) 123-45-67', email: 'A.Kotova@Example.RU' };
const utm = { utm_source: 'yandex', utm_medium: 'cpc', utm_campaign: 'осень', utm_term: 'стрижка', utm_content: 'ad1' };
const facts = {
  id: 7403,
  number: 'З-7403',
  status: 'confirmed',
  origin: 'widget',
  comment: 'Пораньше',
  duration_min: 90,
};
const times = { created_at: '2026-11-20 10:00:00', updated_at: '2026-11-21 10:00:00', starts_at: '2026-12-05 15:30' };
const sums = { amount: '3 500,00', prepaid: 500 };
const evidence = { session: { visitor_session_id: 14783260762 }, utm, yclid: '11', gclid: '22', ym_client_id: '33' };
const pages = { page_url: 'https://myata.ru/?a=1', referrer: 'https://yandex.ru/' };
const services = [
  { id: 17, name: 'Маникюр', price: '2500', quantity: 1 },
  { id: 23, name: 'Уход', price: 1000.5, quantity: 2 },
];
const custom_fields = [{ id: 'promo', name: 'Промокод', value: 'ОСЕНЬ' }];
const booking = {
  ...facts,
  ...times,
  ...sums,
  ...evidence,
  ...pages,
  client,
  services,
  staff: { id: 77, name: 'Юля' },
  custom_fields,
};

const expected = {
  extId: '7403',
  number: 'З-7403',
  bookingStatus: 'confirmed',
  origin: 'widget',
  message: 'Пораньше',
  durationMin: 90,
  dateTime: '2026-11-20T07:00:00.000Z',
  startsAt: '2026-12-05T12:30:00.000Z',
  amount: 350_000,
  prepaid: 50_000,
  currency: 'RUB',
  visitorSessionId: '14783260762',
  utm: { source: 'yandex', medium: 'cpc', campaign: 'осень', term: 'стрижка', content: 'ad1' },
  clickIds: { yclid: '11', gclid: '22', ymClientId: '33' },
  pageUrl: 'https://myata.ru/?a=1',
  referrer: 'https://yandex.ru/',
  name: 'Анна Котова',
  phone: '+79161234567',
  email: 'a.kotova@example.ru',
  phones: ['+79161234567'],
  emails: ['a.kotova@example.ru'],
  noContact: false,
  services: [
    { id: '17', name: 'Маникюр', price: 250_000, quantity: '1' },
    { id: '23', name: 'Уход', price: 100_050, quantity: '2' },
  ],
  staff: { id: '77', name: 'Юля' },
  userFields: [{ id: 'promo', name: 'Промокод', value: 'ОСЕНЬ' }],
  hidden: [],
  warnings: [],
};

/** Data as PHP writes them into a form. */
function php(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null)
    return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`];
  return Object.entries(value).flatMap(([key, inner]) => php(inner, `${name}[${key}]`));
}

describe('the data of a booking', () => {
  it('become a request, field by field', async () => {
    const salon = aTelling();
    await salon.tell(E('booking.created', booking));
    expect(await salon.request('7403')).toMatchObject(expected);
    expect(await salon.lastLine()).toMatchObject({
      kind: 'booking',
      act: 'created',
      status: 'done',
      unknownPaths: [],
      warnings: [],
    });
  });

  it('become the same from a form of PHP', async () => {
    const salon = aTelling();
    await salon.post({ headers: form, body: ['event=booking.created', ...php(booking, 'data')].join('&') });
    await salon.work();
    expect(await salon.request('7403')).toMatchObject(expected);
  });

  it.each(['data', 'payload'])('become the same from JSON in the field `%s` of a form', async (field) => {
    const salon = aTelling();
    const told = field === 'data' ? booking : E('booking.created', booking);
    const body = `event=booking.created&${field}=${encodeURIComponent(JSON.stringify(told))}`;
    await salon.post({ headers: form, body });
    await salon.work();
    expect(await salon.request('7403')).toMatchObject(expected);
  });

  it('become the same beside the envelope, without an object of their own', async () => {
    const salon = aTelling();
    await salon.tell({ event: 'booking.created', salon_id: 1042, ...booking, status: 'confirmed' });
    expect(await salon.request('7403')).toMatchObject(expected);
  });

  it('name the deal that the booking belongs to', () => {
    expect(ofBooking({ deal_id: 9001 }).dealId).toBe('9001');
    expect(ofBooking({ deal: { id: 9001 } }).dealId).toBe('9001');
    expect(ofBooking({ lead_id: '9001' }).dealId).toBe('9001');
  });

  it('may stand flat with the name of their part before them', () => {
    const flat = {
      staff_id: 77,
      staff_name: 'Юля',
      utm_source: 'vk',
      utm_medium: 'social',
      client_id: 61,
      client_name: 'Анна',
    };
    expect(ofBooking(flat)).toMatchObject({
      staff: { id: '77', name: 'Юля' },
      utm: { source: 'vk', medium: 'social' },
      client: { id: '61', name: 'Анна' },
    });
  });

  it('may have their evidence in the envelope', () => {
    expect(
      ofBooking({}, { session: { visitor_session_id: 5 }, utm, yclid: '1', page_url: 'https://a.ru/', referrer: 'b' }),
    ).toMatchObject({
      session: '5',
      utm: { source: 'yandex' },
      clickIds: { yclid: '1' },
      pageUrl: 'https://a.ru/',
      referrer: 'b',
    });
  });
});
