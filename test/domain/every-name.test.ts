import { describe, expect, it } from '@jest/globals';
import { objectNames } from '../../lib/profsalon/names.ts';
import { readingSchema } from '../../lib/model/reading.ts';
import type { Named } from '../../lib/model/words.ts';
import { readBooking, readDeal } from '../build/event.ts';
import { names } from './leaves.ts';

/** How a field of an object is said: what its name holds, beside what else, in an event of which kind. */
interface Saying {
  value: unknown;
  beside?: object;
  around?: object;
  kind?: 'deal';
}
const named: Named = { id: '5', name: 'Имя' };
const of = (value: unknown, over: Omit<Saying, 'value'> = {}): Saying => ({ value, ...over });
const ofDeal = (value: unknown): Saying => of(value, { kind: 'deal' });

/** Of every name that stands in an object. */
const said: Record<keyof typeof objectNames, Saying> = {
  id: of('7', { beside: { id: undefined } }),
  bookingIds: ofDeal(['7']),
  number: of('З-7'),
  name: ofDeal('Стрижка'),
  status: of('paid'),
  attendance: of('1'),
  visitAttendance: of('2'),
  paid: of('1'),
  deleted: of('true'),
  deletedAt: of('2026-03-17 10:00:00'),
  origin: of('widget'),
  online: of('true'),
  createdAt: of('2026-03-17 10:00:00'),
  updatedAt: of('2026-03-17 11:00:00'),
  stageChangedAt: ofDeal('2026-03-17 12:00:00'),
  closedAt: ofDeal('2026-03-17 13:00:00'),
  startsAt: of('2026-03-17 14:00:00'),
  time: of('9:05', { beside: { date: '2026-03-17' } }),
  durationMin: of('90'),
  amount: of('100'),
  priceOfVisit: of('100', { around: { event: undefined, resource: 'record', status: 'update' } }),
  prepaid: of('200'),
  paidAmount: ofDeal('300'),
  cost: ofDeal('400'),
  discount: ofDeal('150'),
  currency: of('KZT'),
  comment: of('Хочу к Анне'),
  pageUrl: of('https://p/'),
  referrer: of('https://r/'),
  isRepeat: ofDeal('1'),
  source: ofDeal('Сайт'),
  yclid: of('1'),
  gclid: of('2'),
  ymClientId: of('3'),
  session: of('14783260762'),
  managerId: ofDeal('12'),
  stageId: ofDeal('40'),
  stageType: ofDeal('S'),
  staff: of(named),
  manager: ofDeal(named),
  pipeline: ofDeal(named),
  stage: ofDeal(named),
  previousStage: ofDeal(named),
  utm: of({ utm_source: 'yandex' }),
  services: of([named]),
  tags: ofDeal([named]),
  customFields: of([{ ...named, value: 'x' }]),
};
const beyond = { client: { id: '61', name: 'Анна', phone: '+79161234567', email: 'a@b.ru' }, deal_id: '9' };

function readOf(name: string | undefined, { value, beside, around, kind }: Saying) {
  const data = { ...beside, ...(name === undefined ? {} : { [name]: value }) };
  return (kind === 'deal' ? readDeal : readBooking)(data, around);
}

describe('every name of an object', () => {
  it.each(Object.entries(said))('arrives in the reading: %s', (key, saying) => {
    for (const { spelled } of objectNames[key as keyof typeof objectNames]) {
      const read = readOf(spelled, saying);
      expect([spelled, read.unknownPaths]).toEqual([spelled, []]);
      expect([spelled, read.reading]).not.toEqual([spelled, readOf(undefined, saying).reading]);
    }
  });

  it.each(Object.entries(said))('counts as the table spells it, of several that fold into one: %s', (key, saying) => {
    const [name] = objectNames[key as keyof typeof objectNames];
    const { spelled } = name!;
    const twice = { ...saying, beside: { ...saying.beside, [spelled.toUpperCase()]: '9' } };
    const read = readOf(spelled, twice);
    expect(read.reading).toEqual(readOf(spelled, saying).reading);
    expect(read.unknownPaths).toEqual([]);
  });

  it('is said here', () => {
    expect(names(said)).toEqual(names(objectNames));
  });
});

it('every field of a reading is said by some name', () => {
  const readings = Object.entries(said).flatMap(([key, saying]) =>
    objectNames[key as keyof typeof objectNames].map(({ spelled }) => readOf(spelled, saying).reading),
  );
  const around = readBooking(beyond, { occurred_at: '2026-03-17 10:00:00' }).reading;
  const filled = new Set([...readings, around].flatMap((reading) => Object.keys(reading)));
  // What reader version 1 made of a status is made no longer.
  expect([...filled, 'status'].sort()).toEqual(names(readingSchema.entries));
});
