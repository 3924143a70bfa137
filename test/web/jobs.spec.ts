import { expect, test } from './browser.ts';
import { withIgnored } from './ignored.ts';
import { newAccount } from './target.ts';

test('A problem says what helps; the job tells what it would do, does it, and is still there after a reload', async ({
  open,
}) => {
  const account = await newAccount('Проблемы');
  await withIgnored(account, 3);
  const page = await open('operator', `/problems?account=${account.id}`);
  const row = page.getByRole('row').filter({ hasText: 'Передача заявок выключена' });
  await expect(row).toContainText('Включите «Передачу заявок» в настройках салона');
  await expect(row.getByRole('link', { name: 'Открыть настройки' })).toBeVisible();
  await row.getByRole('link', { name: '3', exact: true }).click();
  await expect(page.getByRole('button', { name: /Причина$/ })).toContainText('Передача заявок выключена');
  await expect(page.getByRole('table').locator('tbody').getByRole('row')).toHaveCount(3);
  await page.goBack();
  await row.getByRole('button', { name: 'Обработать заново' }).click();
  const forecast = page.getByRole('region', { name: 'Что будет' });
  await expect(forecast).toContainText('3 доставки:');
  await expect(forecast.getByRole('listitem')).toHaveText(['3 заявки или сделки: появится']);
  expect(await account.api('GET', '/api/requests')).toMatchObject({ body: { items: [] } });

  await page.getByRole('button', { name: 'Запустить' }).click();
  await page.reload();
  const result = page.getByRole('region', { name: 'Что вышло' });
  await expect(result).toContainText('3 из 3');
  await expect(result.getByRole('listitem')).toHaveText(['обработано: 3']);
  expect(((await account.api('GET', '/api/requests')).body as { items: unknown[] }).items).toHaveLength(3);
  await page.getByRole('link', { name: 'Проблемы' }).click();
  await expect(page.getByRole('heading', { name: 'Проблем нет' })).toBeVisible();
});

test('A job is stopped before it starts, and does nothing', async ({ open }) => {
  const account = await newAccount('Остановка');
  const salon = await withIgnored(account, 1);
  const { body } = await account.api('POST', '/api/jobs', { what: 'replay', salon });
  const page = await open('operator', `/jobs?account=${account.id}`);
  await page.getByRole('link', { name: 'Обработка заново' }).click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${(body as { id: string }).id}\\?`));
  await expect(page.getByText('1 заявка или сделка: появится')).toBeVisible();
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect(page.getByText('Остановлено')).toBeVisible();
  await expect(page.getByRole('button', { name: /Запустить|Отменить/ })).toHaveCount(0);
  expect(await account.api('GET', '/api/requests')).toMatchObject({ body: { items: [] } });
});

test('A viewer sees problems and jobs, and starts none', async ({ open }) => {
  const page = await open('viewer', '/problems');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Проблемы');
  await expect(page.getByRole('button', { name: /Обработать|Применить/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Задания' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Задания');
});
