import { describe, expect, it } from '@jest/globals';
import { readingSchema, type Reading } from '../../lib/model/reading.ts';
import { everything } from '../build/everything.ts';
import { at } from '../build/reading.ts';
import { without } from '../build/without.ts';
import { leavesOf, names, silentLeaves } from './leaves.ts';
import { bookingEvent, dealEvent, dealOf, minute, requestOf } from './telling.ts';

/** The same without what goes before another thing that is said. */
const tellings: Partial<Reading>[] = [
  everything,
  without(everything, 'status'),
  without(everything, 'session'),
  without(everything, 'occurredAt'),
  { ...everything, updatedAt: at(minute(-3), '2026-03-17T09:57:31.000Z') },
];

/** What an event is, and which set it belongs to. */
const ofTheEvent = {
  v: 'the version of the reading',
  kind: 'whether it is one of a deal or of a booking',
  dealId: 'the set',
  bookingId: 'the set',
};
const previousStage = {
  'previousStage.id': 'declares a stage',
  'previousStage.name': 'declares a stage',
  'previousStage.type': 'declares a stage',
  'previousStage.order': 'declares a stage',
};
const noFieldOfDeal = {
  ...ofTheEvent,
  ...previousStage,
  act: 'an update: it is a deletion or a creation that changes something',
  'startsAt.at': 'of a visit',
  number: 'of a booking',
  prepaid: 'of a booking',
  durationMin: 'of a visit',
  'origin.online': 'decides whether a request counts',
};
const noFieldOfRequest = {
  ...ofTheEvent,
  ...previousStage,
  act: 'an update: it is a deletion or a creation that changes something',
  'updatedAt.at': 'versions the event: a request has its creation',
  'updatedAt.until': 'versions the event',
  'occurredAt.at': 'versions the event',
  'bookingIds.0': 'of a deal',
  'stageChangedAt.at': 'of a deal',
  'closedAt.at': 'of a deal',
  name: 'of a deal',
  paidAmount: 'of a deal',
  cost: 'of a deal',
  discount: 'of a deal',
  isRepeat: 'of a deal',
  source: 'of a deal',
  'client.id': 'tells persons apart',
  'manager.id': 'of a deal',
  'manager.name': 'of a deal',
  'manager.role': 'of a deal',
  'pipeline.id': 'of a deal',
  'pipeline.name': 'of a deal',
  'stage.id': 'of a deal',
  'stage.name': 'of a deal',
  'stage.type': 'of a deal',
  'stage.order': 'of a deal',
  'tags.0.id': 'of a deal',
  'tags.0.name': 'of a deal',
};

describe('everything that an event can say', () => {
  const dealTold = (reading: Partial<Reading>) =>
    dealOf(dealEvent(0, {}, { reading: { ...reading, kind: 'deal' } as Reading }));
  const requestTold = (reading: Partial<Reading>) =>
    requestOf(bookingEvent(0, {}, { reading: { ...reading, kind: 'booking' } as Reading }));

  it('is said here', () => {
    expect(names(everything)).toEqual(names(readingSchema.entries));
  });

  it('arrives in the deal that it is folded into, by each of its values', () => {
    expect(silentLeaves(tellings, dealTold).sort()).toEqual(names(noFieldOfDeal));
  });

  it('arrives in the request of its booking, by each of its values', () => {
    expect(silentLeaves(tellings, requestTold).sort()).toEqual(names(noFieldOfRequest));
  });

  it('of a deal speaks on the request of a booking by client, session, utm, click ids, page, origin, creation and status', () => {
    const onRequest = (reading: Partial<Reading>) =>
      requestOf(bookingEvent(0), dealEvent(0, {}, { reading: { ...reading, kind: 'deal' } as Reading }));
    const silent = silentLeaves(tellings, onRequest);
    const told = leavesOf(everything).filter((path) => !silent.includes(path.join('.')));
    expect([...new Set(told.map(([name]) => name))].sort()).toEqual(
      [
        ...['client', 'session', 'utm', 'clickIds', 'pageUrl', 'origin', 'createdAt'],
        // The status: what is said of it, and where the deal stands.
        ...['status', 'statuses', 'stage', 'pipeline', 'deleted'],
      ].sort(),
    );
  });
});
