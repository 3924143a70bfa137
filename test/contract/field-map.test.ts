import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { taughtFields, type FieldMap, type TaughtField } from '../../lib/model/field-map.ts';
import type { Reading } from '../../lib/model/reading.ts';
import { classify } from '../../lib/profsalon/classify.ts';
import { valuesAt } from '../../lib/reading/at-paths.ts';
import { rootOf } from '../../lib/reading/node.ts';
import { pathOf } from '../../lib/reading/place.ts';
import { unreadIn } from '../../lib/reading/unread.ts';
import { asDecoded } from '../build/event.ts';
import { readOf } from './read.ts';

const taught = (event: object, fieldMap: FieldMap) => readOf(event, { fieldMap });
const time = (at: string) => ({ at });

/** A value that nobody would know, under `x.y` of a deal's event; and what the reading says then. */
interface Case {
  value: unknown;
  reads: Partial<Reading>;
  kind?: 'booking';
}
const ofReading: Record<Exclude<TaughtField, 'event' | 'senderEventId' | 'salonId' | 'salonLogin'>, Case> = {
  bookingId: { value: '7', reads: { bookingId: '7' }, kind: 'booking' },
  dealId: { value: 70, reads: { dealId: '70' } },
  bookingIds: { value: '1, 2', reads: { bookingIds: ['1', '2'] } },
  occurredAt: { value: '2026-03-17T10:00:00.000Z', reads: { occurredAt: time('2026-03-17T10:00:00.000Z') } },
  createdAt: { value: '2026-03-17T10:00:01.000Z', reads: { createdAt: time('2026-03-17T10:00:01.000Z') } },
  updatedAt: { value: '2026-03-17T10:00:02.000Z', reads: { updatedAt: time('2026-03-17T10:00:02.000Z') } },
  stageChangedAt: { value: '2026-03-17T10:00:03.000Z', reads: { stageChangedAt: time('2026-03-17T10:00:03.000Z') } },
  closedAt: { value: '2026-03-17T10:00:04.000Z', reads: { closedAt: time('2026-03-17T10:00:04.000Z') } },
  startsAt: { value: '2026-03-17T10:00:05.000Z', reads: { startsAt: time('2026-03-17T10:00:05.000Z') } },
  number: { value: 'З-7', reads: { number: 'З-7' } },
  name: { value: 'Стрижка', reads: { name: 'Стрижка' } },
  status: { value: 'ждёт', reads: { statuses: [{ text: 'ждёт', field: 'status' }] } },
  deleted: { value: 'да', reads: { deleted: true } },
  origin: { value: 'виджет', reads: { origin: { text: 'виджет', online: true } } },
  amount: { value: '1 500,50 ₽', reads: { amount: 150_050 } },
  prepaid: { value: 2, reads: { prepaid: 200 } },
  paidAmount: { value: 3, reads: { paidAmount: 300 } },
  cost: { value: 4, reads: { cost: 400 } },
  discount: { value: 5, reads: { discount: 500 } },
  currency: { value: 'kzt', reads: { currency: 'KZT' } },
  durationMin: { value: 90, reads: { durationMin: 90 } },
  comment: { value: 'к Анне', reads: { comment: 'к Анне' } },
  pageUrl: { value: 'https://p/', reads: { pageUrl: 'https://p/' } },
  referrer: { value: 'https://r/', reads: { referrer: 'https://r/' } },
  'client.id': { value: 9, reads: { client: { id: '9', phones: [], emails: [] } } },
  'client.name': { value: 'Ирина', reads: { client: { name: 'Ирина', phones: [], emails: [] } } },
  'client.phone': {
    value: '8 916 123-45-67',
    reads: { client: { phones: [{ shown: '+79161234567', e164: '+79161234567' }], emails: [] } },
  },
  'client.email': { value: 'A@B.ru', reads: { client: { phones: [], emails: ['a@b.ru'] } } },
  'services.id': { value: 5, reads: { services: [{ id: '5' }] } },
  'services.name': { value: 'Маникюр', reads: { services: [{ name: 'Маникюр' }] } },
  'services.price': { value: 6, reads: { services: [{ price: 600 }] } },
  'services.quantity': { value: 2, reads: { services: [{ quantity: '2' }] } },
  'staff.id': { value: 1, reads: { staff: { id: '1' } } },
  'staff.name': { value: 'Юля', reads: { staff: { name: 'Юля' } } },
  'manager.id': { value: 2, reads: { manager: { id: '2' } } },
  'manager.name': { value: 'Оля', reads: { manager: { name: 'Оля' } } },
  'manager.role': { value: 'админ', reads: { manager: { role: 'админ' } } },
  'pipeline.id': { value: 3, reads: { pipeline: { id: '3' } } },
  'pipeline.name': { value: 'Салон', reads: { pipeline: { name: 'Салон' } } },
  'stage.id': { value: 4, reads: { stage: { id: '4' } } },
  'stage.name': { value: 'Ждёт', reads: { stage: { name: 'Ждёт' } } },
  'stage.type': { value: 'success', reads: { stage: { type: 'success' } } },
  'stage.order': { value: 30, reads: { stage: { order: 30 } } },
  'previousStage.id': { value: 8, reads: { previousStage: { id: '8' } } },
  'previousStage.name': { value: 'Новая', reads: { previousStage: { name: 'Новая' } } },
  isRepeat: { value: 'yes', reads: { isRepeat: true } },
  source: { value: 'Сайт', reads: { source: 'Сайт' } },
  tags: { value: 'vip, new', reads: { tags: [{ name: 'vip' }, { name: 'new' }] } },
  session: { value: '14783260762', reads: { session: '14783260762' } },
  'utm.source': { value: 'ya', reads: { utm: { source: 'ya' } } },
  'utm.medium': { value: 'cpc', reads: { utm: { medium: 'cpc' } } },
  'utm.campaign': { value: 'c', reads: { utm: { campaign: 'c' } } },
  'utm.term': { value: 't', reads: { utm: { term: 't' } } },
  'utm.content': { value: 'b', reads: { utm: { content: 'b' } } },
  yclid: { value: 'y', reads: { clickIds: { yclid: 'y' } } },
  gclid: { value: 'g', reads: { clickIds: { gclid: 'g' } } },
  ymClientId: { value: 'm', reads: { clickIds: { ymClientId: 'm' } } },
};

