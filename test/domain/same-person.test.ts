import { describe, expect, it } from '@jest/globals';
import { anna, contactAfter, olga } from './mentions.ts';
import { phone } from './telling.ts';

describe('two client ids are one person', () => {
  it('when events with them share a phone', () => {
    expect(
      contactAfter(
        { id: '61', name: 'Анна', phones: [phone(anna)] },
        { id: '75', name: 'А. Петрова', phones: [phone(anna), phone(olga)] },
        { id: '75', name: 'А. Петрова' },
      ),
    ).toEqual({ id: '75', name: 'А. Петрова', phones: [anna, olga] });
  });

  it('when events with them share an e-mail', () => {
    expect(
      contactAfter(
        { id: '61', name: 'Анна', phones: [phone(anna)], emails: ['a@b.ru'] },
        { id: '75', name: 'А. Петрова', emails: ['a@b.ru'] },
      ),
    ).toEqual({ id: '75', name: 'А. Петрова', phones: [anna] });
  });

  it('when one of them never came with either and their names are equal', () => {
    const first = { id: '61', name: 'Анна Семёнова', phones: [phone(anna)] };
    expect(contactAfter(first, { id: '75', name: 'анна семенова ' })).toMatchObject({ id: '75', phones: [anna] });
    expect(contactAfter({ id: '75', name: 'Анна Семёнова' }, first)).toMatchObject({ id: '61', phones: [anna] });
    expect(contactAfter(first, { id: '75', name: 'Анна' })).toMatchObject({ id: '75', phones: [] });
  });

  it('not when both came with a phone, be their names equal', () => {
    expect(
      contactAfter(
        { id: '61', name: 'Анна', phones: [phone(anna)] },
        { id: '75', name: 'Анна', phones: [phone(olga)] },
      ),
    ).toEqual({ id: '75', name: 'Анна', phones: [olga] });
    expect(
      contactAfter({ id: '61', name: 'Анна', phones: [phone(anna)] }, { id: '75', name: 'Анна', emails: ['a@b.ru'] }),
    ).toEqual({ id: '75', name: 'Анна', phones: [] });
  });

  it('not by a phone that is no number', () => {
    const typed = { shown: '8 900 000-00-00' };
    expect(
      contactAfter(
        { id: '61', name: 'Анна', phones: [phone(anna), typed] },
        { id: '75', name: 'Ольга', phones: [typed] },
      ),
    ).toEqual({ id: '75', name: 'Ольга', phones: ['8 900 000-00-00'] });
  });

  it('through a third, too', () => {
    expect(
      contactAfter(
        { id: '61', name: 'Анна', phones: [phone(anna)] },
        { id: '62', name: 'Анна П.', phones: [phone(anna), phone(olga)] },
        { id: '63', name: 'Аня', phones: [phone(olga)] },
      ),
    ).toEqual({ id: '63', name: 'Аня', phones: [anna, olga] });
  });
});
