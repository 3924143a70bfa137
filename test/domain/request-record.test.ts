import * as v from 'valibot';
import { describe, expect, it } from '@jest/globals';
import { requestColumns } from '../../lib/domain/columns.ts';
import { requestItem, requestRecord } from '../../lib/domain/request-record.ts';
import { todayWith } from '../../lib/domain/today.ts';
import { requestColumnsSchema, requestItemSchema, requestRecordSchema } from '../../lib/model/request.ts';
import { at } from '../build/reading.ts';
import { aReference } from '../build/reference.ts';
import { aSalon } from '../build/settings.ts';
import { bookingEvent, bookingSet, client, dealEvent, minute, phone, requestOf } from './telling.ts';

const today = todayWith(aSalon(), []);

describe('a request as the API shows it', () => {
  const request = requestOf(
    bookingEvent(1, {
      client: client({ id: '90311', name: 'Екатерина', phones: [phone('+79161234567')], emails: ['a@b.ru'] }),
      number: 'З-558213',
      amount: 350000,
      startsAt: at('2026-03-20T12:00:00.000Z'),
      origin: { text: 'widget', online: true },
      comment: 'Хочу к Анне',
    }),
  );

  it('has the words of the contract', () => {
    expect(requestRecord(bookingSet, request, today)).toEqual({
      id: 'arbat.b.558213',
      extId: '558213',
      salon: 'arbat',
      salonId: '1042',
      dateTime: minute(1),
      name: 'Екатерина',
      phone: '+79161234567',
      email: 'a@b.ru',
      phones: ['+79161234567'],
      emails: ['a@b.ru'],
      message: 'Хочу к Анне',
      number: 'З-558213',
      bookingStatus: 'new',
      startsAt: '2026-03-20T12:00:00.000Z',
      amount: 350000,
      currency: 'RUB',
      services: [],
      origin: 'widget',
      userFields: [],
      campaignId: '230144',
      attribution: { step: 'default', reason: 'default_campaign' },
      noContact: false,
      hidden: [],
      warnings: [],
    });
  });

  it('takes its status from the type of a stage that is known by another event alone', () => {
    const references = [aReference({ key: '/40', id: '40' }, { name: 'Свой этап', type: 'success' })];
    const folded = requestOf(bookingEvent(1), dealEvent(2, { stage: { id: '40' } }));
    expect(requestRecord(bookingSet, folded, todayWith(aSalon(), references)).bookingStatus).toBe('came');
    expect(requestRecord(bookingSet, folded, today).bookingStatus).toBe('new');
  });

  it('is listed by dateTime with the columns of the page', () => {
    const { dateTime, summary, rest } = requestColumns(request);
    expect(dateTime).toBe(minute(1));
    expect({ ...summary, ...rest }).toEqual(request);
    const stored = v.parse(requestColumnsSchema, JSON.parse(JSON.stringify(summary)));
    const item = requestItem(bookingSet, stored, today);
    expect(requestRecord(bookingSet, request, today)).toMatchObject(item);
    expect(v.is(v.strictObject(requestItemSchema.entries), item)).toBe(true);
    expect(item).not.toHaveProperty('message');
  });

  it('fits the schema of the API', () => {
    expect(v.is(v.strictObject(requestRecordSchema.entries), requestRecord(bookingSet, request, today))).toBe(true);
  });
});