describe('a path that is taught as', () => {
  it.each(Object.entries(ofReading))('%s is read as it', (field, { value, reads, kind = 'deal' }) => {
    const event = { event: `${kind}.updated`, data: { x: { y: value } } };
    const read = taught(event, { 'data.x.y': field as TaughtField });
    expect(read.reading).toEqual({ v: 1, kind, act: 'updated', ...reads });
    expect(read.unknownPaths).toEqual([]);
    expect(readOf(event)).toMatchObject({ reading: { kind, act: 'updated' }, unknownPaths: ['data.x.y'] });
  });

  it('ignore is known, and read as nothing', () => {
    const read = taught({ event: 'deal.updated', data: { id: 1, x: 5, z: 6 } }, { 'data.x': 'ignore' });
    expect(read).toEqual({
      reading: { v: 1, kind: 'deal', act: 'updated', dealId: '1' },
      warnings: [],
      unknownPaths: ['data.z'],
    });
  });

  it('every field of the list has a case here or below', () => {
    const envelope = ['event', 'senderEventId', 'salonId', 'salonLogin'];
    expect([...Object.keys(ofReading), ...envelope].sort()).toEqual([...taughtFields].sort());
  });
});

describe('what is taught speaks only where the reader found nothing', () => {
  const deal = (data: object, around: object = {}) => ({ event: 'deal.updated', ...around, data: { id: 1, ...data } });

  it('an id in the place of the object outweighs one that is taught', () => {
    expect(taught(deal({ uid: 5 }), { 'data.uid': 'dealId' }).reading.dealId).toBe('1');
    const beside = { event: 'deal.updated', resource_id: 2, data: { uid: 5 } };
    expect(taught(beside, { 'data.uid': 'dealId' }).reading.dealId).toBe('2');
  });

  it('a phone of the client under any name outweighs one that is taught; the name beside it is taken', () => {
    const read = taught(deal({ mobile: '+79161234567', tel2: '+79161234568', kto: 'Ирина' }), {
      'data.tel2': 'client.phone',
      'data.kto': 'client.name',
    });
    expect(read.reading.client).toEqual({
      name: 'Ирина',
      phones: [{ shown: '+79161234567', e164: '+79161234567' }],
      emails: [],
    });
  });

  it('a part that is said takes its gaps', () => {
    const read = taught(deal({ stage: { id: 4 }, etap: 'Ждёт' }), { 'data.etap': 'stage.name' });
    expect(read.reading.stage).toEqual({ id: '4', name: 'Ждёт' });
  });

  it('utm is of one place: a source that is said takes no campaign that is taught', () => {
    const read = taught(deal({ utm_source: 'ya', kamp: 'c' }), { 'data.kamp': 'utm.campaign' });
    expect(read.reading.utm).toEqual({ source: 'ya' });
  });

  it('a value that is not asked for is not warned', () => {
    expect(taught(deal({ price: 5, itogo: 'много' }), { 'data.itogo': 'amount' })).toMatchObject({
      reading: { amount: 500 },
      warnings: [],
    });
  });

  it('a value that its reader cannot take is warned with its path', () => {
    expect(taught(deal({ itogo: 'много' }), { 'data.itogo': 'amount' })).toMatchObject({
      warnings: ['data.itogo: not_money'],
      unknownPaths: [],
    });
    expect(taught(deal({ when: 'вчера' }), { 'data.when': 'createdAt' }).warnings).toEqual([
      'data.when: unreadable_date',
    ]);
  });

  it('a cost that is taught is no sum of a booking that has one', () => {
    const event = { event: 'booking.updated', data: { id: 1, price: 5, zatraty: 3 } };
    expect(taught(event, { 'data.zatraty': 'cost' }).reading.amount).toBe(500);
  });
});

