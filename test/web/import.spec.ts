import { expect, test } from './browser.ts';
import { newAccount, newSalon } from './target.ts';
import { listed } from './told.ts';

const daysAgo = (days: number) => `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)} 12:00`;
const table = [
  'ID;Создано;Имя клиента;Мобильный;Зал;Заметка',
  `1;${daysAgo(400)};Анна;8 916 123-45-67;Большой;секрет`,
  `2;${daysAgo(300)};Вера;8 916 123-45-68;;секрет`,
  ';;;;;',
  `;${daysAgo(200)};Без номера;;;секрет`,
  `4;завтра;Когда-нибудь;;;секрет`,
].join('\r\n');

test('A table is checked, says which rows it cannot be, and is imported; what is not chosen is not sent', async ({
  open,
}) => {
  const account = await newAccount('Импорт');
  const salon = await newSalon(account);
  const page = await open('operator', `/salons/${salon.id}?account=${account.id}`);
  await page.getByRole('link', { name: 'Импорт' }).click();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  await page
    .getByLabel('Таблица (CSV)')
    .setInputFiles({ name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(page.getByText('b.csv: 4 строки')).toBeVisible();
  const column = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(column('ID')).toContainText('ID записи');
  await expect(column('Создано')).toContainText('Создано');
  const choose = async (name: string, what: string) => {
    await page.getByRole('button', { name: new RegExp(`Что в столбце «${name}»`) }).click();
    await page.keyboard.type(what);
    await page.getByRole('option', { name: what, exact: true }).click();
  };
  await choose('Имя клиента', 'Клиент: имя');
  await choose('Мобильный', 'Клиент: имя');
  await expect(page.getByRole('note')).toContainText('«Клиент: имя» выбрано для двух столбцов');
  await expect(page.getByRole('button', { name: 'Импортировать' })).toBeDisabled();
  await choose('Мобильный', 'Клиент: телефон');
  await choose('Зал', 'Дополнительное поле');

  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.getByText('К импорту: 2 строки. С ошибками: 2 строки.')).toBeVisible();
  const refused = page.getByRole('table', { name: 'С ошибками' }).locator('tbody tr');
  await expect(refused).toHaveText([/^5.*ID.*Нет ID\.$/, /^6.*Создано.*Дата не читается/]);
  expect((await account.api('GET', '/api/events?source=import')).body).toEqual({ items: [] });

  await page.getByRole('button', { name: 'Импортировать' }).click();
  await expect(page.getByText('Принято: 2 строки. С ошибками: 2 строки.')).toBeVisible();
  await listed(account, `/api/requests?from=${daysAgo(500).slice(0, 10)}`, 2);
  const { body } = await account.api('GET', `/api/requests/${salon.id}.b.1`);
  expect(body).toMatchObject({ name: 'Анна', phone: '+79161234567', userFields: [{ name: 'Зал', value: 'Большой' }] });
  expect(sent.filter((said) => said.includes('секрет'))).toEqual([]);

  await page.getByRole('link', { name: 'Что вышло, видно в журнале' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Запись создана' })).toHaveCount(2);
});

test('Columns of one name are custom fields that are told apart', async ({ open }) => {
  const account = await newAccount('Импорт столбцов');
  const salon = await newSalon(account);
  const page = await open('operator', `/salons/${salon.id}/import?account=${account.id}`);
  const lines = ['ID;Создано;Заметка;Заметка', `1;${daysAgo(10)};первая;вторая`];
  await page
    .getByLabel('Таблица (CSV)')
    .setInputFiles({ name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
  for (const place of [0, 1]) {
    await page
      .getByRole('button', { name: /Что в столбце «Заметка»/ })
      .nth(place)
      .click();
    await page.keyboard.type('Дополнительное поле');
    await page.getByRole('option', { name: 'Дополнительное поле', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Импортировать' }).click();
  await expect(page.getByText('Принято: 1 строка.')).toBeVisible();
  await listed(account, `/api/requests?from=${daysAgo(20).slice(0, 10)}`, 1);
  const { body } = await account.api('GET', `/api/requests/${salon.id}.b.1`);
  expect(body).toMatchObject({
    userFields: [
      { name: 'Заметка', value: 'первая' },
      { name: 'Заметка (4)', value: 'вторая' },
    ],
  });
});

test('An import that is stopped says what of it was taken, also of the rows under way', async ({ open }) => {
  const account = await newAccount('Импорт с остановкой');
  const salon = await newSalon(account);
  const page = await open('operator', `/salons/${salon.id}/import?account=${account.id}`);
  const rows = Array.from({ length: 300 }, (_, at) => `${at + 1};${daysAgo(10)}`);
  await page
    .getByLabel('Таблица (CSV)')
    .setInputFiles({ name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from(['ID;Создано', ...rows].join('\n')) });
  await expect(page.getByText('b.csv: 300 строк')).toBeVisible();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/import', async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Импортировать' }).click();
  await page.getByRole('button', { name: 'Остановить' }).click();
  release();
  await expect(page.getByText('Импорт остановлен.')).toBeVisible();
  await expect(page.getByText('Принято: 200 строк.')).toBeVisible();
});

test('A viewer imports nothing', async ({ open }) => {
  const page = await open('viewer', '/salons');
  await page.getByRole('link', { name: 'Салон красоты «Мята», Арбат' }).click();
  await expect(page.getByRole('link', { name: 'Поля' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Импорт' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Поля' }).click();
  await page.waitForURL('**/fields');
  const opened = await open('viewer', new URL(page.url()).pathname.replace('/fields', '/import'));
  await expect(opened.getByText('Для этого не хватает прав.')).toBeVisible();
  await expect(opened.getByLabel('Таблица (CSV)')).toHaveCount(0);
});
