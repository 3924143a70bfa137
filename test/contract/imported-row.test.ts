import { describe, expect, it } from '@jest/globals';
import { importFields, type ImportColumn, type ImportField } from '../../lib/model/import.ts';
import type { Reading } from '../../lib/model/reading.ts';
import { rowEvent } from '../../lib/profsalon/row-event.ts';
import { readOf } from './read.ts';

const time = (at: string) => ({ at });

/** A cell, and what the reading of a deal says of it. */
const cells: Record<ImportField, [cell: string, reads: Partial<Reading>]> = {
  bookingId: ['7', { bookingIds: ['7'] }],
  dealId: ['70', { dealId: '70' }],
  bookingIds: ['1, 2', { bookingIds: ['1', '2'] }],
  createdAt: ['17.03.2026 13:00:01', { createdAt: time('2026-03-17T10:00:01.000Z') }],
  updatedAt: ['17.03.2026 13:00:02', { updatedAt: time('2026-03-17T10:00:02.000Z') }],
  stageChangedAt: ['17.03.2026 13:00:03', { stageChangedAt: time('2026-03-17T10:00:03.000Z') }],
  closedAt: ['17.03.2026 13:00:04', { closedAt: time('2026-03-17T10:00:04.000Z') }],
  startsAt: ['17.03.2026 13:00:05', { startsAt: time('2026-03-17T10:00:05.000Z') }],
  number: ['З-7', { number: 'З-7' }],
  name: ['Стрижка', { name: 'Стрижка' }],
  status: ['ждёт', { statuses: [{ text: 'ждёт', field: 'status' }] }],
  origin: ['виджет', { origin: { text: 'виджет', online: true } }],
  amount: ['1 500,50 ₽', { amount: 150_050 }],
  prepaid: ['2', { prepaid: 200 }],
  paidAmount: ['3', { paidAmount: 300 }],
  cost: ['4', { cost: 400 }],
  discount: ['5', { discount: 500 }],
  currency: ['kzt', { currency: 'KZT' }],
  durationMin: ['90', { durationMin: 90 }],
  comment: ['к Анне', { comment: 'к Анне' }],
  pageUrl: ['https://p/', { pageUrl: 'https://p/' }],
  referrer: ['https://r/', { referrer: 'https://r/' }],
  'client.id': ['9', { client: { id: '9', phones: [], emails: [] } }],
  'client.name': ['Ирина', { client: { name: 'Ирина', phones: [], emails: [] } }],
  'client.phone': [
    '8 916 123-45-67',
    { client: { phones: [{ shown: '+79161234567', e164: '+79161234567' }], emails: [] } },
  ],
  'client.email': ['A@B.ru', { client: { phones: [], emails: ['a@b.ru'] } }],
  'services.id': ['5', { services: [{ id: '5' }] }],
  'services.name': ['Маникюр; Педикюр', { services: [{ name: 'Маникюр' }, { name: 'Педикюр' }] }],
  'services.price': ['6', { services: [{ price: 600 }] }],
  'services.quantity': ['2', { services: [{ quantity: '2' }] }],
  'staff.id': ['1', { staff: { id: '1' } }],
  'staff.name': ['Юля', { staff: { name: 'Юля' } }],
  'manager.id': ['2', { manager: { id: '2' } }],
  'manager.name': ['Оля', { manager: { name: 'Оля' } }],
  'manager.role': ['админ', { manager: { role: 'админ' } }],
  'pipeline.id': ['3', { pipeline: { id: '3' } }],
  'pipeline.name': ['Салон', { pipeline: { name: 'Салон' } }],
  'stage.id': ['4', { stage: { id: '4' } }],
  'stage.name': ['Ждёт', { stage: { name: 'Ждёт' } }],
  'stage.type': ['success', { stage: { type: 'success' } }],
  'stage.order': ['30', { stage: { order: 30 } }],
  'previousStage.id': ['8', { previousStage: { id: '8' } }],
  'previousStage.name': ['Новая', { previousStage: { name: 'Новая' } }],
  isRepeat: ['да', { isRepeat: true }],
  source: ['Сайт', { source: 'Сайт' }],
  tags: ['vip, new', { tags: [{ name: 'vip' }, { name: 'new' }] }],
  session: ['14783260762', { session: '14783260762' }],
  'utm.source': ['ya', { utm: { source: 'ya' } }],
  'utm.medium': ['cpc', { utm: { medium: 'cpc' } }],
  'utm.campaign': ['c', { utm: { campaign: 'c' } }],
  'utm.term': ['t', { utm: { term: 't' } }],
  'utm.content': ['b', { utm: { content: 'b' } }],
  yclid: ['y', { clickIds: { yclid: 'y' } }],
  gclid: ['g', { clickIds: { gclid: 'g' } }],
  ymClientId: ['m', { clickIds: { ymClientId: 'm' } }],
};

const eventOf = (columns: ImportColumn[], row: string[], kind: 'booking' | 'deal' = 'deal') =>
  rowEvent({ kind, columns, cells: row }, 'updated');
const readingOf = (columns: ImportColumn[], row: string[], kind?: 'booking') => readOf(eventOf(columns, row, kind));

describe('a column of a table', () => {
  it.each(Object.entries(cells))('that holds %s is read as it, and nothing of it is unread', (field, [cell, reads]) => {
    const read = readingOf([field as ImportField], [cell]);
    expect(read.reading).toEqual({ v: 1, kind: 'deal', act: 'updated', ...reads });
    expect(read.unknownPaths).toEqual([]);
  });

  it('of a booking has its own id, and names its deal', () => {
    const { reading } = readingOf(['bookingId', 'dealId'], ['7', '70'], 'booking');
    expect(reading).toEqual({ v: 1, kind: 'booking', act: 'updated', bookingId: '7', dealId: '70' });
  });

  it('every field has a case', () => {
    expect(Object.keys(cells).sort()).toEqual([...importFields].sort());
  });
});

describe('a row', () => {
  it('says everything at once, one service with its price, several phones and tags, custom fields', () => {
    const columns: ImportColumn[] = ['dealId', 'services.name', 'services.price', 'client.phone', 'client.phone'];
    const row = ['1', 'Стрижка; мужская', '900', '+7 916 123-45-67', '8 916 123-45-68'];
    const more: ImportColumn[] = ['tags', 'tags', { custom: 'Зал' }, { custom: 'Промокод' }];
    const { reading } = readingOf([...columns, ...more], [...row, 'vip', 'новый', 'Большой', 'МАРТ10']);
    expect(reading).toMatchObject({
      dealId: '1',
      services: [{ name: 'Стрижка; мужская', price: 90_000 }],
      client: { phones: [{ e164: '+79161234567' }, { e164: '+79161234568' }] },
      tags: [{ name: 'vip' }, { name: 'новый' }],
      userFields: [
        { name: 'Зал', value: 'Большой' },
        { name: 'Промокод', value: 'МАРТ10' },
      ],
    });
  });

  it('says nothing in a blank cell', () => {
    expect(eventOf(['dealId', 'comment', 'services.name', { custom: 'Зал' }], ['1', ' ', '', ''])).toEqual({
      event: 'deal.updated',
      data: { id: '1' },
    });
  });
});