describe('several values', () => {
  const event = { event: 'deal.updated', data: { id: 1, tels: [{ n: '+79161234567' }, { n: '+79161234568' }] } };

  it('are all taken by a field that holds several', () => {
    const { client } = taught(event, { 'data.tels[].n': 'client.phone' }).reading;
    expect(client?.phones.map(({ shown }) => shown)).toEqual(['+79161234567', '+79161234568']);
  });

  it('of several paths, too; of a field that holds one the first that says something counts, by the names of the paths', () => {
    const data = { id: 1, a: '', b: 'Вторая', c: 'Третья', t1: 'vip', t2: 'new' };
    const map: FieldMap = {
      'data.c': 'name',
      'data.b': 'name',
      'data.a': 'name',
      'data.t1': 'tags',
      'data.t2': 'tags',
    };
    expect(taught({ event: 'deal.updated', data }, map).reading).toMatchObject({
      name: 'Вторая',
      tags: [{ name: 'vip' }, { name: 'new' }],
    });
  });

  it('that stand in one element of a list are one service', () => {
    const stroki = [
      { t: 'Маникюр', sum: { v: 10 } },
      { t: 'Педикюр', sum: { v: 20 } },
    ];
    const map: FieldMap = { 'data.stroki[].t': 'services.name', 'data.stroki[].sum.v': 'services.price' };
    expect(taught({ event: 'deal.updated', data: { id: 1, stroki } }, map).reading.services).toEqual([
      { name: 'Маникюр', price: 1000 },
      { name: 'Педикюр', price: 2000 },
    ]);
  });
});

