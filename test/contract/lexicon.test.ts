import { describe, expect, it } from '@jest/globals';
import { aTelling, E } from './told.ts';

/** The status of a booking of which these data were said; `unknown` when its text is warned. */
async function bookingStatus(data: object): Promise<string> {
  const salon = aTelling();
  await salon.tell(E('booking.updated', { id: 5, ...data }));
  const { bookingStatus: status, warnings } = await salon.request('5');
  return warnings.some((warning) => warning.endsWith('unknown_status')) ? 'unknown' : status;
}

/** The type of a deal's stage. */
async function stageType(data: object): Promise<string | undefined> {
  const salon = aTelling();
  await salon.tell(E('deal.updated', { id: 5, ...data }));
  const { stage, warnings } = await salon.deal('5');
  expect(warnings).toEqual([]);
  return stage?.type;
}

const words = (text: string) => text.split('|');
/** The table of the contract, with other spellings, genders and numbers of its words. */
const table: [booking: string, type: string, said: string[]][] = [
  ['new', 'in_process', words('new|pending|waiting|requested|created|NEW|Pending| new ')],
  ['new', 'in_process', words('новая|новый|Новое|новые|ожидает|создана|создан|создано|Созданы')],
  ['confirmed', 'in_process', words('confirmed|accepted|approved|scheduled|Confirmed|APPROVED')],
  [
    'confirmed',
    'in_process',
    words('подтверждена|подтверждён|подтвержден|Подтверждено|подтверждены|записана|записан|записаны'),
  ],
  ['came', 'success', words('came|arrived|visited|attended|completed|finished|done|COMPLETED|Done')],
  [
    'came',
    'success',
    words('пришла|пришёл|пришел|Пришли|пришло|завершена|завершён|завершено|выполнена|выполнен|выполнены'),
  ],
  ['came', 'success', words('состоялась|состоялся|состоялось|состоялись|услуги оказаны|Услуги  оказаны')],
  ['paid', 'success', words('paid|paid full|paid_full|Paid-Full|PAID|оплачена|оплачен|оплачено|Оплачены|оплаченная')],
  [
    'cancelled',
    'failed',
    words('cancelled|canceled|declined|rejected|no show|noshow|deleted|NO_SHOW|No-show|no  show'),
  ],
  [
    'cancelled',
    'failed',
    words('отменена|отменён|отменен|Отменено|отменены|отменённая|отклонена|отклонён|отказ|Отказ'),
  ],
  [
    'cancelled',
    'failed',
    words('не пришла|не пришёл|Не пришёл|не пришли|не_пришла|неявка|удалена|удалён|удалено|Удалённая'),
  ],
];
const rows = table.flatMap(([booking, type, said]) => said.map((text) => [text, booking, type] as const));

