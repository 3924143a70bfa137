import { describe, expect, it } from '@jest/globals';
import { aboutBooking, ofBooking } from './read.ts';
import { aTelling, E } from './told.ts';

const phonesOf = (phone: unknown) => ofBooking({ client: { phone } }).client?.phones;
const usable = (e164: string) => ({ shown: e164, e164 });

describe('a phone', () => {
  it.each<[unknown, string]>([
    ['+7 916 123-45-67', '+79161234567'],
    ['+7(916)1234567', '+79161234567'],
    ['8(916)123-45-67', '+79161234567'],
    ['8 916 123 45 67', '+79161234567'],
    ['+8 916 123-45-67', '+79161234567'],
    ['+89161234567', '+79161234567'],
    ['7916 123 45 67', '+79161234567'],
    [79161234567, '+79161234567'],
    ['79161234567.0', '+79161234567'],
    ['9161234567', '+79161234567'],
    ['916 123-45-67', '+79161234567'],
    ['8 (702) 123-45-67', '+77021234567'],
    ['+7 702 123 45 67', '+77021234567'],
    ['+375 29 123-45-67', '+375291234567'],
    ['375291234567', '+375291234567'],
    ['998901234567', '+998901234567'],
    ['+49 151 12345678', '+4915112345678'],
    ['8 (495) 111-22-33 доб. 12', '+74951112233'],
    ['8 (495) 111-22-33, ', '+74951112233'],
    ['8 495 111 22 33 #12', '+74951112233'],
    ['84951112233#12', '+74951112233'],
    ['\u202a+7 916 123\u200b-45-67\u202c', '+79161234567'],
    ['+7&nbsp;916&#32;123-45-67'.replace('&nbsp;', ' '), '+79161234567'],
  ])('%j is %s', (phone, e164) => {
    expect(phonesOf(phone)).toEqual([usable(e164)]);
  });

  it.each([['8 916 123-45-67, 8 495 111-22-33'], ['8 916 123-45-67; 84951112233'], ['+79161234567/+74951112233']])(
    'may be two in one text, cut at , ; and /: %j',
    (phone) => {
      expect(phonesOf(phone)).toEqual([usable('+79161234567'), usable('+74951112233')]);
    },
  );

  it('with a plus that the sender wrote stands, when its country has no metadata', () => {
    expect(phonesOf('+999 12 345 678')).toEqual([usable('+99912345678')]);
  });

  it.each(['в салоне', 'нет телефона', '12345', '+7 916 123', '8 916 123-45-67-89-10'])(
    'that is no number is kept as typed: %j',
    (phone) => {
      expect(phonesOf(phone)).toEqual([{ shown: phone }]);
    },
  );

  it.each(['8 900 000-00-00', '+7 999 999-99-99', '8 (916) 111-11-11'])(
    'that ends in seven equal digits is shown only: %j',
    (phone) => {
      const [said] = phonesOf(phone) ?? [];
      expect(said?.e164).toBeUndefined();
      expect(said?.shown).toBeDefined();
    },
  );

  it.each([
    ['8 900 100-00-00', '+79001000000'],
    ['+7 916 233-33-33', '+79162333333'],
  ])('that ends in six is one like others: %j', (phone, e164) => {
    expect(phonesOf(phone)).toEqual([usable(e164)]);
  });

  it('is one of a hundred at most that an event may bring, however they are written', () => {
    const line = (n: number) => [1000, 2000, 3000, 4000].map((from) => `+7 916 200 ${from + n}`).join(', ');
    const phones = Array.from({ length: 30 }, (_, n) => line(n));
    expect(ofBooking({ client: { phones } }).client?.phones).toHaveLength(100);
  });

  it('that is no number, or a placeholder, makes nobody reachable and no key', async () => {
    const salon = aTelling();
    await salon.tell(E('booking.created', { id: 1, client: { name: 'Анна', phone: '8 900 000-00-00' } }));
    await salon.tell(E('booking.created', { id: 2, client: { name: 'Анна', phone: 'в салоне' } }));
    expect(await salon.request('1')).toMatchObject({ noContact: true, phone: expect.any(String) });
    expect(await salon.request('2')).toMatchObject({ noContact: true, phone: 'в салоне' });
    expect(salon.stored()).not.toContain('#contact#');
  });

  it.each(['', null, '-', ' ', []])('is none: %j', (phone) => {
    expect(ofBooking({ client: { id: 1, phone } }).client).toEqual({ id: '1', phones: [], emails: [] });
  });
});

const emailsOf = (email: unknown) => ofBooking({ client: { id: 1, email } }).client?.emails;

describe('an e-mail', () => {
  it.each([
    [' A@B.RU ', 'a@b.ru'],
    ['Anna.Kotova+1@Example.COM', 'anna.kotova+1@example.com'],
    ['анна@пример.рф', 'анна@пример.рф'],
    ['a\u200b@b.ru', 'a@b.ru'],
  ])('%j is trimmed and in lower case', (email, expected) => {
    expect(emailsOf(email)).toEqual([expected]);
  });

  it.each(['', '-', 'нет', 'НЕТ', ' - ', null, []])('is absent: %j', (email) => {
    expect(emailsOf(email)).toEqual([]);
    expect(aboutBooking({ client: { id: 1, email } }).warnings).toEqual([]);
  });

  it('is absent over 254 characters', () => {
    expect(emailsOf(`${'a'.repeat(249)}@b.ru`)).toEqual([`${'a'.repeat(249)}@b.ru`]);
    expect(emailsOf(`${'a'.repeat(250)}@b.ru`)).toEqual([]);
  });

  it('that is none is absent', () => {
    expect(emailsOf('anna at example')).toEqual([]);
  });
});