describe('the envelope', () => {
  it('an event that nothing names is of the kind of its taught id', () => {
    const event = { nomer: 77, itogo: 5 };
    expect(classify([asDecoded(event)], { nomer: 'dealId' })).toMatchObject({ kind: 'deal', act: 'updated' });
    expect(taught(event, { nomer: 'dealId', itogo: 'amount' })).toEqual({
      reading: { v: 1, kind: 'deal', act: 'updated', dealId: '77', amount: 500 },
      warnings: [],
      unknownPaths: [],
    });
    expect(classify([asDecoded(event)], { nomer: 'bookingId' })).toMatchObject({ kind: 'booking' });
    expect(classify([asDecoded(event)], { itogo: 'amount' }).kind).toBeUndefined();
  });

  it('an act alone takes its kind from a taught id, too', () => {
    expect(classify([asDecoded({ action: 'add', nomer: 7 })], { nomer: 'dealId' })).toMatchObject({
      kind: 'deal',
      act: 'created',
    });
  });

  it('a taught id is found in a JSON text in the place of the object', () => {
    const event = { data: '{"nomer":7}' };
    expect(classify([asDecoded(event)], { 'data.nomer': 'dealId' }).kind).toBe('deal');
    expect(taught(event, { 'data.nomer': 'dealId' }).reading).toMatchObject({ kind: 'deal', dealId: '7' });
  });

  it('an event of something else stays unknown', () => {
    expect(classify([asDecoded({ event: 'client.updated', nomer: 77 })], { nomer: 'dealId' }).kind).toBeUndefined();
  });

  it('a taught name counts where the event has none, and not where it has one', () => {
    const map: FieldMap = { 'm.chto': 'event' };
    const m = { chto: 'booking.deleted' };
    expect(classify([asDecoded({ m, id: 5 })], map)).toMatchObject({ kind: 'booking', act: 'deleted' });
    expect(classify([asDecoded({ m, deal: { id: 5 } })], map)).toMatchObject({ kind: 'booking', act: 'deleted' });
    expect(classify([asDecoded({ m, event: 'deal.created', id: 5 })], map)).toMatchObject({
      kind: 'deal',
      act: 'created',
    });
    expect(taught({ m: { chto: 'привет' }, deal: { id: 5 } }, map).warnings).toEqual(['m.chto: unknown_event']);
  });

  it('a salon and the sender’s id of the event are read where none is named', () => {
    const map: FieldMap = { f: 'salonId', l: 'salonLogin', n: 'senderEventId' };
    const event = { event: 'deal.updated', data: { id: 1 }, f: '1042', l: 'arbat', n: 'e-1' };
    expect(classify([asDecoded(event)], map)).toMatchObject({
      salonIds: ['1042'],
      salonLogins: ['arbat'],
      senderEventId: 'e-1',
    });
    expect(classify([asDecoded({ ...event, salon: { id: 7 }, event_id: 'own' })], map)).toMatchObject({
      salonIds: ['7'],
      salonLogins: [],
      senderEventId: 'own',
    });
  });

  it('is the same for layers as for what they make together', () => {
    const map: FieldMap = { 'x.nomer': 'dealId', 'x.chto': 'event', f: 'salonId' };
    const over = { x: { nomer: '5', chto: 'deal.created' } };
    const under = { f: '1042', x: 'y' };
    expect(classify([under, over], map)).toEqual(classify([{ ...under, ...over }], map));
    expect(classify([under, over], map)).toMatchObject({ kind: 'deal', act: 'created', salonIds: ['1042'] });
  });
});

describe('whatever is sent', () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.constantFrom(null, '+79161234567', 'deal.updated', '[{"a":1}]'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('data', 'id', 'client', 'фильтр')), tie('value'), {
        maxKeys: 4,
      }),
    ),
  })).value;

  it('all paths that nobody read, taught as `ignore`, are known, and nothing else changes', () => {
    fc.assert(
      fc.property(json, (value) => {
        const plain = readOf({ value });
        // As they are: those that name somebody are shown as `*`, and cannot be taught.
        const root = rootOf([asDecoded({ value })]);
        const { paths } = unreadIn(root, { suspect: () => false, shown: pathOf, known: new Set() });
        const map: FieldMap = Object.fromEntries(paths.map((path) => [path, 'ignore' as const]));
        const read = taught({ value }, map);
        expect(read.reading).toEqual(plain.reading);
        expect(read.unknownPaths.filter((path) => path in map)).toEqual([]);
      }),
    );
  });

  it('every path that nobody read leads to its values, whatever its names', () => {
    fc.assert(
      fc.property(json, (value) => {
        const root = rootOf([
          asDecoded({ value, ' a .b': value, ' e ': { f: value }, 'c&amp;d': [value, { '': value }] }),
        ]);
        const { paths } = unreadIn(root, { suspect: () => false, shown: pathOf, known: new Set() });
        expect([...valuesAt(root, new Set(paths)).keys()].sort()).toEqual([...paths].sort());
      }),
    );
  });
});
