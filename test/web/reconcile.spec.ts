import { expect, test } from './browser.ts';
import { newAccount, newSalon } from './target.ts';
import { listed, tell } from './told.ts';

const day = new Date().toLocaleDateString('ru-RU', { timeZone: 'Europe/Moscow' });

/** As an export may be written: quotes, a separator and a line end in a cell, sums with blanks and commas, a name that would be a tag. */
const lines = (ids: readonly (readonly [id: string, sum: string, stage: string])[]) =>
  [
    'Номер;"Клиент; имя";Сумма;Этап;Создана',
    ...ids.map(([id, sum, stage]) => `${id};"<script>alert(""1"")</script>\n";${sum};${stage};${day} 12:00`),
    '',
  ].join('\r\n');

const theirs = [
  ['1', '1 000,00 ₽', 'думает'],
  ['2', '"2 000,00"', 'Думает'],
  ['3', '3001,00', 'Думает'],
  ['4', '4000.00', 'Оплачено'],
  ['101', '1', 'Думает'],
  ['102', '1', 'Думает'],
  ['103', '1', '"Думает"'],
] as const;

test('An export with 3 deals that are missing here, 1 that is extra and 2 that differ shows exactly these six, and goes nowhere', async ({
  open,
}) => {
  const account = await newAccount('Сверка');
  const salon = await newSalon(account, { sendRequests: false });
  for (const id of [1, 2, 3, 4, 5]) {
    await tell(salon, 'deal.created', { id, amount: `${id}000`, stage: { name: 'Думает' } });
  }
  await tell(salon, 'deal.created', { id: 6, amount: '6000' });
  await tell(salon, 'deal.deleted', { id: 6 });
  await listed(account, '/api/deals', 5);
  const page = await open('operator', `/reconcile?account=${account.id}`);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  // Windows-1251 is what Russian Excel writes.
  const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: inWindows1251(lines(theirs)) };
  await page.getByLabel('Выгрузка (CSV)').setInputFiles(file);
  await expect(page.getByText('deals.csv: 7 строк')).toBeVisible();
  const choose = async (what: string, column: string) => {
    await page.getByRole('button', { name: new RegExp(`${what}$`) }).click();
    await page.getByRole('option', { name: column, exact: true }).click();
  };
  await choose('ID', 'Номер');
  await choose('Сумма', 'Сумма');
  await choose('Этап', 'Этап');
  await choose('Дата создания', 'Создана');
  await page.getByRole('button', { name: 'Сверить' }).click();
  await expect(page.getByText('Не хватает: 3. Лишних: 1. Отличаются: 2. Совпадают: 2.')).toBeVisible();
  const part = (name: RegExp) => page.getByRole('region', { name });
  await expect(part(/нет у нас: 3/).getByRole('listitem')).toHaveText(['101', '102', '103']);
  await expect(part(/нет в выгрузке: 1/).getByRole('listitem')).toHaveText([/^5 /]);
  await expect(part(/Отличаются: 2/).locator('tbody tr')).toHaveText([
    /^3 .*Сумма3\s000,003001,00$/,
    /^4 .*ЭтапДумаетОплачено$/,
  ]);
  expect(sent.filter((body) => body.includes('script') || body.includes('3001'))).toEqual([]);
  expect(decodeURIComponent(page.url())).not.toContain('3001');
  await part(/Отличаются: 2/)
    .getByRole('link', { name: '4' })
    .click();
  await expect(page.getByRole('dialog', { name: 'Сделка 4' })).toContainText('Думает');
});

test('In an account without a salon there is nothing to compare yet', async ({ open }) => {
  const account = await newAccount('Без салонов');
  const page = await open('operator', `/reconcile?account=${account.id}`);
  await expect(page.getByRole('link', { name: 'Подключить салон' })).toBeVisible();
  await expect(page.getByLabel('Выгрузка (CSV)')).toHaveCount(0);
});

test('A file without a table says what it takes', async ({ open }) => {
  const page = await open('viewer', '/reconcile');
  await page
    .getByLabel('Выгрузка (CSV)')
    .setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('Номер;Сумма\n') });
  await expect(page.getByRole('alert')).toContainText('нужны строка с названиями столбцов');
  await expect(page.getByRole('button', { name: 'Сверить' })).toHaveCount(0);
});

/** Cyrillic letters, № and ₽'s stand-in as one byte each. */
function inWindows1251(text: string): Buffer {
  const codeOf = (letter: string) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 128) return code;
    if (letter === 'ё') return 0xb8;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : 0x3f;
  };
  return Buffer.from(Array.from(text, codeOf));
}
