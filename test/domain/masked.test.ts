import { describe, expect, it } from '@jest/globals';
import { masked } from '../../lib/domain/masked.ts';

describe('a masked value', () => {
  it.each<[unknown, unknown]>([
    ['Екатерина Смирнова', 'Е•••'],
    ['+79161234567', '+7916•••67'],
    ['smirnova.k@example.ru', 's•••@example.ru'],
    ['Звоните +79161234567', 'З•••'],
    ['тел. 123', 'т•••'],
    ['', '•••'],
    ['https://salon.ru/online', 'https://salon.ru/online'],
    ['https://salon.ru/online?tel=%2B79161234567', 'https://salon.ru/online•••'],
    ['https://salon.ru/#a@b.ru', 'https://salon.ru/•••'],
    [['a@b.ru'], ['a•••@b.ru']],
    [[{ id: 'promo', name: 'Промокод', value: 'МАРТ10' }], [{ id: 'promo', name: 'П•••', value: 'М•••' }]],
  ])('shows of %j enough to recognise somebody', (value, shown) => {
    expect(masked(value)).toEqual(shown);
  });

  it('is of a contact all but its id', () => {
    const contact = { id: '61', name: 'Анна', phone: 'тел. 123', email: 'x' };
    expect(masked(contact)).toEqual({ id: '61', name: 'А•••', phone: 'т•••', email: 'x•••' });
  });
});
