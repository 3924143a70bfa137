import { describe, expect, it } from '@jest/globals';
import { client, dealEvent, dealOf, phone } from './telling.ts';

describe('the contact of a deal', () => {
  const hmac = { key: 'f00', byId: false };
  const byId = { key: '90311', byId: true };

  it('without an id is the contact only while no event named one with an id', () => {
    const named = dealEvent(1, { client: client({ id: '90311', name: 'Марина' }) }, { contact: byId });
    const unnamed = dealEvent(2, { client: client({ phones: [phone('+79161234567')] }) }, { contact: hmac });
    expect(dealOf(unnamed).contact).toMatchObject({ key: 'f00' });
    expect(dealOf(unnamed).contact?.id).toBeUndefined();
    expect(dealOf(named, unnamed).contact).toMatchObject({ key: '90311', id: '90311' });
    const first = dealEvent(0, { client: client({ phones: [phone('+79161234567')] }) }, { contact: hmac });
    expect(dealOf(first, named).contact).toMatchObject({ key: '90311', id: '90311' });
  });

  it('is the last of those that were named by an id', () => {
    const other = dealEvent(2, { client: client({ id: '5', name: 'Ольга' }) }, { contact: { key: '5', byId: true } });
    const first = dealEvent(1, { client: client({ id: '90311', name: 'Марина' }) }, { contact: byId });
    expect(dealOf(other, first).contact).toEqual({ key: '5', id: '5', name: 'Ольга' });
  });

  it('has phones and e-mails that only grow; the main one is the first that the last event with some lists', () => {
    const deal = dealOf(
      dealEvent(1, { client: client({ name: 'Марина', phones: [phone('+79161234567')], emails: ['z@b.ru'] }) }),
      dealEvent(2, { client: client({ phones: [phone('+79990000001'), phone('+74951112233')], emails: ['a@b.ru'] }) }),
      dealEvent(3, { client: client({ name: 'Марина К.' }) }),
    );
    expect(deal).toMatchObject({
      contact: { name: 'Марина К.', phone: '+79990000001', email: 'a@b.ru' },
      phones: [phone('+74951112233'), phone('+79161234567'), phone('+79990000001')],
      emails: ['a@b.ru', 'z@b.ru'],
    });
  });

  it('has at most 50 phones and e-mails, the smallest, the rest warned', () => {
    const phones = Array.from({ length: 51 }, (_, i) => phone(`+79160000${100 + i}`));
    const emails = Array.from({ length: 51 }, (_, i) => `a${100 + i}@b.ru`);
    const deal = dealOf(dealEvent(1, { client: client({ phones: phones.toReversed(), emails: emails.toReversed() }) }));
    expect(deal.phones).toEqual(phones.slice(0, 50));
    expect(deal.emails).toEqual(emails.slice(0, 50));
    expect(deal.warnings).toEqual(['phones: cut', 'emails: cut']);
  });

  it('shows a phone that is no number, without a key', () => {
    const deal = dealOf(dealEvent(1, { client: client({ phones: [{ shown: 'нет' }] }) }));
    expect(deal).toMatchObject({ contact: { phone: 'нет' }, phones: [{ shown: 'нет' }], emails: [] });
    expect(deal.contact).not.toHaveProperty('key');
  });

  it('is absent when no event brought a client', () => {
    expect(dealOf(dealEvent(1)).contact).toBeUndefined();
    expect(dealOf(dealEvent(1)).phones).toBeUndefined();
  });
});
