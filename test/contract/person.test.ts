import { describe, expect, it } from '@jest/globals';
import { aboutBooking, aboutDeal, clientOf, ofBooking, ofDeal, type ShownClient } from './read.ts';

const phone = '8 916 123-45-67';
const phones = ['+79161234567'];
const inBooking = (data: object) => clientOf(ofBooking(data));
const inDeal = (data: object) => clientOf(ofDeal(data));

describe('the person', () => {
  it.each(['client', 'customer', 'contact', 'visitor', 'guest', 'Client', 'CUSTOMER'])(
    'may stand under %s as an object',
    (name) => {
      const anna = { name: 'Анна', phone, email: 'a@b.ru' };
      const expected = { name: 'Анна', phones, emails: ['a@b.ru'] };
      expect(inBooking({ [name]: anna })).toEqual(expected);
      expect(inDeal({ [name]: anna })).toEqual(expected);
    },
  );

  it.each(['client', 'customer', 'contact'])('may stand flat under %s', (name) => {
    const flat = {
      [`${name}_id`]: 61,
      [`${name}_name`]: 'Анна',
      [`${name}_phone`]: phone,
      [`${name}_email`]: 'a@b.ru',
    };
    expect(inBooking(flat)).toEqual({ id: '61', name: 'Анна', phones, emails: ['a@b.ru'] });
    expect(inDeal(flat)).toEqual({ id: '61', name: 'Анна', phones, emails: ['a@b.ru'] });
  });

  it.each(['visitor', 'guest'])(
    'is %s also flat with a name, a phone or an e-mail, but not as a word or a number',
    (name) => {
      expect(inBooking({ [`${name}_name`]: 'Анна' })).toEqual({ name: 'Анна' });
      expect(inBooking({ [`${name}_phone`]: phone })).toEqual({ phones });
      expect(inBooking({ [`${name}_email`]: 'a@b.ru' })).toEqual({ emails: ['a@b.ru'] });
      expect(inBooking({ [name]: 'Анна' })).toBeUndefined();
      expect(inBooking({ [name]: 10640054782 })).toBeUndefined();
    },
  );

  it.each(['visitor', 'guest', 'client', 'contact'])(
    'is %s also as a JSON text of an object, or a list of one',
    (name) => {
      const anna = { name: 'Анна', phone };
      expect(inBooking({ [name]: JSON.stringify(anna) })).toEqual({ name: 'Анна', phones });
      expect(inBooking({ [name]: [anna] })).toEqual({ name: 'Анна', phones });
    },
  );

  it.each(['clients', 'contacts'])('is the first of %s; more are warned', (name) => {
    const two = [
      { id: 61, name: 'Анна' },
      { id: 62, name: 'Вера' },
    ];
    expect(inBooking({ [name]: two })).toEqual({ id: '61', name: 'Анна' });
    expect(aboutBooking({ [name]: two }).warnings).toEqual([`data.${name}: not_read`]);
    expect(aboutDeal({ [name]: two.slice(0, 1) }).warnings).toEqual([]);
    expect(inDeal({ [name]: { id: 61 } })).toEqual({ id: '61' });
  });

  it.each(['visitor_id', 'guest_id', 'ga_client_id'])('has no id in %s', (name) => {
    expect(inBooking({ [name]: 555 })).toBeUndefined();
    expect(inBooking({ [name]: 555, client_name: 'Анна' })).toEqual({ name: 'Анна' });
  });

  it('has no id in a `client_id` with a dot, which is Google Analytics’', () => {
    expect(inBooking({ client_id: '1234567890.1699999999' })).toBeUndefined();
    expect(inBooking({ clientId: '555.777', client_name: 'Анна' })).toEqual({ name: 'Анна' });
    expect(inBooking({ client_id: '555.0' })).toEqual({ id: '555' });
  });

  it('has no id in what stands beside a session', () => {
    const session = { visitor_session_id: 7, visitor_id: 8, client_id: 9 };
    expect(inBooking({ session })).toBeUndefined();
    expect(inBooking({ session: JSON.stringify(session) })).toBeUndefined();
    expect(inDeal({ session, client: { name: 'Анна' } })).toEqual({ name: 'Анна' });
  });
});

