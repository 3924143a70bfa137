import fc from 'fast-check';
import type { SetRow } from '../../lib/model/event-set.ts';
import type { Reading, Time } from '../../lib/model/reading.ts';
import { aDealChoice, aRequestChoice } from '../build/row.ts';
import { minute } from './telling.ts';

/** A few of everything, so that events, times and names often meet. */
const someId = fc.constantFrom('1', '2', '3');
const someText = fc.constantFrom('а', 'б', 'в');
const someInstant = fc.integer({ min: 0, max: 12 }).map(minute);
const someTime: fc.Arbitrary<Time> = fc.oneof(
  someInstant.map((at) => ({ at })),
  fc.constant({ at: '2026-03-17T00:00:00.000Z', until: '2026-03-18T00:00:00.000Z' }),
);
const somePhone = fc.record(
  { shown: fc.constantFrom('+7916', '8916'), e164: fc.constantFrom('+7916', '+7495') },
  { requiredKeys: ['shown'] },
);
const someNamed = fc.record({ id: someId, name: someText }, { requiredKeys: [] });
const type = fc.constantFrom('in_process', 'success', 'failed');
const someStage = fc.record({ id: someId, name: someText, type, order: fc.nat(2) }, { requiredKeys: [] });

const anyReading = fc.record(
  {
    v: fc.constant(1 as const),
    kind: fc.constantFrom('deal', 'booking'),
    act: fc.constantFrom('created', 'updated', 'cancelled', 'deleted'),
    dealId: someId,
    bookingId: someId,
    bookingIds: fc.uniqueArray(someId),
    occurredAt: someTime,
    createdAt: someTime,
    updatedAt: someTime,
    stageChangedAt: someTime,
    closedAt: someTime,
    name: someText,
    amount: fc.nat(3),
    comment: fc.option(someText),
    status: fc.constantFrom('new', 'confirmed', 'came', 'paid', 'cancelled'),
    statuses: fc.array(fc.record({ text: fc.constantFrom('new', 'пришла', 'своё'), field: fc.constant('status') }), {
      minLength: 1,
      maxLength: 2,
    }),
    deleted: fc.boolean(),
    origin: fc.record({ text: someText, online: fc.boolean() }),
    client: fc.record(
      { id: someId, name: someText, phones: fc.array(somePhone, { maxLength: 2 }), emails: fc.uniqueArray(someText) },
      { requiredKeys: ['phones', 'emails'] },
    ),
    pipeline: someNamed,
    stage: someStage,
    previousStage: someStage,
    manager: someNamed,
    tags: fc.array(someNamed, { maxLength: 2 }),
    userFields: fc.array(fc.record({ id: someId, name: someText, value: fc.option(someText) }, { requiredKeys: [] }), {
      maxLength: 2,
    }),
    session: someId,
    utm: fc.record({ source: someText }),
  },
  { requiredKeys: ['v', 'kind', 'act'] },
) as fc.Arbitrary<Reading>;

const version = fc.integer({ min: 1, max: 3 });

/** Any row of a set; `key` fixes which delivery it is of. */
export function anyRow(key: Partial<Pick<SetRow, 'eventId' | 'receivedAt'>> = {}): fc.Arbitrary<SetRow> {
  return fc.record(
    {
      v: fc.constant(1 as const),
      eventId: key.eventId === undefined ? fc.constantFrom('a', 'b', 'c') : fc.constant(key.eventId),
      receivedAt:
        key.receivedAt === undefined ? fc.integer({ min: 6, max: 10 }).map(minute) : fc.constant(key.receivedAt),
      replay: fc.nat(1),
      readerVersion: fc.integer({ min: 1, max: 2 }),
      reading: anyReading,
      warnings: fc.uniqueArray(fc.constantFrom('data.amount: not_money', 'data.x: not_read'), { minLength: 1 }),
      contactUnread: fc.constant(true as const),
      contact: fc.record({ key: someId, byId: fc.boolean() }),
      deal: fc.record({ version, useDefaultPipeline: fc.boolean() }).map((over) => aDealChoice(over)),
      request: fc
        .record({ version, requestsFrom: fc.constantFrom('any' as const, 'widget' as const) })
        .map((over) => aRequestChoice(over)),
    },
    { requiredKeys: ['v', 'eventId', 'receivedAt', 'replay', 'readerVersion', 'reading'] },
  );
}
