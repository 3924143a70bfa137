import { describe, expect, it } from '@jest/globals';
import { bookingEvent, client, dealEvent, dealOf, requestOf } from './telling.ts';

describe('whether a deal is deleted', () => {
  it.each([
    ['a deletion says yes', [dealEvent(1), dealEvent(2, { act: 'deleted' })], true],
    ['a soft deletion says yes', [dealEvent(1), dealEvent(2, { deleted: true })], true],
    ['created says no', [dealEvent(1, { act: 'deleted' }), dealEvent(2, { act: 'created' })], false],
    ['a restoration says no', [dealEvent(1, { act: 'deleted' }), dealEvent(2, { deleted: false })], false],
    ['a soft deletion taken back says no', [dealEvent(1, { deleted: true }), dealEvent(2, { deleted: false })], false],
    ['an update does not speak of it', [dealEvent(1, { act: 'deleted' }), dealEvent(2)], true],
    [
      'an update with a stage and a sum does not either',
      [dealEvent(1, { act: 'deleted' }), dealEvent(2, { stage: { id: '1' }, amount: 1 })],
      true,
    ],
    ['a cancellation does not either', [dealEvent(1, { act: 'deleted' }), dealEvent(2, { act: 'cancelled' })], true],
    [
      'a deletion that is older than a creation is overcome',
      [dealEvent(2, { act: 'created' }), dealEvent(1, { act: 'deleted' })],
      false,
    ],
    ['a deletion by name goes before its field', [dealEvent(1, { act: 'deleted', deleted: false })], true],
    ['a creation by name goes before its field', [dealEvent(1, { act: 'created', deleted: true })], false],
    ['nothing was said', [dealEvent(1)], false],
  ])('%s', (_, rows, deleted) => {
    expect(dealOf(...rows).deleted).toBe(deleted);
    expect(dealOf(...rows).hidden.includes('deleted')).toBe(deleted);
  });

  it('stops no other field', () => {
    const deal = dealOf(
      dealEvent(1, { act: 'deleted', amount: 100 }),
      dealEvent(2, { amount: 200, stage: { id: '40' }, client: client({ name: 'Марина' }) }),
    );
    expect(deal).toMatchObject({ revenue: 200, stage: { id: '40' }, contact: { name: 'Марина' } });
  });

  it('restored is shown with all that it had', () => {
    const deal = dealOf(
      dealEvent(1, { act: 'created', amount: 100 }),
      dealEvent(2, { act: 'deleted' }),
      dealEvent(3, { deleted: false, amount: 150 }),
    );
    expect(deal).toMatchObject({ deleted: false, hidden: [], revenue: 150, warnings: [] });
  });
});

describe('what comes to a deleted deal', () => {
  const deletion = dealEvent(2, { act: 'deleted' });
  const warned = ['updated_after_deletion'];

  it.each([
    ['a stage', { stage: { id: '40' } }],
    ['a sum', { amount: 0 }],
  ])('is warned when it gives %s', (_, said) => {
    expect(dealOf(dealEvent(1), deletion, dealEvent(3, said)).warnings).toEqual(warned);
    expect(dealOf(dealEvent(1, { deleted: true }), dealEvent(3, said)).warnings).toEqual(warned);
  });

  it('is not warned when it gives neither', () => {
    expect(dealOf(deletion, dealEvent(3, { name: 'Стрижка', comment: 'x' })).warnings).toEqual([]);
  });

  it('is not warned when it brings the deal back, nor after it is back', () => {
    const restoration = dealEvent(3, { deleted: false, amount: 1 });
    expect(dealOf(deletion, restoration).warnings).toEqual([]);
    expect(dealOf(deletion, restoration, dealEvent(4, { amount: 2 })).warnings).toEqual([]);
  });

  it('is told by the order of events: what is older than the deletion is not warned', () => {
    expect(dealOf(deletion, dealEvent(1, { amount: 1 })).warnings).toEqual([]);
  });
});

describe('whether a request is deleted', () => {
  it('is told by the events of its booking and of its deals', () => {
    expect(requestOf(bookingEvent(1), bookingEvent(2, { act: 'deleted' })).deleted).toBe(true);
    expect(requestOf(bookingEvent(1), bookingEvent(2, { deleted: true })).deleted).toBe(true);
    expect(requestOf(bookingEvent(1), dealEvent(2, { act: 'deleted' })).deleted).toBe(true);
    expect(requestOf(dealEvent(1, { act: 'deleted' }), dealEvent(2, { deleted: false })).deleted).toBe(false);
  });

  it('is not undone for a booking by its deal', () => {
    expect(requestOf(bookingEvent(1, { act: 'deleted' }), dealEvent(2, { deleted: false })).deleted).toBe(true);
    expect(requestOf(bookingEvent(1, { act: 'deleted' }), dealEvent(2, { act: 'created' })).deleted).toBe(true);
  });

  it('never hides it: it was a real enquiry', () => {
    const online = { origin: { text: 'widget', online: true } };
    expect(requestOf(bookingEvent(1, online), bookingEvent(2, { act: 'deleted' })).hidden).toEqual([]);
  });
});
