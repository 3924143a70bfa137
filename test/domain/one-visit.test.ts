import { describe, expect, it } from '@jest/globals';
import { supersededRecord } from '../../lib/domain/request-record.ts';
import { todayWith } from '../../lib/domain/today.ts';
import { at } from '../build/reading.ts';
import { aSetOf } from '../build/row.ts';
import { aSalon } from '../build/settings.ts';
import { without } from '../build/without.ts';
import {
  bookingEvent,
  bookingFold,
  client,
  dealEvent,
  dealFold,
  dealSet,
  dealsRequest,
  minute,
  phone,
} from './telling.ts';

const widget = { origin: { text: 'widget', online: true } };
const naming = dealEvent(2, { bookingIds: ['558213'] });
const ids = (count: number) => Array.from({ length: count }, (_, n) => String(100 + n));

describe('the own request of a deal', () => {
  it('is made by its deal events alone', () => {
    const request = dealsRequest(dealEvent(1, { createdAt: at(minute(0)), ...widget }));
    expect(request).toMatchObject({ extId: '771904', dateTime: minute(0), hidden: [] });
  });

  it('is made by a booking event without an id of its own, too', () => {
    const reading = without(bookingEvent(1, { dealId: '771904', ...widget }).reading, 'bookingId');
    expect(dealsRequest({ ...bookingEvent(1), reading })).toMatchObject({ extId: '771904', hidden: [] });
  });

  it('gives way as soon as one of its events names a booking, or a booking’s event names the deal', () => {
    expect(dealsRequest(dealEvent(1), naming)).toBe('superseded');
    expect(dealFold([dealEvent(1)], { links: ['558213'] }).request.record).toBe('superseded');
    // A row from before of a booking event in a deal's set counts as its link.
    expect(dealsRequest(dealEvent(1), bookingEvent(2, { dealId: '771904' }))).toBe('superseded');
  });

  it('gives way to an event that came while requests were off, too', () => {
    expect(dealsRequest(dealEvent(1), without(naming, 'request'))).toBe('superseded');
  });

  it('gives way to 20 bookings, and is back with all that its events say when there are 21', () => {
    const rows = [
      dealEvent(1, { ...widget, session: '14783260762' }),
      dealEvent(2, { client: client({ name: 'Анна', phones: [phone('+79161110001')] }) }),
    ];
    expect(dealFold(rows, { links: ids(20) }).request.record).toBe('superseded');
    expect(dealFold(rows, { links: ids(21) }).request.record).toMatchObject({
      extId: '771904',
      name: 'Анна',
      phone: '+79161110001',
      visitorSessionId: '14783260762',
      hidden: [],
    });
  });

  it('stays when the deal was marked as having too many, whatever it names now', () => {
    for (const many of ['open', 'done'] as const) {
      expect(dealFold([naming], { many }).request.record).toMatchObject({ extId: '771904' });
    }
  });

  it('is made by no event that came while requests were off', () => {
    expect(dealsRequest(without(dealEvent(1), 'request'))).toBeUndefined();
  });

  it('is answered by the requests of the bookings named, when it gave way', () => {
    const set = aSetOf([dealEvent(1), naming], { links: ['7', '558213'] });
    expect(supersededRecord(dealSet, set, todayWith(aSalon(), []))).toEqual({
      id: 'arbat.d.771904',
      salon: 'arbat',
      salonId: '1042',
      hidden: ['superseded'],
      supersededBy: ['arbat.b.558213', 'arbat.b.7'],
    });
  });
});

describe('the request of a booking', () => {
  it('is told by its own events and by those of the deals that name it', () => {
    const told = bookingFold([bookingEvent(1, { comment: 'Хочу к Анне' }), dealEvent(2, { session: '5' })]).record;
    expect(told).toMatchObject({ extId: '558213', message: 'Хочу к Анне', visitorSessionId: '5' });
  });

  it('is made by the deal events that name it, though no booking event came', () => {
    expect(bookingFold([naming]).record).toMatchObject({ extId: '558213', hidden: [] });
  });

  it('is not made where nothing speaks on it', () => {
    expect(bookingFold([]).record).toBeUndefined();
    expect(bookingFold([without(naming, 'request')]).record).toBeUndefined();
    expect(bookingFold([without(bookingEvent(1), 'request')]).record).toBeUndefined();
  });

  it('is told by several deals in the order of events', () => {
    const other = dealEvent(3, { dealId: '5', client: client({ name: 'Ольга' }), stage: { name: 'Оплачено' } });
    const first = dealEvent(1, { client: client({ name: 'Анна' }), stage: { name: 'Новая' } });
    expect(bookingFold([other, first]).record).toMatchObject({ name: 'Ольга', stage: { name: 'Оплачено' } });
  });

  it('is warned when more deals name it than may speak', () => {
    expect(bookingFold([bookingEvent(1)], { cut: true }).record?.warnings).toEqual(['deals: cut']);
    expect(bookingFold([bookingEvent(1)]).record?.warnings).toEqual([]);
  });
});

it('a booking and its deal are one request and one deal, in either order', () => {
  const booking = bookingEvent(1, { dealId: '771904', comment: 'Хочу к Анне' });
  const deal = dealEvent(2, { bookingIds: ['558213'], comment: 'Скидка' });
  for (const rows of [
    [booking, deal],
    [deal, booking],
  ]) {
    expect(bookingFold(rows).record).toMatchObject({ message: 'Хочу к Анне', hidden: [] });
    expect(dealFold([deal], { links: ['558213'] }).deal.record).toMatchObject({ comments: 'Скидка', hidden: [] });
    expect(dealFold([deal], { links: ['558213'] }).request.record).toBe('superseded');
  }
});
