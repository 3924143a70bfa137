import { describe, expect, it } from '@jest/globals';
import type { Client } from '../../lib/model/reading.ts';
import { anna, contactAfter, olga, personAfter, rowsOf, type Mention } from './mentions.ts';
import { dealOf, phone, requestOf } from './telling.ts';

describe('the person of a request', () => {
  const booking = (said: Partial<Client>): Mention => ['booking', said];
  const deal = (said: Partial<Client>): Mention => ['deal', said];

  it('is told by booking events, where any gave a client', () => {
    const told = [booking({ id: '61', name: 'Анна', phones: [phone(anna)] }), deal({ id: '900', name: 'Анна П.' })];
    expect(personAfter(...told)).toMatchObject({ name: 'Анна', phone: anna, phones: [anna] });
    expect(personAfter(deal({ id: '900', name: 'Анна П.', phones: [phone(olga)] }), ...told)).toMatchObject({
      name: 'Анна',
      phones: [anna],
    });
  });

  it('is else told by deal events', () => {
    expect(personAfter(deal({ id: '900', name: 'Анна П.', phones: [phone(anna)] }))).toMatchObject({
      name: 'Анна П.',
      phone: anna,
      noContact: false,
    });
  });

  it('has phones and e-mails of the deal events’ person while no booking event brought any', () => {
    expect(
      personAfter(deal({ id: '900', name: 'Анна П.', phones: [phone(anna)] }), booking({ id: '61', name: 'Анна' })),
    ).toEqual({ name: 'Анна', phone: anna, phones: [anna], email: undefined, noContact: false });
    expect(personAfter(booking({ name: 'Анна' }), deal({ emails: ['a@b.ru'], phones: [phone(anna)] }))).toMatchObject({
      name: 'Анна',
      email: 'a@b.ru',
      phones: [anna],
    });
    expect(personAfter(booking({ name: 'Анна', emails: ['a@b.ru'] }), deal({ phones: [phone(anna)] }))).toMatchObject({
      email: 'a@b.ru',
      phones: [],
    });
  });

  it('has the name of the deal events’ person, too, when no booking event said one', () => {
    expect(personAfter(booking({ id: '61' }), deal({ name: 'Анна П.', phones: [phone(anna)] }))).toMatchObject({
      name: 'Анна П.',
      phones: [anna],
    });
  });

  it('that a booking was moved to has nothing of the one before, and nothing that a deal still says', () => {
    const first = { id: '61', name: 'Анна', phones: [phone(anna)], emails: ['a@b.ru'] };
    const moved = [booking(first), booking({ id: '63', name: 'Ольга' })];
    const bare = { name: 'Ольга', phone: undefined, phones: [], email: undefined, noContact: true };
    expect(personAfter(...moved)).toEqual(bare);
    expect(personAfter(...moved, deal(first))).toEqual(bare);
  });
});

describe('the person of a record', () => {
  it('is the one last named with an id', () => {
    expect(
      contactAfter(
        { id: '61', name: 'Анна', phones: [phone(anna)] },
        { id: '63', name: 'Ольга', phones: [phone(olga)] },
      ),
    ).toEqual({ id: '63', name: 'Ольга', phones: [olga] });
  });

  it('has her phones again when she is named again', () => {
    expect(
      contactAfter(
        { id: '61', name: 'Анна', phones: [phone(anna)] },
        { id: '63', name: 'Ольга', phones: [phone(olga)] },
        { id: '61', name: 'Анна' },
      ),
    ).toEqual({ id: '61', name: 'Анна', phones: [anna] });
  });

  it('is not named by an id alone, which speaks of the one named before', () => {
    expect(contactAfter({ id: '61', name: 'Анна', phones: [phone(anna)] }, { id: '75' })).toEqual({
      id: '75',
      name: 'Анна',
      phones: [anna],
    });
  });

  it('is spoken of by events without an id, when she was named last before them', () => {
    expect(
      contactAfter({ id: '61', name: 'Анна' }, { phones: [phone(anna)] }, { id: '63', name: 'Ольга' }, { name: 'Оля' }),
    ).toEqual({ id: '63', name: 'Оля', phones: [] });
  });

  it('is spoken of by what stands before the first that was named', () => {
    expect(contactAfter({ name: 'Аня', phones: [phone(anna)] }, { id: '61', name: 'Анна' })).toEqual({
      id: '61',
      name: 'Анна',
      phones: [anna],
    });
    expect(
      contactAfter(
        { phones: [phone(anna)] },
        { id: '61', name: 'Анна' },
        { id: '63', name: 'Ольга', emails: ['o@b.ru'] },
      ),
    ).toEqual({ id: '63', name: 'Ольга', phones: [] });
  });

  it('without any id is whoever the events speak of', () => {
    expect(contactAfter({ name: 'Анна', phones: [phone(anna)] }, { name: 'Ольга', phones: [phone(olga)] })).toEqual({
      id: undefined,
      name: 'Ольга',
      phones: [anna, olga],
    });
  });

  it('named by ids alone is known by the last of them', () => {
    expect(contactAfter({ id: '61' }, { id: '75' })).toEqual({ id: '75', name: undefined, phones: [] });
  });

  it('is told by the order of events, not of deliveries', () => {
    const rows = rowsOf(['deal', { id: '61', name: 'Анна' }], ['deal', { id: '63', name: 'Ольга' }]);
    expect(dealOf(...rows.toReversed()).contact?.name).toBe('Ольга');
  });
});

describe('name and phones of a person', () => {
  it('only grow, and the main phone is the first that the last event with phones lists', () => {
    const { phone: main, phones } = requestOf(
      ...rowsOf(
        ['booking', { phones: [phone('+79990000001')] }],
        ['booking', { phones: [phone(olga), phone(anna)] }],
        ['booking', { name: 'Ольга' }],
      ),
    );
    expect([main, phones]).toEqual([olga, [phone(anna), phone(olga), phone('+79990000001')]]);
  });

  it('decide of this person alone whether she can be reached', () => {
    expect(requestOf(...rowsOf(['booking', { name: 'Анна' }])).noContact).toBe(true);
    expect(requestOf(...rowsOf(['booking', { phones: [{ shown: '112' }] }])).noContact).toBe(true);
    expect(requestOf(...rowsOf(['booking', { emails: ['a@b.ru'] }])).noContact).toBe(false);
    expect(
      requestOf(
        ...rowsOf(
          ['booking', { id: '61', name: 'Анна', phones: [phone(anna)] }],
          ['booking', { id: '63', name: 'Ольга', phones: [{ shown: '112' }] }],
        ),
      ).noContact,
    ).toBe(true);
  });
});
