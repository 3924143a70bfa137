import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readingSchema } from '../../lib/model/reading.ts';
import * as v from 'valibot';
import { readEvent } from '../../lib/profsalon/read-event.ts';
import { classified, clean, context, decoded } from '../build/event.ts';

function sample(name: string) {
  const contentType = name.endsWith('.form') ? 'application/x-www-form-urlencoded' : 'application/json';
  const body = decoded(readFileSync(`samples/${name}`), contentType);
  if (!body.ok) throw new Error(body.reason);
  const events = body.events.map((event) => clean(event, body.tokens));
  return { ...body, events, reads: events.map((event) => readEvent(event, context)) };
}

describe('the samples', () => {
  it('booking-created.json is read field by field', () => {
    const { events, reads } = sample('booking-created.json');
    expect(classified(events[0]!)).toEqual({
      kind: 'booking',
      act: 'created',
      salonIds: ['1042'],
      salonLogins: ['msc_myata_arbat'],
      senderEventId: '0b0c2f1e-6d0b-4d39-9a41-1d9a3f6e7c11',
    });
    expect(reads).toEqual([
      {
        reading: {
          v: 1,
          kind: 'booking',
          act: 'created',
          bookingId: '558213',
          dealId: '771904',
          occurredAt: { at: '2026-03-14T09:31:07.000Z' },
          createdAt: { at: '2026-03-14T09:31:05.000Z' },
          startsAt: { at: '2026-03-17T12:30:00.000Z' },
          number: 'З-558213',
          statuses: [{ text: 'new', field: 'status' }],
          origin: { text: 'widget', online: true },
          amount: 350000,
          prepaid: 0,
          currency: 'RUB',
          durationMin: 90,
          comment: 'Хочу к Анне, если можно пораньше',
          pageUrl: 'https://myata-salon.ru/manikyur/?utm_source=yandex&utm_medium=cpc',
          referrer: 'https://yandex.ru/',
          client: {
            id: '90311',
            name: 'Екатерина Смирнова',
            phones: [{ shown: '+79161234567', e164: '+79161234567' }],
            emails: ['smirnova.k@example.ru'],
          },
          services: [
            { id: '17', name: 'Маникюр с покрытием гель-лак', price: 250000, quantity: '1' },
            { id: '23', name: 'Парафинотерапия рук', price: 100000, quantity: '1' },
          ],
          staff: { id: '77', name: 'Анна Котова' },
          userFields: [{ id: 'promo', name: 'Промокод', value: 'МАРТ10' }],
          session: '14783260762',
          utm: { source: 'yandex', medium: 'cpc', campaign: 'manikyur_msk', term: 'маникюр арбат', content: 'ad_2' },
          clickIds: { yclid: '11223344556677', ymClientId: '1743415929559311987' },
        },
        warnings: [],
        unknownPaths: [],
      },
    ]);
  });

  it('deal-created.form is read field by field, and presents its token', () => {
    const { tokens, events, reads } = sample('deal-created.form');
    expect(tokens).toEqual(['SALON_TOKEN']);
    expect(classified(events[0]!)).toEqual({
      kind: 'deal',
      act: 'created',
      salonIds: ['1042'],
      salonLogins: ['msc_myata_arbat'],
    });
    expect(reads).toEqual([
      {
        reading: {
          v: 1,
          kind: 'deal',
          act: 'created',
          dealId: '771950',
          createdAt: { at: '2026-03-18T06:02:00.000Z', until: '2026-03-18T06:03:00.000Z' },
          name: 'Запись: Стрижка женская + укладка',
          amount: 420050,
          client: {
            id: '90410',
            name: 'Марина',
            phones: [{ shown: '+79037654321', e164: '+79037654321' }],
            emails: [],
          },
          manager: { id: '12', name: 'Ольга Белова' },
          pipeline: { id: '1', name: 'Записи' },
          stage: { id: '10', name: 'Новая запись' },
          userFields: [{ id: 'master', value: 'Ирина Лебедева' }],
          session: '14783260801',
          utm: { source: 'vk', medium: 'social' },
        },
        warnings: [],
        unknownPaths: [],
      },
    ]);
  });

  it('deal-deleted.json is read field by field', () => {
    const { events, reads } = sample('deal-deleted.json');
    expect(classified(events[0]!)).toEqual({ kind: 'deal', act: 'deleted', salonIds: ['1042'], salonLogins: [] });
    expect(reads).toEqual([
      {
        reading: {
          v: 1,
          kind: 'deal',
          act: 'deleted',
          dealId: '771950',
          occurredAt: { at: '2026-03-18T10:41:05.000Z' },
        },
        warnings: [],
        unknownPaths: [],
      },
    ]);
  });

  it('deal-updated.json is read field by field', () => {
    const { events, reads } = sample('deal-updated.json');
    expect(classified(events[0]!)).toEqual({
      kind: 'deal',
      act: 'updated',
      salonIds: ['1042'],
      salonLogins: ['msc_myata_arbat'],
      senderEventId: 'f3b1c7aa-1b0a-4a3c-8f5a-0f6a6e8e1d20',
    });
    expect(reads).toEqual([
      {
        reading: {
          v: 1,
          kind: 'deal',
          act: 'updated',
          dealId: '771904',
          bookingIds: ['558213'],
          occurredAt: { at: '2026-03-17T14:05:44.000Z' },
          createdAt: { at: '2026-03-14T09:31:00.000Z', until: '2026-03-14T09:32:00.000Z' },
          updatedAt: { at: '2026-03-17T14:05:44.000Z' },
          stageChangedAt: { at: '2026-03-17T14:05:44.000Z' },
          closedAt: { at: '2026-03-17T14:05:44.000Z' },
          name: 'Запись №558213: Маникюр с покрытием гель-лак',
          amount: 315000,
          paidAmount: 315000,
          cost: 64050,
          currency: 'RUB',
          pipeline: { id: '1', name: 'Записи' },
          stage: { id: '40', name: 'Оплачено', type: 'success', order: 40 },
          previousStage: { id: '30', name: 'Клиент пришёл' },
          client: {
            id: '90311',
            name: 'Екатерина Смирнова',
            phones: [
              { shown: '+79161234567', e164: '+79161234567' },
              { shown: '+74951112233', e164: '+74951112233' },
            ],
            emails: [],
          },
          manager: { id: '12', name: 'Ольга Белова', role: 'администратор' },
          isRepeat: false,
          source: 'Виджет онлайн-записи',
          tags: [{ id: 'vip', name: 'VIP' }],
          comment: 'Скидка 10% по промокоду',
          userFields: [
            { id: 'master', name: 'Мастер', type: 'string', value: 'Анна Котова' },
            { id: 'service_count', name: 'Кол-во услуг', type: 'numeric', value: '2' },
          ],
        },
        warnings: [],
        unknownPaths: [],
      },
    ]);
  });

  it('records-cancelled-array.json is two events, read field by field', () => {
    const { events, reads } = sample('records-cancelled-array.json');
    expect(events.map((event) => classified(event))).toEqual([
      { kind: 'booking', act: 'updated', salonIds: ['1042'], salonLogins: [] },
      { kind: 'booking', act: 'deleted', salonIds: ['1042'], salonLogins: [] },
    ]);
    expect(reads.map(({ reading }) => reading)).toEqual([
      {
        v: 1,
        kind: 'booking',
        act: 'updated',
        bookingId: '558240',
        updatedAt: { at: '2026-03-18T08:40:02.000Z' },
        startsAt: { at: '2026-03-18T08:00:00.000Z' },
        statuses: [{ text: '-1', field: 'attendance' }],
        deleted: false,
        comment: null,
        client: {
          id: '90377',
          name: 'Дмитрий',
          phones: [{ shown: '+79261112233', e164: '+79261112233' }],
          emails: [],
        },
        services: [{ id: '5', name: 'Мужская стрижка', price: 180000 }],
      },
      {
        v: 1,
        kind: 'booking',
        act: 'deleted',
        bookingId: '558241',
        updatedAt: { at: '2026-03-18T08:41:10.000Z' },
        deleted: true,
      },
    ]);
    expect(reads.flatMap(({ warnings, unknownPaths }) => [...warnings, ...unknownPaths])).toEqual([]);
  });

  it.each(['booking-created.json', 'deal-created.form', 'deal-deleted.json', 'deal-updated.json'])(
    '%s makes a reading of the schema',
    (name) => {
      for (const { reading } of sample(name).reads) expect(v.is(readingSchema, reading)).toBe(true);
    },
  );
});
