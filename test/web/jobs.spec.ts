import { expect, test } from './browser.ts';
import { holdBack } from './queues.ts';
import { deliver, demo, newAccount, newSalon, salonOf, type Account } from './target.ts';

/** A salon of an account that has ignored bookings, and would take them today. */
async function withIgnored(account: Account, bookings: number): Promise<string> {
  const salon = await newSalon(account, { sendRequests: false });
  for (let id = 1; id <= bookings; id++) await deliver(String(salon['webhookUrl']), 'token-of-the-rose', { id });
  await expect
    .poll(
      async () => ((await account.api('GET', '/api/events?status=ignored')).body as { items: unknown[] }).items.length,
    )
    .toBe(bookings);
  const { version } = await salonOf(account, salon.id);
  expect((await account.api('PUT', `/api/salons/${salon.id}`, { version, sendRequests: true })).status).toBe(200);
  return salon.id;
}

test('A problem says what helps; the job tells what it would do, does it, and is still there after a reload', async ({
  open,
}) => {
  const account = await newAccount('Проблемы');
  await withIgnored(account, 3);
  const page = await open('operator', `/problems?account=${account.id}`);
  const row = page.getByRole('row').filter({ hasText: 'Передача заявок выключена' });
  await expect(row).toContainText('Включите «Передачу заявок» в настройках салона');
  await expect(row.getByRole('cell').first()).toHaveText('3');
  await row.getByRole('button', { name: 'Обработать заново' }).click();
  const forecast = page.getByRole('region', { name: 'Что будет' });
  await expect(forecast).toContainText('3 доставки:');
  await expect(forecast.getByRole('listitem')).toHaveText(['3 записи: появится']);
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
  await expect(page.getByText('1 запись: появится')).toBeVisible();
  await page.getByRole('button', { name: 'Остановить' }).click();
  await expect(page.getByText('Остановлено')).toBeVisible();
  await expect(page.getByRole('button', { name: /Запустить|Остановить/ })).toHaveCount(0);
  expect(await account.api('GET', '/api/requests')).toMatchObject({ body: { items: [] } });
});

test('A job is stopped while it runs: what it has done stays, and is counted', async ({ open }) => {
  test.setTimeout(60_000);
  const jobs = [demo.queues.bookings.replace('bookings', 'jobs')];
  const account = await newAccount('Остановка на ходу');
  const salon = await withIgnored(account, 40);
  const { body } = await account.api('POST', '/api/jobs', { what: 'replay', salon });
  const page = await open('operator', `/jobs/${(body as { id: string }).id}?account=${account.id}`);
  await page.getByRole('button', { name: 'Запустить' }).waitFor();
  // Each of its steps is a message of 25 lines.
  await holdBack(jobs, 3);
  try {
    await page.getByRole('button', { name: 'Запустить' }).click();
    await expect(page.getByText('25 из 40')).toBeVisible();
    await page.getByRole('button', { name: 'Остановить' }).click();
    await expect(page.getByText('Остановлено')).toBeVisible({ timeout: 15_000 });
  } finally {
    await holdBack(jobs, 0);
  }
  const result = page.getByRole('region', { name: 'Что вышло' });
  await expect(result).toContainText('25 из 40');
  await expect(result.getByRole('listitem')).toHaveText(['обработано: 25']);
  expect(((await account.api('GET', '/api/requests')).body as { items: unknown[] }).items).toHaveLength(25);
});

test('A viewer sees problems and jobs, and starts none', async ({ open }) => {
  const page = await open('viewer', '/problems');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Проблемы');
  await expect(page.getByRole('button', { name: /Обработать|Применить/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Задания' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Задания');
});
