import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

const booking = (status: string) => E('booking.updated', { id: 5, status });
const deal = (id: number, stage: unknown, more: object = {}) => E('deal.updated', { id, stage, ...more });

describe('a person’s teaching of a booking’s status', () => {
  it('comes before the lexicon, by today’s settings, whenever a record is read', async () => {
    const salon = aTelling();
    await salon.tell(booking('Завершена'));
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'came' });
    salon.change({ bookingStatuses: { Завершена: 'paid' } });
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'paid' });
    expect((await salon.requests()).map(({ bookingStatus }) => bookingStatus)).toEqual(['paid']);
    salon.change({ bookingStatuses: {} });
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'came' });
  });

  it('gives a meaning to a text that nobody knows, which is then no more warned', async () => {
    const salon = aTelling();
    await salon.tell(booking('confirmed'), booking('Ждёт в холле'));
    expect(await salon.request('5')).toMatchObject({
      bookingStatus: 'confirmed',
      warnings: ['status: unknown_status'],
    });
    salon.change({ bookingStatuses: { 'Ждёт в холле': 'came' } });
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'came', warnings: [] });
  });

  it('reaches the texts said since, and with, the last that the lexicon knows', async () => {
    const salon = aTelling();
    await salon.tell(booking('в пути'), booking('new'), booking('у входа'), booking('в кресле'));
    salon.change({ bookingStatuses: { 'в пути': 'cancelled' } });
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'new' });
    salon.change({ bookingStatuses: { 'у входа': 'confirmed' } });
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'confirmed' });
    salon.change({ bookingStatuses: { 'у входа': 'confirmed', 'в кресле': 'came' } });
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'came' });
    salon.change({ bookingStatuses: { new: 'paid' } });
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'paid' });
  });

  it('is of the last event one of whose texts is known', async () => {
    const salon = aTelling();
    await salon.tell(booking('оплачена'), booking('подтверждена'), booking('?'));
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'confirmed' });
  });

  it('keeps the newest 20', async () => {
    const salon = aTelling();
    await salon.tell(...Array.from({ length: 21 }, (_, at) => booking(`слово ${String.fromCharCode(1072 + at)}`)));
    salon.change({ bookingStatuses: { 'слово б': 'came' } });
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'came' });
    salon.change({ bookingStatuses: { 'слово а': 'came' } });
    expect(await salon.request('5')).toMatchObject({ bookingStatus: 'new' });
  });
});

describe('the type of a stage follows from', () => {
  const typeOf = async (told: object[], settings = {}) => {
    const salon = aTelling(settings);
    await salon.tell(...told);
    return (await salon.deal('1')).stage;
  };

  it('1. teaching, before the type that the sender gives', async () => {
    const told = [deal(1, { id: 7, name: 'Оплачена', type: 'failed' })];
    expect(await typeOf(told, { stageTypes: { Оплачена: 'in_process' } })).toMatchObject({ type: 'in_process' });
  });

  it('2. that type, before the lexicon by name', async () => {
    expect(await typeOf([deal(1, { id: 7, name: 'Отменена', type: 'success' })])).toMatchObject({ type: 'success' });
    expect(await typeOf([deal(1, { id: 7, name: 'Отменена' }, { STAGE_SEMANTIC_ID: 'P' })])).toMatchObject({
      type: 'in_process',
    });
  });

  it('3. the lexicon by name, before the ids 142 and 143', async () => {
    expect(await typeOf([deal(1, { id: 142, name: 'Отменена' })])).toMatchObject({ type: 'failed' });
  });

  it('4. those ids, before the lexicon by status', async () => {
    expect(await typeOf([deal(1, { id: 142, name: 'Финал' }, { status: 'отменена' })])).toMatchObject({
      type: 'success',
    });
  });

  it('5. the lexicon by status, before a type said elsewhere', async () => {
    const elsewhere = deal(2, { id: 7, name: 'Финал', type: 'success' });
    expect(await typeOf([elsewhere, deal(1, { id: 7, name: 'Финал' }, { status: 'отменена' })])).toMatchObject({
      type: 'failed',
    });
  });

  it('6. a type said elsewhere for the same id under the same name, before or after', async () => {
    const elsewhere = deal(2, { id: 7, name: 'Финал', type: 'success' });
    const here = deal(1, { id: 7, name: 'Финал' });
    expect(await typeOf([elsewhere, here])).toMatchObject({ type: 'success' });
    expect(await typeOf([here, elsewhere])).toMatchObject({ type: 'success' });
  });

  it('7. nothing else: it is in process', async () => {
    expect(
      await typeOf([deal(2, { id: 8, name: 'Финал', type: 'success' }), deal(1, { id: 7, name: 'Финал' })]),
    ).toMatchObject({ type: 'in_process' });
  });

  it('never another name’s type', async () => {
    const elsewhere = deal(2, { id: 7, name: 'Записана', type: 'success' });
    expect(await typeOf([elsewhere, deal(1, { id: 7, name: 'Ждёт' })])).toMatchObject({
      name: 'Ждёт',
      type: 'in_process',
    });
    expect(await typeOf([deal(1, { id: 7, name: 'Ждёт' }), elsewhere])).toMatchObject({
      name: 'Ждёт',
      type: 'in_process',
    });
    // Nor within one deal: a new name drops the type said with the old one.
    const one = [deal(1, { id: 7, name: 'Готово', type: 'success' }), deal(1, { id: 7, name: 'Ждёт' })];
    expect(await typeOf(one)).toMatchObject({ name: 'Ждёт', type: 'in_process' });
  });

  it('teaching of today, for all that was stored', async () => {
    const salon = aTelling();
    await salon.tell(deal(1, 'Ждёт'), deal(2, { id: 7, name: 'Ждёт', type: 'failed' }));
    salon.change({ stageTypes: { Ждёт: 'success' } });
    expect((await salon.deals()).map(({ stage }) => stage?.type)).toEqual(['success', 'success']);
    expect(await salon.deals({ type: 'success' })).toHaveLength(2);
  });
});

