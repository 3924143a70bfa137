import { readFileSync } from 'node:fs';
import { expect, soon, test } from './browser.ts';
import { tell } from './told.ts';
import { deliver, newAccount, newSalon } from './target.ts';

const token = 'token-of-the-rose';

test('The journal stands still while lines come, says how many, and shows them when that is wanted', async ({
  open,
}) => {
  const account = await newAccount('Журнал');
  const salon = await newSalon(account);
  const url = String(salon['webhookUrl']);
  await deliver(url, token);
  await deliver(url, 'another-token');
  const page = await open('operator', `/journal?account=${account.id}`);
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: 'Отклонено' })).toContainText('Токен не подошёл');
  await expect(page.getByRole('region', { name: 'Полнота' })).toContainText('Сегодня в журнале: 2');
  await expect(page.getByRole('region', { name: 'Полнота' })).not.toContainText('·');
  await deliver(url, token, { id: 2 });
  await deliver(url, token, { id: 3 });
  const fresh = page.getByRole('button', { name: /^2\sновые строки: показать$/ });
  await soon(page, () => expect(fresh).toBeVisible({ timeout: 500 }));
  await expect(rows).toHaveCount(3);
  await fresh.click();
  await expect(rows).toHaveCount(5);
  await expect(fresh).toHaveCount(0);
});

test('Of days that the journal keeps no more it says so', async ({ open }) => {
  const account = await newAccount('Давно');
  await newSalon(account);
  const page = await open('operator', `/journal?account=${account.id}&from=2026-01-01&to=2026-01-02`);
  await expect(page.getByText('Журнал хранит 30 дней')).toBeVisible();
  await page.getByRole('button', { name: 'Сбросить' }).click();
  await expect(page.getByText('ничего не приходило')).toBeVisible();
});

test('A line says both what was made and what was not', async ({ open }) => {
  const account = await newAccount('Половина');
  const salon = await newSalon(account, { sendDeals: false });
  await tell(salon, 'deal.created', { id: 61, name: 'Сделка', client: { name: 'Анна', phone: '+79161234567' } });
  const page = await open('operator', `/journal?account=${account.id}`);
  const row = page.getByRole('row').filter({ hasText: 'Сделка создана' });
  await soon(page, () => expect(row).toContainText('Заявка · Передача сделок выключена', { timeout: 500 }));
});

test('Filters stand in the address, and the CSV has the lines that they let pass', async ({ open }) => {
  const account = await newAccount('Отбор');
  const salon = await newSalon(account);
  const url = String(salon['webhookUrl']);
  await deliver(url, token);
  await deliver(url, 'another-token');
  const page = await open('operator', `/journal?account=${account.id}`);
  await page.getByRole('button', { name: /Состояние$/ }).click();
  await page.getByRole('option', { name: 'Отклонено' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(/status=refused/);
  const loading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать CSV' }).click();
  const file = readFileSync(await (await loading).path(), 'utf8');
  expect(file.split('\r\n')).toHaveLength(3);
  expect(file).toMatch(/^\uFEFFid;/);
  expect(file).toContain('invalid_token');
  await page.reload();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Сбросить' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
});

test('A line says what became of the event, each of its deliveries, and on demand what was sent; its address has ids alone', async ({
  open,
}) => {
  const account = await newAccount('Строка');
  const salon = await newSalon(account, { sendRequests: false });
  const url = String(salon['webhookUrl']);
  await deliver(url, token, { loyalty: 'gold' });
  await deliver(url, token, { loyalty: 'gold' });
  const page = await open('operator', `/journal?account=${account.id}`);
  await page.getByRole('link', { name: 'Запись создана' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Запись создана');
  await expect(page.getByRole('region', { name: 'Что вышло' })).toContainText(
    'Включите «Передачу заявок» в настройках салона',
  );
  await expect(page.getByRole('region', { name: 'Доставки (2)' }).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Поля, которые не читаются' })).toContainText('loyalty');
  await expect(page.getByText('+79161234567')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Открыть настройки' })).toBeVisible();
  await page.getByRole('button', { name: 'Показать присланное' }).click();
  await expect(page.getByText('+79161234567')).toBeVisible();
  const sent = page.locator('pre').first();
  await expect(sent).toContainText('"event": "record.created"');
  await expect(sent).not.toContainText('accountKey');
  await expect(page.getByText('accountKey')).toBeHidden();
  await page.getByText('Что мы при этом записали').click();
  await expect(page.getByText('accountKey')).toBeVisible();
  expect(decodeURIComponent(page.url())).not.toContain('916');
  const { pathname } = new URL(page.url());
  const elsewhere = await open('admin', pathname);
  await expect(elsewhere.getByRole('alert')).toContainText('Не найдено');
  await expect(elsewhere.getByRole('button', { name: 'Повторить' })).toHaveCount(0);
  await elsewhere.getByRole('link', { name: 'К списку салонов' }).click();
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Салоны');
});
