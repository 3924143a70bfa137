import { describe, expect, it } from '@jest/globals';
import { masked } from '../../lib/domain/masked.ts';
import { dealFields } from '../../lib/model/deal.ts';
import { requestFields } from '../../lib/model/request.ts';

describe('a masked record', () => {
  it('shows of each personal field enough to recognise somebody, and all of the rest', () => {
    const record = {
      extId: '558213',
      name: 'Екатерина Смирнова',
      phone: '+79161234567',
      email: 'smirnova.k@example.ru',
      emails: ['a@b.ru'],
      message: 'Звоните +79161234567',
      userFields: [{ id: 'promo', name: 'Промокод', value: 'МАРТ10' }],
      origin: 'Виджет',
    };
    expect(masked(requestFields, record)).toEqual({
      extId: '558213',
      name: 'Е•••',
      phone: '+7916•••67',
      email: 's•••@example.ru',
      emails: ['a•••@b.ru'],
      message: 'З•••',
      userFields: [{ id: 'promo', name: 'П•••', value: 'М•••' }],
      origin: 'Виджет',
    });
  });

  it('shows a phone as typed by its first letter alone, and of a contact its id', () => {
    const contact = { id: '61', name: 'Анна', phone: 'тел. 123', email: 'x' };
    expect(masked(dealFields, { extId: '1', name: 'Стрижка', contact })).toEqual({
      extId: '1',
      name: 'Стрижка',
      contact: { id: '61', name: 'А•••', phone: 'т•••', email: 'x•••' },
    });
  });

  it.each([
    ['requests', requestFields],
    ['deals', dealFields],
  ])('hides every field of %s that is personal', (_which, fields) => {
    for (const [name, { personal }] of Object.entries(fields)) {
      const text = JSON.stringify(masked(fields, { [name]: ['МЕТКА', { phone: 'МЕТКА' }] }));
      expect([name, text.includes('МЕТКА')]).toEqual([name, !personal]);
    }
  });
});
