import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { contactOf, contactRecordOf, mergeContact } from '../../lib/domain/contact.ts';
import { aReading, at } from '../build/reading.ts';
import { aTuple } from '../build/reference.ts';
import { aRow } from '../build/row.ts';
import { client, phone } from './telling.ts';

const secret = Buffer.alloc(32, 7).toString('base64');
const hmac = (text: string) => createHmac('sha256', Buffer.alloc(32, 7)).update(text).digest('hex');

describe('the contact of an event', () => {
  it('is known by the client id', () => {
    const reading = aReading({ client: client({ id: '90311', phones: [phone('+79161234567')] }) });
    expect(contactOf(reading, secret)).toEqual({ key: '90311', byId: true });
  });

  it('without an id is known by an HMAC of its smallest E.164', () => {
    const phones = [phone('+79161234567'), phone('+74951112233'), { shown: '+70000000000' }];
    expect(contactOf(aReading({ client: client({ phones, emails: ['a@b.ru'] }) }), secret)).toEqual({
      key: hmac('+74951112233'),
      byId: false,
    });
  });

  it('without a usable phone is known by an HMAC of its smallest e-mail', () => {
    const reading = aReading({ client: client({ phones: [{ shown: 'нет' }], emails: ['b@b.ru', 'a@b.ru'] }) });
    expect(contactOf(reading, secret)).toEqual({ key: hmac('a@b.ru'), byId: false });
  });

  it('is nobody when the event gives neither', () => {
    expect(contactOf(aReading({ client: client({ name: 'Марина' }) }), secret)).toBeUndefined();
    expect(contactOf(aReading(), secret)).toBeUndefined();
  });
});

describe('the contact record', () => {
  const row = aRow({
    reading: aReading({
      updatedAt: at('2026-03-17T14:00:00.000Z'),
      createdAt: at('2026-03-14T09:00:00.000Z'),
      client: client({ id: '90311', name: 'Марина', phones: [phone('+79161234567')], emails: ['a@b.ru'] }),
    }),
    contact: { key: '90311', byId: true },
  });

  it('takes name, phones, e-mails and the earliest time of the event', () => {
    expect(contactRecordOf(row)).toEqual({
      v: 2,
      key: '90311',
      id: '90311',
      tuples: [aTuple({ name: 'Марина' }, '2026-03-17T14:00:00.000Z')],
      phones: [phone('+79161234567')],
      emails: ['a@b.ru'],
      createdDateTime: '2026-03-14T09:00:00.000Z',
    });
  });

  it('is not there for an event that names nobody', () => {
    expect(contactRecordOf(aRow())).toBeUndefined();
  });

  it('keeps every name with when it was last said, adds phones and e-mails, and was created when it was first', () => {
    const one = contactRecordOf(row)!;
    const renamed = aTuple({ name: 'Марина К.' }, '2026-03-18T00:00:00.000Z');
    const other = {
      ...one,
      tuples: [renamed],
      phones: [phone('+74951112233')],
      emails: ['c@b.ru'],
      createdDateTime: '2026-03-15T00:00:00.000Z',
    };
    expect(mergeContact(one, other)).toEqual({
      ...one,
      tuples: expect.arrayContaining([...one.tuples, renamed]),
      phones: [phone('+74951112233'), phone('+79161234567')],
      emails: ['a@b.ru', 'c@b.ru'],
      createdDateTime: '2026-03-14T09:00:00.000Z',
    });
    expect(mergeContact(one, other).tuples).toHaveLength(2);
  });

  it('keeps the 50 smallest phones', () => {
    const many = (from: number) => ({
      ...contactRecordOf(row)!,
      phones: Array.from({ length: 40 }, (_, i) => phone(`+7916000${from + i}`)),
    });
    const { phones } = mergeContact(many(1060), many(1000));
    expect(phones).toHaveLength(50);
    expect(phones.at(-1)?.shown).toBe('+79160001069');
  });
});
