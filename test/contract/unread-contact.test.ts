import { describe, expect, it } from '@jest/globals';
import { aboutBooking } from './read.ts';
import { aTelling, E } from './told.ts';

const suspected = (data: object) => aboutBooking(data).contactUnread === true;

describe('a contact that nobody read', () => {
  it.each([
    [{ note: 'anna@example.ru' }],
    [{ person: { reach: { at: 'Anna.K@Example.RU ' } } }],
    [{ extra: ['x', 'a@b.ru'] }],
  ])('is what looks like an e-mail: %j', (data) => {
    expect(suspected(data)).toBe(true);
  });

  it.each([
    [{ note: '+79161234567' }],
    [{ note: '8 (916) 123-45-67' }],
    [{ note: '8-916-123-45-67' }],
    [{ note: '916 123 45 67' }],
    [{ who: { x: '(916)1234567' } }],
    [{ note: '79161234567' }],
    [{ note: 89161234567 }],
    [{ note: '+375 29 123-45-67' }],
  ])('is a valid phone written as people write one, or as 11 digits from 7 or 8: %j', (data) => {
    expect(suspected(data)).toBe(true);
  });

  it.each(['home_phone', 'tel2', 'mobileA', 'contact_data', 'WhatsApp', 'viber', 'second-phone'])(
    'is a valid phone under the name %s, however it is written',
    (name) => {
      expect(suspected({ [name]: '9161234567' })).toBe(true);
      expect(suspected({ box: { [name]: ['375291234567'] } })).toBe(true);
    },
  );

  it.each([
    [{ note: '9161234567' }],
    [{ note: '375291234567' }],
    [{ note: '12345678901' }],
    [{ note: '+7 000 000-00-00' }],
    [{ note: '2026-11-26' }],
    [{ note: 'Анна @ салон' }],
    [{ note: '3 500,00' }],
    [{ phone_note: 'не звонить' }],
  ])('is not %j', (data) => {
    expect(suspected(data)).toBe(false);
  });

  it.each([
    ...[
      'order_id',
      'externalId',
      'card_number',
      'serialNo',
      'inn',
      'promo_code',
      'loyalty_card',
      'account',
      'sent_time',
    ],
    ...['birth_date', 'phone_number', 'contact_id', 'PHONE_CODE'],
  ])('is nothing under %s', (name) => {
    expect(suspected({ [name]: '+7 916 123-45-67' })).toBe(false);
    expect(suspected({ [name]: '79161234567' })).toBe(false);
  });

  it('is nothing that was read', () => {
    expect(suspected({ comment: '+7 916 123-45-67', client: { phone: '8 916 123-45-67' } })).toBe(false);
  });
});

describe('the warning `contact_unread`', () => {
  it('stands on line and record while they have neither phone nor e-mail', async () => {
    const salon = aTelling();
    await salon.tell(E('booking.created', { id: 7403, client: { name: 'Анна' }, reach: '+7 916 123-45-67' }));
    expect((await salon.lastLine()).warnings).toContain('contact_unread');
    expect((await salon.request('7403')).warnings).toContain('contact_unread');
    await salon.tell(E('booking.updated', { id: 7403, client: { name: 'Анна', email: 'a@b.ru' } }));
    expect((await salon.lastLine()).warnings).not.toContain('contact_unread');
    expect((await salon.request('7403')).warnings).not.toContain('contact_unread');
  });

  it('does not stand where a phone was read beside it', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.created', { id: 9001, contact: { phone: '8 916 123-45-67' }, reach: 'a@b.ru' }));
    expect((await salon.lastLine()).warnings).toEqual([]);
    expect((await salon.deal('9001')).warnings).toEqual([]);
  });

  it('stands on a deal, too', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.created', { id: 9001, whatsapp: '9161234567' }));
    expect((await salon.deal('9001')).warnings).toEqual(['contact_unread']);
    expect((await salon.lastLine()).unknownPaths).toEqual(['data.whatsapp']);
  });

  it('never shows what stood there', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.created', { id: 9001, whatsapp: '9161234567' }));
    const line = { ...(await salon.lastLine()), message: undefined };
    expect(JSON.stringify([line, await salon.deal('9001'), salon.logged()])).not.toContain('9161234567');
  });

  it('is `*` where it stands as a name, in paths and in warnings, and so is no name of anybody else’s', async () => {
    const salon = aTelling();
    const by = (value: unknown) => ({ '+7 916 123-45-67': value, '89161234568': value, 'A.Vetrova@Example.ru': value });
    const data = { id: 9002, clients_by: by({ visits: 3 }), start_at: by('x'), '8 (916) 123-45-67': 1, kod916: 2 };
    await salon.tell(E('deal.created', { ...data, services: [{ name: 'x', price: by('y') }] }));
    const { unknownPaths, warnings } = await salon.lastLine();
    expect(unknownPaths).toEqual([
      'data.*',
      'data.clients_by.*.visits',
      'data.kod916',
      'data.services[].price.*',
      'data.start_at.*',
    ]);
    const kept = JSON.stringify([unknownPaths, warnings, await salon.deal('9002'), salon.logged()]);
    expect(kept).not.toMatch(/916.?123|9161234568|vetrova/i);
  });
});