describe('what is said by its id alone takes the name that the register holds', () => {
  it.each(['manager', 'pipeline', 'stage', 'staff'])('a %s', async (part) => {
    const salon = aTelling();
    await salon.tell(
      E('deal.updated', { id: 2, [part]: { id: 7, name: 'Имя' } }),
      E('deal.updated', { id: 1, [part]: { id: 7 } }),
    );
    const field = part === 'pipeline' ? 'senderPipeline' : part;
    expect(await salon.deal('1')).toMatchObject({ [field]: { id: '7', name: 'Имя' } });
    await salon.tell(E('deal.updated', { id: 3, [part]: { id: 8 } }));
    const shown = (await salon.deal('3')) as unknown as Record<string, { name?: string }>;
    expect(shown[field]?.name).toBeUndefined();
  });

  it('also of a booking’s staff', async () => {
    const salon = aTelling();
    await salon.tell(
      E('booking.updated', { id: 2, staff: 7 }),
      E('booking.updated', { id: 1, staff: { id: 7, name: 'Юля' } }),
    );
    expect(await salon.request('2')).toMatchObject({ staff: { id: '7', name: 'Юля' } });
  });

  it('but a custom field keeps what it was said with', async () => {
    const salon = aTelling();
    await salon.tell(E('deal.updated', { id: 2, custom_fields: [{ id: 7, name: 'Мастер', value: 'x' }] }));
    await salon.tell(E('deal.updated', { id: 1, custom_fields: [{ id: 7, value: 'y' }] }));
    expect((await salon.deal('1')).userFields).toEqual([{ id: '7', value: 'y' }]);
  });
});

describe('a person’s teaching of paths', () => {
  const strange = {
    chto: 'сделка изменена',
    uid: 'D-7',
    itogo: '3 500',
    etap: 'Ждём',
    kontakt: { nomer: '89161234567' },
  };
  const fieldMap = {
    chto: 'event',
    uid: 'dealId',
    itogo: 'amount',
    etap: 'stage.name',
    'kontakt.nomer': 'client.phone',
  } as const;

  it('makes a whole deal of names that nobody has seen, from the door to the record', async () => {
    const salon = aTelling({ fieldMap });
    await salon.tell(strange);
    expect(await salon.deal('D-7')).toMatchObject({
      revenue: 350_000,
      stage: { name: 'Ждём', type: 'in_process' },
      contact: { phones: ['+79161234567'] },
    });
    expect(await salon.lastLine()).toMatchObject({ kind: 'deal', status: 'done', unknownPaths: [], warnings: [] });
  });

  it('without which the event is unknown, and its paths are told', async () => {
    const salon = aTelling();
    await salon.tell(strange);
    expect(await salon.lastLine()).toMatchObject({
      status: 'ignored',
      request: { outcome: 'ignored', reason: 'unknown_event' },
      unknownPaths: ['chto', 'etap', 'itogo', 'kontakt.nomer', 'uid'],
    });
  });

  it('that the message was sent with decides, not what was saved since', async () => {
    const salon = aTelling({ fieldMap });
    await salon.post({ body: strange });
    salon.change({ fieldMap: {} });
    await salon.work();
    expect(await salon.hasDeal('D-7')).toBe(true);
  });
});
