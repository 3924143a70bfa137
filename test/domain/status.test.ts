import { describe, expect, it } from '@jest/globals';
import { bookingStatusIn, statusesIn, taughtBy, unknownStatuses } from '../../lib/domain/status.ts';
import { requestRecord } from '../../lib/domain/request-record.ts';
import { todayWith } from '../../lib/domain/today.ts';
import { eventsIn } from '../../lib/domain/told.ts';
import type { SetRow } from '../../lib/model/event-set.ts';
import type { Reading, StatusWord } from '../../lib/model/reading.ts';
import type { Salon } from '../../lib/model/settings.ts';
import { aSalon } from '../build/settings.ts';
import { bookingEvent, bookingSet, dealEvent, requestOf } from './telling.ts';

/** An event that says these texts in the field `status`, or as it is told. */
const says = (...texts: string[]): Partial<Reading> => ({ statuses: texts.map((text) => ({ text, field: 'status' })) });
const nothingTaught = taughtBy<StatusWord>({});
const today = (over: Partial<Salon> = {}) => todayWith(aSalon(over), []);

/** The status of a booking as it is shown after these events. */
function status(...rows: SetRow[]) {
  return requestRecord(bookingSet, requestOf(...rows), today()).bookingStatus;
}

/** What a view keeps of the texts of events, one after the other. */
function keptOf(...said: Partial<Reading>[]): (string | undefined)[] {
  const kept = statusesIn(eventsIn(said.map((reading, n) => bookingEvent(n, reading))));
  return kept.map(({ word, texts }) => word ?? texts?.map(({ text }) => text).join());
}

describe('the status of a booking', () => {
  it('is the last that a booking event said', () => {
    expect(status(bookingEvent(1, says('confirmed')), bookingEvent(2, says('came')), bookingEvent(3))).toBe('came');
  });

  it('is cancelled by an event of that name', () => {
    const rows = [bookingEvent(1, says('came')), bookingEvent(2, { act: 'cancelled', ...says('new') })];
    expect(status(...rows)).toBe('cancelled');
    expect(status(...rows, bookingEvent(3, says('confirmed')))).toBe('confirmed');
  });

  it('is of several texts of one event the last of new, confirmed, came, paid, cancelled', () => {
    expect(status(bookingEvent(1, says('paid', 'confirmed')))).toBe('paid');
    expect(status(bookingEvent(1, says('cancelled', 'paid', 'new')))).toBe('cancelled');
    expect(status(bookingEvent(1, says('came', 'что-то своё')))).toBe('came');
  });

  it('is that of the last event one of whose texts is known', () => {
    expect(status(bookingEvent(1, says('came')), bookingEvent(2, says('ждём оплату')))).toBe('came');
  });

  it('is deleted while deleted folds to yes, and comes back', () => {
    const rows = [bookingEvent(1, says('came')), bookingEvent(2, { act: 'deleted' })];
    expect(status(...rows)).toBe('deleted');
    expect(status(...rows, bookingEvent(3, says('paid')))).toBe('deleted');
    expect(status(...rows, bookingEvent(3, { deleted: false }))).toBe('came');
    expect(status(bookingEvent(1, says('came')), dealEvent(2, { act: 'deleted' }))).toBe('deleted');
  });

  it('is the word that reader version 1 made of it, as it stands', () => {
    expect(status(bookingEvent(1, { status: 'paid' }, { readerVersion: 1 }))).toBe('paid');
  });

  it('is else by the stage of the deal, else new', () => {
    expect(status(bookingEvent(1), dealEvent(2, { stage: { name: 'Оплачено' } }))).toBe('came');
    expect(status(bookingEvent(1), dealEvent(2, { stage: { name: 'Отказ' } }))).toBe('cancelled');
    expect(status(bookingEvent(1), dealEvent(2, { stage: { name: 'Первичная' } }))).toBe('new');
    expect(status(bookingEvent(1), dealEvent(2, says('paid')))).toBe('came');
    expect(status(bookingEvent(1, says('confirmed')), dealEvent(2, { stage: { name: 'Оплачено' } }))).toBe('confirmed');
    expect(status(bookingEvent(1))).toBe('new');
  });
});

