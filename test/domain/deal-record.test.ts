import * as v from 'valibot';
import { describe, expect, it } from '@jest/globals';
import { dealColumns } from '../../lib/domain/columns.ts';
import { dealItem, dealRecord } from '../../lib/domain/deal-record.ts';
import { todayWith } from '../../lib/domain/today.ts';
import { dealColumnsSchema, dealItemSchema, dealRecordSchema } from '../../lib/model/deal.ts';
import type { Reading } from '../../lib/model/reading.ts';
import { at } from '../build/reading.ts';
import { aDealChoice } from '../build/row.ts';
import { aSalon } from '../build/settings.ts';
import { without } from '../build/without.ts';
import { client, dealEvent, dealOf, dealSet, minute, phone } from './telling.ts';

const today = todayWith(aSalon(), []);

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
    client: client({ id: '90311', name: 'Екатерина', phones: [phone('+79161234567')] }),
  };
  const deal = dealOf(dealEvent(1, said, { contact: { key: '90311', byId: true } }));
  const shown = (over: Partial<Reading>, now = today) =>
    dealRecord(dealSet, dealOf(dealEvent(1, { ...said, ...over })), now);

  it('has the words of the contract', () => {
    expect(dealRecord(dealSet, deal, today)).toEqual({
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
      stage: { id: '40', name: 'Оплачено', type: 'success', typeFrom: 'sender', order: 40 },
      stageHistory: [
        {
          id: '40',
          name: 'Оплачено',
          type: 'success',
          typeFrom: 'sender',
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

  it('types its stages by the settings of today', () => {
    const now = todayWith(aSalon({ stageTypes: { 'визит состоялся': 'success' } }), []);
    const record = shown({ stage: { name: 'Визит состоялся' } }, now);
    expect(record.stage?.type).toBe('success');
    expect(record.stageHistory[0]?.type).toBe('success');
    expect(record.closedDateTime).toBe(minute(0));
  });

  it('is in the pipeline named after the salon when it was put so', () => {
    const own = dealOf(dealEvent(1, {}, { deal: aDealChoice({ useDefaultPipeline: false }) }));
    expect(dealRecord(dealSet, own, today).pipeline).toEqual({ id: 'arbat', name: 'Мята, Арбат' });
    const renamed = todayWith(aSalon({ salonName: 'Мята 2' }), []);
    expect(dealRecord(dealSet, own, renamed).pipeline.name).toBe('Мята 2');
    const nameless = todayWith(without(aSalon(), 'salonName'), []);
    expect(dealRecord(dealSet, own, nameless).pipeline.name).toBe('msc_myata_arbat');
  });

  it('has a stage of a type alone when only a status was said', () => {
    expect(
      dealRecord(dealSet, dealOf(dealEvent(1, { statuses: [{ text: 'paid', field: 'status' }] })), today).stage,
    ).toEqual({ type: 'success', typeFrom: 'lexicon' });
    expect(dealRecord(dealSet, dealOf(dealEvent(1)), today)).not.toHaveProperty('stage');
  });

  it('is listed by createdDateTime with the columns of the page', () => {
    const { dateTime, summary, rest } = dealColumns(deal);
    expect(dateTime).toBe(minute(-1));
    expect({ ...summary, ...rest }).toEqual(deal);
    const stored = v.parse(dealColumnsSchema, JSON.parse(JSON.stringify(summary)));
    const item = dealItem(dealSet, stored, today);
    expect(dealRecord(dealSet, deal, today)).toMatchObject(item);
    expect(v.is(v.strictObject(dealItemSchema.entries), item)).toBe(true);
    expect(item).not.toHaveProperty('stageHistory');
  });

  it('fits the schema of the API', () => {
    expect(v.is(v.strictObject(dealRecordSchema.entries), dealRecord(dealSet, deal, today))).toBe(true);
  });
});
