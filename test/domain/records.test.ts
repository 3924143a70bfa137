import * as v from 'valibot';
import { describe, expect, it } from '@jest/globals';
import { dealColumns, requestColumns } from '../../lib/domain/columns.ts';
import { dealItem, dealRecord } from '../../lib/domain/deal-record.ts';
import { requestItem, requestRecord } from '../../lib/domain/request-record.ts';
import type { Today } from '../../lib/domain/today.ts';
import {
  dealItemSchema,
  dealRecordSchema,
  requestItemSchema,
  requestRecordSchema,
} from '../../lib/model/api-records.ts';
import { dealColumnsSchema, requestColumnsSchema } from '../../lib/model/columns.ts';
import type { Reading } from '../../lib/model/reading.ts';
import { at } from '../build/reading.ts';
import { aReference } from '../build/reference.ts';
import { aDealChoice } from '../build/row.ts';
import { aSalon } from '../build/settings.ts';
import { without } from '../build/without.ts';
import { bookingEvent, bookingSet, dealEvent, dealOf, dealSet, minute, requestOf } from './telling.ts';

const today = (over: Partial<Today> = {}): Today => ({ salon: aSalon(), references: [], ...over });
const phone = { shown: '+79161234567', e164: '+79161234567' };

describe('a request as the API shows it', () => {
  const request = requestOf(
    bookingEvent(1, {
      client: { id: '90311', name: 'Екатерина', phones: [phone], emails: ['a@b.ru'] },
      number: 'З-558213',
      amount: 350000,
      startsAt: at('2026-03-20T12:00:00.000Z'),
      origin: { text: 'widget', online: true },
      comment: 'Хочу к Анне',
    }),
  );

  it('has the words of the contract', () => {
    expect(requestRecord(bookingSet, request, today())).toEqual({
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

  it.each([
    ['in process', { name: 'Новая' }, 'new'],
    ['success', { name: 'Оплачено' }, 'came'],
    ['failed', { name: 'Отменено' }, 'cancelled'],
    ['unknown to the event, success by another one', { id: '40' }, 'came'],
  ])('takes its status from a stage that is %s', (_, stage, status) => {
    const references = [aReference({ key: '/40', id: '40' }, { type: 'success' })];
    const folded = requestOf(dealEvent(1, { stage }));
    expect(requestRecord(bookingSet, folded, today({ references })).bookingStatus).toBe(status);
  });

  it('keeps a status that a booking event said, whatever the stage', () => {
    const folded = requestOf(bookingEvent(1, { status: 'confirmed' }), dealEvent(2, { stage: { name: 'Оплачено' } }));
    expect(requestRecord(bookingSet, folded, today()).bookingStatus).toBe('confirmed');
  });

  it('is new when nobody says anything', () => {
    expect(requestRecord(bookingSet, requestOf(bookingEvent(1)), today()).bookingStatus).toBe('new');
  });

  it('is listed by dateTime with the columns of the page', () => {
    const { dateTime, summary } = requestColumns(bookingSet, request);
    expect(dateTime).toBe(minute(1));
    const stored = v.parse(requestColumnsSchema, JSON.parse(JSON.stringify(summary)));
    const item = requestItem(stored, today());
    expect(requestRecord(bookingSet, request, today())).toMatchObject(item);
    expect(v.is(v.strictObject(requestItemSchema.entries), item)).toBe(true);
    expect(item).not.toHaveProperty('message');
  });

  it('fits the schema of the API', () => {
    expect(v.is(v.strictObject(requestRecordSchema.entries), requestRecord(bookingSet, request, today()))).toBe(true);
  });
});

describe('a deal as the API shows it', () => {
  const said: Partial<Reading> = {
    name: 'Стрижка',
    amount: 315000,
    paidAmount: 315000,
    cost: 64050,
    stage: { id: '40', name: 'Оплачено', type: 'success', order: 40 },
    pipeline: { id: '1', name: 'Записи' },
    closedAt: at(minute(0)),
    createdAt: at(minute(-1)),
    bookingIds: ['558213'],
    client: { id: '90311', name: 'Екатерина', phones: [phone], emails: [] },
  };
  const deal = dealOf(dealEvent(1, said, { contact: { key: '90311', byId: true } }));
  const shown = (over: Partial<Reading>, now = today()) =>
    dealRecord(dealSet, dealOf(dealEvent(1, { ...said, ...over })), now);

  it('has the words of the contract', () => {
    expect(dealRecord(dealSet, deal, today())).toEqual({
      id: 'arbat.d.771904',
      extId: '771904',
      salon: 'arbat',
      salonId: '1042',
      name: 'Стрижка',
      revenue: 315000,
      paidAmount: 315000,
      cost: 64050,
      currency: 'RUB',
      createdDateTime: minute(-1),
      modifiedDateTime: minute(1),
      modifiedStageDateTime: minute(1),
      closedDateTime: minute(0),
      pipeline: { id: 'default', name: 'Сделки из ПрофСалона' },
      senderPipeline: { id: '1', name: 'Записи' },
      stage: { id: '40', name: 'Оплачено', type: 'success', order: 40 },
      stageHistory: [
        {
          id: '40',
          name: 'Оплачено',
          type: 'success',
          order: 40,
          pipeline: { id: '1', name: 'Записи' },
          at: minute(1),
        },
      ],
      contact: { id: '90311', name: 'Екатерина', phone: '+79161234567', phones: ['+79161234567'], emails: [] },
      tags: [],
      services: [],
      userFields: [],
      bookingIds: ['558213'],
      deleted: false,
      hidden: [],
      warnings: [],
    });
  });

  it('shows closedDateTime only in success or failed', () => {
    expect(shown({ stage: { name: 'Отменено' } }).closedDateTime).toBe(minute(0));
    expect(shown({ stage: { name: 'Новая' } })).not.toHaveProperty('closedDateTime');
    expect(dealRecord(dealSet, dealOf(dealEvent(1, { closedAt: at(minute(0)) })), today())).not.toHaveProperty(
      'closedDateTime',
    );
  });

  it('types its stages by the settings of today', () => {
    const now = today({ salon: aSalon({ stageTypes: { 'визит состоялся': 'success' } }) });
    const record = shown({ stage: { name: 'Визит состоялся' } }, now);
    expect(record.stage?.type).toBe('success');
    expect(record.stageHistory[0]?.type).toBe('success');
    expect(record.closedDateTime).toBe(minute(0));
  });

  it('is in the pipeline named after the salon when it was put so', () => {
    const own = { ...dealOf(dealEvent(1, {}, { deal: aDealChoice({ useDefaultPipeline: false }) })) };
    expect(dealRecord(dealSet, own, today()).pipeline).toEqual({ id: 'arbat', name: 'Мята, Арбат' });
    const renamed = today({ salon: aSalon({ salonName: 'Мята 2' }) });
    expect(dealRecord(dealSet, own, renamed).pipeline.name).toBe('Мята 2');
    const nameless = today({ salon: without(aSalon(), 'salonName') });
    expect(dealRecord(dealSet, own, nameless).pipeline.name).toBe('msc_myata_arbat');
  });

  it('has a stage of a type alone when only a status was said', () => {
    expect(dealRecord(dealSet, dealOf(dealEvent(1, { status: 'paid' })), today()).stage).toEqual({ type: 'success' });
    expect(dealRecord(dealSet, dealOf(dealEvent(1)), today())).not.toHaveProperty('stage');
  });

  it('is listed by createdDateTime with the columns of the page', () => {
    const { dateTime, summary } = dealColumns(dealSet, deal);
    expect(dateTime).toBe(minute(-1));
    const stored = v.parse(dealColumnsSchema, JSON.parse(JSON.stringify(summary)));
    const item = dealItem(stored, today());
    expect(dealRecord(dealSet, deal, today())).toMatchObject(item);
    expect(v.is(v.strictObject(dealItemSchema.entries), item)).toBe(true);
    expect(item).not.toHaveProperty('stageHistory');
  });

  it('fits the schema of the API', () => {
    expect(v.is(v.strictObject(dealRecordSchema.entries), dealRecord(dealSet, deal, today()))).toBe(true);
  });
});
