import { expect, test } from './browser.ts';
import { withIgnored } from './ignored.ts';
import { holdBack } from './queues.ts';
import { demo, newAccount } from './target.ts';

test('A job is stopped while it runs: what it has done stays, and is counted', async ({ open }) => {
  test.setTimeout(60_000);
  const jobs = [demo.queues.bookings.replace('bookings', 'jobs')];
  const account = await newAccount('Остановка на ходу');
  const salon = await withIgnored(account, 40);
  const { body } = await account.api('POST', '/api/jobs', { what: 'replay', salon });
  const page = await open('operator', `/jobs/${(body as { id: string }).id}?account=${account.id}`);
  await page.getByRole('button', { name: 'Запустить' }).waitFor();
  // Each of its steps is a message of 25 lines.
  await holdBack(jobs, 6);
  try {
    await page.getByRole('button', { name: 'Запустить' }).click();
    await expect(page.getByText('25 из 40')).toBeVisible({ timeout: 15_000 });
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