describe('the texts that a view keeps', () => {
  it('are those said since, and with, the last that the lexicon knows', () => {
    expect(keptOf(says('новая'), says('мастер назначен'), says('в пути'))).toEqual([
      'новая',
      'мастер назначен',
      'в пути',
    ]);
    expect(keptOf(says('в пути'), says('confirmed'), says('у мастера'))).toEqual(['confirmed', 'у мастера']);
    expect(keptOf(says('в пути'), says('у мастера'))).toEqual(['в пути', 'у мастера']);
    expect(keptOf(says('в пути'), { act: 'cancelled' })).toEqual(['cancelled']);
    expect(keptOf({})).toEqual([]);
  });

  it('are those of the newest 20 events', () => {
    const unknown = Array.from({ length: 25 }, (_, n) => says(`своё ${n}`));
    const kept = keptOf(says('came'), ...unknown);
    expect(kept).toEqual(Array.from({ length: 20 }, (_, n) => `своё ${n + 5}`));
  });
});

describe('a person’s teaching', () => {
  const taught = (bookingStatuses: Salon['bookingStatuses'], ...rows: SetRow[]) =>
    requestRecord(bookingSet, requestOf(...rows), today({ bookingStatuses }));

  it('gives a meaning to a text that the lexicon does not know, whenever it was said', () => {
    const rows = [bookingEvent(1, says('new')), bookingEvent(2, says('Мастер приехал'))];
    expect(taught({}, ...rows).bookingStatus).toBe('new');
    expect(taught({ 'мастер приехал': 'came' }, ...rows).bookingStatus).toBe('came');
  });

  it('comes before the lexicon', () => {
    expect(taught({ Завершена: 'paid' }, bookingEvent(1, says('завершена'))).bookingStatus).toBe('paid');
  });

  it('knows a text whatever its case, ё, blanks, dashes and underscores', () => {
    expect(taught({ 'Приём-окончен': 'came' }, bookingEvent(1, says(' прием  ОКОНЧЕН'))).bookingStatus).toBe('came');
  });

  it('of one number says nothing of another', () => {
    const attendance = (text: string) => bookingEvent(1, { statuses: [{ text, field: 'attendance' }] });
    expect(taught({ '-1': 'cancelled' }, attendance('1')).bookingStatus).toBe('came');
    expect(taught({ '-1': 'confirmed' }, attendance('-1')).bookingStatus).toBe('confirmed');
  });
});

describe('a status that neither teaching nor the lexicon knows', () => {
  const warned = (bookingStatuses: Salon['bookingStatuses'], ...rows: SetRow[]) =>
    requestRecord(bookingSet, requestOf(...rows), today({ bookingStatuses })).warnings;

  it('is warned when it is read, once a field', () => {
    const rows = [bookingEvent(1, says('в пути')), bookingEvent(2, says('у мастера'))];
    expect(warned({}, ...rows)).toEqual(['status: unknown_status']);
    expect(warned({ 'в пути': 'confirmed' }, ...rows)).toEqual(['status: unknown_status']);
    expect(warned({ 'в пути': 'confirmed', 'у мастера': 'came' }, ...rows)).toEqual([]);
  });

  it('is no longer warned once a later event said one that is known', () => {
    expect(warned({}, bookingEvent(1, says('в пути')), bookingEvent(2, says('came')))).toEqual([]);
  });

  it('is no warning of what is stored: it hangs on today’s settings', () => {
    expect(requestOf(bookingEvent(1, says('в пути'))).warnings).toEqual([]);
    expect(unknownStatuses([{ texts: [{ text: '7', field: 'attendance' }] }], nothingTaught)).toEqual([
      'attendance: unknown_status',
    ]);
  });

  it('is said by no word of version 1', () => {
    expect(unknownStatuses([{ word: 'new' }], nothingTaught)).toEqual([]);
    expect(bookingStatusIn([{ word: 'new' }], nothingTaught)).toBe('new');
  });

  it('is not warned of a stage', () => {
    expect(warned({}, bookingEvent(1), dealEvent(2, { ...says('в пути'), stage: { name: 'Свой этап' } }))).toEqual([]);
  });
});
