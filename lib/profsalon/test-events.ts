import type { Layers } from '../model/contract.ts';

const dayMs = 24 * 3_600_000;

/** A booking and its deal in the contract's own names, of a person who is invented, with a phone that nobody can have; `id`: of both, and of the person. */
export function testEvents(id: string, at: Date): { booking: Layers; deal: Layers } {
  const person = { id, name: 'Тест Тестовый', phone: '+7 900 000-00-00', email: 'test@example.com' };
  const created = at.toISOString();
  const booking = {
    event: 'booking.created',
    occurred_at: created,
    data: {
      id,
      deal_id: id,
      status: 'new',
      origin: 'widget',
      created_at: created,
      starts_at: new Date(at.getTime() + dayMs).toISOString(),
      amount: '1000',
      comment: 'Тестовая запись',
      client: person,
      services: [{ id: 'test', name: 'Тестовая услуга', price: '1000', quantity: '1' }],
    },
  };
  const deal = {
    event: 'deal.created',
    occurred_at: created,
    data: {
      id,
      name: 'Тестовая сделка',
      booking_ids: [id],
      amount: '1000',
      stage: { id: 'test', name: 'Тестовый этап', type: 'in_process' },
      created_at: created,
      contact: { id, name: person.name, phones: [person.phone], emails: [person.email] },
    },
  };
  return { booking: [booking], deal: [deal] };
}