describe('the lexicon', () => {
  it.each(rows)('%j is %s of a booking, %s as a stage', async (text, booking, type) => {
    expect(await bookingStatus({ status: text })).toBe(booking);
    expect(await stageType({ stage: { name: text } })).toBe(type);
  });

  it.each([
    ...words(
      'won|closed won|Closed_Won|success|WON|успешно реализовано|Успешно Реализовано|Успешно реализованные|успех',
    ).map((text) => [text, 'success']),
    ...words(
      'lost|closed lost|CLOSED-LOST|failed|LOSE|закрыто и не реализовано|Закрытые и не реализованные|провал',
    ).map((text) => [text, 'failed']),
  ])('%j is of stages alone: %s', async (text, type) => {
    expect(await stageType({ stage: { name: text } })).toBe(type);
    expect(await bookingStatus({ status: text })).toBe('unknown');
  });

  it.each([
    ['WON', 'success'],
    ['C5:WON', 'success'],
    ['LOSE', 'failed'],
    ['C12:LOSE', 'failed'],
    ['C5:NEW', 'in_process'],
  ])('knows Bitrix24’s stage %s', async (id, type) => {
    expect(await stageType({ STAGE_ID: id })).toBe(type);
  });

  it.each([
    ...words('Отменена клиентом|Отменён клиентом|отменено администратором|Отменена по просьбе|Отменены салоном'),
    ...words('Отклонена администратором|отклонено по телефону|Не пришла по болезни|не пришли клиенты'),
    ...words(
      'cancelled by client|canceled by admin|Cancelled_by_salon|cancelled from app|declined by staff|Отменена клиентом (болеет)',
    ),
  ])('%j begins with a cancellation, and says by whom or why', async (text) => {
    expect(await bookingStatus({ status: text })).toBe('cancelled');
    expect(await stageType({ stage: text })).toBe('failed');
  });

  it.each(
    words(
      'Отменена оплата|Отменена предоплата клиентом|cancelled payment|canceled deposit by client|rejected by salon|отказ клиента|пришла по записи|оплачена клиентом|удалена клиентом',
    ),
  )('%j is no whole text of it, and no such beginning', async (text) => {
    expect(await bookingStatus({ status: text })).toBe('unknown');
    expect(await stageType({ stage: text })).toBe('in_process');
  });

  it.each(words('Не оплачена|не подтверждена|Не завершена|не выполнен|не отменена|не новая|не состоялась|Не записан'))(
    '%j: no word counts after `не` but those of the list',
    async (text) => {
      expect(await bookingStatus({ status: text })).toBe('unknown');
      expect(await stageType({ stage: text })).toBe('in_process');
    },
  );

  it.each(words('unpaid|not paid|uncompleted|newest|canceling|предоплата|обновлена|пришлите|отменить'))(
    '%j is another word',
    async (text) => {
      expect(await bookingStatus({ status: text })).toBe('unknown');
      expect(await stageType({ stage: text })).toBe('in_process');
    },
  );
});

describe('digits', () => {
  it.each([
    [{ attendance: -1 }, 'cancelled'],
    [{ attendance: 0 }, 'new'],
    [{ attendance: 1 }, 'came'],
    [{ attendance: 2 }, 'confirmed'],
    [{ visit_attendance: '-1' }, 'cancelled'],
    [{ visit_attendance: 1.0 }, 'came'],
    [{ attendance: 3 }, 'unknown'],
    [{ status: 1 }, 'unknown'],
    [{ status: '-1' }, 'unknown'],
    [{ status: '2' }, 'unknown'],
  ])('speak as attendance only: %j is %s', async (data, status) => {
    expect(await bookingStatus(data)).toBe(status);
  });

  it.each([
    [{ stage: { id: 142 } }, 'success'],
    [{ stage: { id: '143' } }, 'failed'],
    [{ stage_id: 142 }, 'success'],
    [{ stage: 143 }, 'failed'],
    [{ stage: { id: 1, name: '142' } }, 'in_process'],
    [{ stage: { id: 1420 } }, 'in_process'],
    [{ stage: { id: 1, name: 'x' }, status: 143 }, 'in_process'],
    [{ pipeline: { id: 142 }, stage: { id: 1 } }, 'in_process'],
  ])('142 and 143 speak only as the id of a stage: %j is %s', async (data, type) => {
    expect(await stageType(data)).toBe(type);
  });
});

describe('the status of a booking', () => {
  it.each([
    [{ status: 'confirmed', attendance: 1 }, 'came'],
    [{ status: 'новая', attendance: 2 }, 'confirmed'],
    [{ status: 'completed', paid_full: 1 }, 'paid'],
    [{ status: 'отменена', paid_full: true, attendance: 1 }, 'cancelled'],
    [{ paid_full: 1 }, 'paid'],
    [{ paid_full: 0, attendance: 1 }, 'came'],
    [{ status: '', attendance: 1 }, 'came'],
  ])('of several in one event is the last of new, confirmed, came, paid, cancelled: %j is %s', async (data, status) => {
    expect(await bookingStatus(data)).toBe(status);
  });

  it('that nobody knows is warned with its field when it is read, a stage is not', async () => {
    const salon = aTelling();
    await salon.tell(
      E('booking.updated', { id: 5, status: 'в пути', attendance: 7 }),
      E('deal.updated', { id: 6, stage: 'в пути', status: 'в пути' }),
    );
    expect((await salon.request('5')).warnings).toEqual(['status: unknown_status', 'attendance: unknown_status']);
    expect((await salon.lines()).flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(await salon.deal('6')).toMatchObject({ stage: { name: 'в пути', type: 'in_process' }, warnings: [] });
  });
});
