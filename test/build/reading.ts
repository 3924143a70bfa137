import type { Reading, Time } from '../../lib/model/reading.ts';

/** What the reader makes of a small deal update; `kind: 'booking'` needs a `bookingId` to be about a booking. */
export function aReading(over: Partial<Reading> = {}): Reading {
  return { v: 1, kind: 'deal', act: 'updated', dealId: '771904', updatedAt: at('2026-03-17T14:05:44.000Z'), ...over };
}

/** A booking's creation with a client, from the widget. */
export function aBookingReading(over: Partial<Reading> = {}): Reading {
  return {
    v: 1,
    kind: 'booking',
    act: 'created',
    bookingId: '558213',
    createdAt: at('2026-03-14T09:31:05.000Z'),
    origin: { text: 'widget', online: true },
    client: {
      id: '90311',
      name: 'Екатерина Смирнова',
      phones: [{ shown: '+79161234567', e164: '+79161234567' }],
      emails: ['smirnova.k@example.ru'],
    },
    ...over,
  };
}

/** A moment as said; `until` when the value has no seconds or no time. */
export function at(instant: string, until?: string): Time {
  return until === undefined ? { at: instant } : { at: instant, until };
}
