import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

const A = '8 916 111-11-10';
const B = '8 916 222-22-20';
const [a, b] = ['+79161111110', '+79162222220'];

describe('the person of a request', () => {
  const booking = (client: unknown) => E('booking.updated', { id: 5, client });
  const deal = (client: unknown) => E('deal.updated', { id: 9, booking_ids: [5], client });
  const requestOf = async (...told: object[]) => {
    const salon = aTelling();
    await salon.tell(...told);
    const { name, phone, email, noContact } = await salon.request('5');
    return { name, phone, email, noContact };
  };
  const vera = { id: 70, name: 'Вера', phone: B, email: 'v@v.ru' };

  it('is told by booking events, where any gave a client', async () => {
    expect(await requestOf(deal(vera), booking({ name: 'Анна', phone: A }))).toEqual({
      name: 'Анна',
      phone: a,
      email: undefined,
      noContact: false,
    });
    expect(await requestOf(booking({ name: 'Анна', email: 'a@a.ru' }), deal(vera))).toEqual({
      name: 'Анна',
      phone: undefined,
      email: 'a@a.ru',
      noContact: false,
    });
  });

  it('is else told by deal events', async () => {
    expect(await requestOf(booking(undefined), deal(vera))).toEqual({
      name: 'Вера',
      phone: b,
      email: 'v@v.ru',
      noContact: false,
    });
  });

  it('takes phone and e-mail from the deals’ person while no booking event brought either, and a name when none was said', async () => {
    expect(await requestOf(booking({ name: 'Анна' }), deal(vera))).toEqual({
      name: 'Анна',
      phone: b,
      email: 'v@v.ru',
      noContact: false,
    });
    expect(await requestOf(booking({ id: 61 }), deal(vera))).toEqual({
      name: 'Вера',
      phone: b,
      email: 'v@v.ru',
      noContact: false,
    });
    expect(await requestOf(booking({ name: 'Анна' }), deal(vera), booking({ phone: A }))).toEqual({
      name: 'Анна',
      phone: a,
      email: undefined,
      noContact: false,
    });
  });

  it('of a deal is told by its deal events alone', async () => {
    const salon = aTelling();
    await salon.tell(
      booking({ id: 61, name: 'Анна', phone: A }),
      E('deal.updated', { id: 9, booking_ids: [5], contact: { id: 70, name: 'Вера' } }),
    );
    expect((await salon.deal('9')).contact).toEqual({ id: '70', name: 'Вера', phones: [], emails: [] });
  });
});
