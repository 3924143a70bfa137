import { expect, test } from './browser.ts';
import { deliver, newAccount, newSalon, salonOf } from './target.ts';

const token = 'token-of-the-rose';

test('A new webhook URL takes the place of the old one, which ends at once when that is wanted', async ({ open }) => {
  const account = await newAccount('Смена адреса');
  const salon = await newSalon(account);
  const old = String(salon['webhookUrl']);
  const page = await open('operator', `/salons/${salon.id}?account=${account.id}`);
  const url = page.getByLabel('Webhook url', { exact: true });
  await expect(url).toHaveValue(old);
  await page.getByRole('button', { name: 'Сменить адрес' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Сменить адрес' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Адрес сменён' })).toBeVisible();
  await expect(url).not.toHaveValue(old);
  const second = await url.inputValue();
  const row = (address: string) => page.getByRole('row').filter({ hasText: `…${address.slice(-4)}` });
  await expect(row(second)).toContainText('Действует');
  await expect(row(old)).toContainText('Принимает до');
  expect(await deliver(old, token)).toBe(200);

  await page.getByRole('button', { name: 'Сменить адрес' }).click();
  await dialog.locator('.switch').click();
  await dialog.getByRole('button', { name: 'Сменить адрес' }).click();
  await expect(row(second)).toContainText('Отключён');
  await expect(url).not.toHaveValue(second);
  expect(await deliver(await url.inputValue(), token, { id: 2 })).toBe(200);
});

test('A salon that was deleted is brought back under a new URL', async ({ open }) => {
  const account = await newAccount('Удаление');
  const salon = await newSalon(account);
  const page = await open('operator', `/salons/${salon.id}?account=${account.id}`);
  await page.getByRole('button', { name: 'Удалить салон' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить салон' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Салон «Роза»: салон удалён');
  expect((await account.api('GET', `/api/salons/${salon.id}`)).status).toBe(404);
  await page.getByRole('button', { name: 'Вернуть салон' }).click();
  await expect(page.getByLabel('Логин салона')).toHaveValue('salon_login');
  const restored = await salonOf(account, salon.id);
  expect(restored['isActive']).toBe(false);
  expect(restored['webhookUrl']).not.toBe(salon['webhookUrl']);
  await expect(page.getByLabel('Webhook url', { exact: true })).toHaveValue(String(restored['webhookUrl']));
});

test('Deleted salons stand in a table of their own, from which they are brought back', async ({ open }) => {
  const account = await newAccount('Удалённые');
  await newSalon(account, { salonId: '2002', salonName: 'Салон «Ива»' });
  const { id } = await newSalon(account);
  const list = `/salons?account=${account.id}`;
  const page = await open('operator', list);
  await expect(page.getByRole('link', { name: 'Салон «Роза»' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(1);
  const { version } = await salonOf(account, id);
  expect((await account.api('DELETE', `/api/salons/${id}`, { version })).status).toBe(200);
  await page.reload();
  const deleted = page.getByRole('table', { name: 'Удалённые салоны' });
  await expect(deleted.locator('tbody tr')).toHaveCount(1);
  await expect(deleted.getByRole('rowheader')).toHaveText('Салон «Роза»salon_loginID 2001');
  await expect(deleted.getByRole('time')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Салоны', exact: true }).locator('tbody tr')).toHaveCount(1);
  await deleted.getByRole('button', { name: 'Вернуть Салон «Роза»' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Салон «Роза»');
  expect(await salonOf(account, id)).toMatchObject({ isActive: false });
  await page.goBack();
  await expect(page.getByRole('table', { name: 'Салоны', exact: true }).locator('tbody tr')).toHaveCount(2);
  await expect(deleted).toHaveCount(0);
});