describe('the name of a person', () => {
  it.each([
    [{ name: 'Анна Котова' }, 'Анна Котова'],
    [{ full_name: 'Анна Котова' }, 'Анна Котова'],
    [{ fio: 'Котова Анна Петровна' }, 'Котова Анна Петровна'],
    [{ FIO: 'Котова А. П.' }, 'Котова А. П.'],
    [{ display_name: 'Анна К.' }, 'Анна К.'],
    [{ first_name: 'Анна' }, 'Анна'],
    [{ first_name: 'Анна', last_name: 'Котова' }, 'Анна Котова'],
    [{ lastName: 'Котова', firstName: 'Анна' }, 'Анна Котова'],
    [{ surname: 'Котова', first_name: 'Анна', patronymic: 'Петровна' }, 'Анна Петровна Котова'],
    [{ first_name: 'Anna', middle_name: 'Marie', last_name: 'Smith' }, 'Anna Marie Smith'],
    [{ name: '', first_name: 'Анна', surname: 'Котова' }, 'Анна Котова'],
    [{ name: 'Анна', first_name: 'Вера' }, 'Анна'],
  ])('of %j is %s', (client, name) => {
    expect(inBooking({ client })).toEqual({ name });
  });

  it('is the first of name, full_name, fio, display_name', () => {
    expect(inBooking({ client: { display_name: '4', fio: '3', full_name: '2', name: '1' } })).toEqual({ name: '1' });
    expect(inBooking({ client: { display_name: '4', fio: '3', full_name: '2' } })).toEqual({ name: '2' });
    expect(inBooking({ client: { display_name: '4', fio: '3' } })).toEqual({ name: '3' });
  });

  it('takes a `surname` beside `name`, unless the name contains it', () => {
    expect(inBooking({ client: { name: 'Анна', surname: 'Котова' } })).toEqual({ name: 'Анна Котова' });
    expect(inBooking({ client: { name: 'Котова Анна', surname: 'Котова' } })).toEqual({ name: 'Котова Анна' });
    expect(inBooking({ client: { name: 'КОТОВА АННА', surname: 'Котова' } })).toEqual({ name: 'КОТОВА АННА' });
  });
});

describe('phones and e-mails of a person', () => {
  it.each(['phone', 'phone_number', 'mobile', 'tel', 'telephone', 'phones', 'phoneNumber', 'PHONE'])(
    'may be called %s',
    (name) => {
      expect(inBooking({ client: { [name]: phone } })).toEqual({ phones });
      expect(inBooking({ client: { [name]: [phone, '8 495 111-22-33'] } })).toEqual({
        phones: [...phones, '+74951112233'],
      });
    },
  );

  it.each(['email', 'mail', 'emails', 'EMAIL', 'e_mail'])('may be called %s', (name) => {
    expect(inBooking({ client: { [name]: 'A@B.ru' } })).toEqual({ emails: ['a@b.ru'] });
  });

  it('of several names are all taken', () => {
    expect(inBooking({ client: { phone, mobile: '8 495 111-22-33', tel: '' } })).toEqual({
      phones: [...phones, '+74951112233'],
    });
  });
});

const flat: [object, ShownClient | undefined, string | undefined][] = [
  [{ phone }, { phones }, undefined],
  [{ email: 'a@b.ru' }, { emails: ['a@b.ru'] }, undefined],
  [{ name: 'Анна', phone }, { name: 'Анна', phones }, undefined],
  [{ name: 'Анна', email: 'a@b.ru' }, { name: 'Анна', emails: ['a@b.ru'] }, undefined],
  [{ name: 'Анна', surname: 'Котова' }, { name: 'Анна Котова' }, undefined],
  [{ name: 'Анна', tel: phone }, { name: 'Анна', phones }, undefined],
  [{ fio: 'Анна', tel: phone }, { name: 'Анна', phones }, undefined],
  [{ name: 'Стрижка' }, undefined, 'Стрижка'],
  [{ name: 'Стрижка', phone: '' }, undefined, 'Стрижка'],
  [{ name: 'Стрижка', phone, client: { id: 61 } }, { id: '61', phones }, 'Стрижка'],
  [{ name: 'Стрижка', phone, client: '{"id":61}' }, { id: '61', phones }, 'Стрижка'],
  [{ name: 'Стрижка', phone, client: [] }, { name: 'Стрижка', phones }, undefined],
  [{ name: 'Стрижка', phone, clients: '[{"id":61}]' }, { id: '61', phones }, 'Стрижка'],
  [{ name: 'Стрижка', email: 'a@b.ru', clients: [{ name: 'Анна' }] }, { name: 'Анна', emails: ['a@b.ru'] }, 'Стрижка'],
];

describe('flat beside a booking’s own fields', () => {
  it.each(flat)('%j: phone and e-mail are the client’s, the name in their company', (data, client, title) => {
    expect(inBooking(data)).toEqual(client);
    expect(ofBooking(data).name).toBe(title);
  });
});

describe('flat beside a deal’s own fields', () => {
  it.each<[object, ShownClient | undefined, string | undefined]>([
    [{ name: 'Запись №5', phone }, { phones }, 'Запись №5'],
    [{ name: 'Запись №5', email: 'a@b.ru' }, { emails: ['a@b.ru'] }, 'Запись №5'],
    [{ name: 'Запись №5', fio: 'Анна' }, { name: 'Анна' }, 'Запись №5'],
    [{ name: 'Запись №5', client_name: 'Анна' }, { name: 'Анна' }, 'Запись №5'],
    [{ name: 'Запись №5' }, undefined, 'Запись №5'],
  ])('%j: its name is the deal’s', (data, client, name) => {
    expect(inDeal(data)).toEqual(client);
    expect(ofDeal(data).name).toBe(name);
  });
});
