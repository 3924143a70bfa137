import { expect, test } from './browser.ts';
import { deliver, newAccount, newSalon, salonOf } from './target.ts';

test('A field that is not read is named, and is read by that name', async ({ open }) => {
  const account = await newAccount('Поля');
  const salon = await newSalon(account);
  const url = String(salon['webhookUrl']);
  const token = 'token-of-the-rose';
  await deliver(url, token, { visit_sum_total: '3500.00' });
  await deliver(url, token, { id: 2 });
  const page = await open('operator', `/salons/${salon.id}?account=${account.id}`);
  await page.getByRole('link', { name: 'Поля' }).click();
  const row = (path: string) => page.getByRole('row').filter({ has: page.getByText(path, { exact: true }) });
  await expect(row('data.visit_sum_total')).toContainText('50');
  await expect(row('data.visit_sum_total')).toContainText('не читается');
  await expect(row('data.client.phone')).toContainText('Клиент: телефон');
  await expect(row('data.client.phone')).toContainText('только что');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Изменить поле data.client.phone' }).click();
  await expect(dialog).toContainText('Сейчас читается как «Клиент: телефон».');
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  await page.getByRole('button', { name: 'Назвать поле data.visit_sum_total' }).click();
  await expect(dialog).toContainText('Сейчас это поле не читается.');
  await dialog.getByRole('button', { name: /Что здесь стоит/ }).click();
  await page.keyboard.type('Сумма');
  await page.getByRole('option', { name: /^Сумма/ }).click();
  await dialog.getByRole('button', { name: 'Назвать' }).click();
  await expect(row('data.visit_sum_total')).toContainText('названо вами');
  await page.getByRole('button', { name: 'Сохранить поля' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  expect((await salonOf(account, salon.id))['fieldMap']).toEqual({ 'data.visit_sum_total': 'amount' });

  const { items } = (await account.api('GET', `/api/salons/${salon.id}/fields`)).body as { items: object[] };
  expect(items).toContainEqual(
    expect.objectContaining({ path: 'data.visit_sum_total', known: true, readAs: ['amount'], taught: 'amount' }),
  );
});

test('A name is not lost when somebody else saves the salon meanwhile', async ({ open }) => {
  const account = await newAccount('Поля вдвоём');
  const salon = await newSalon(account);
  await deliver(String(salon['webhookUrl']), 'token-of-the-rose', { loyalty: 'gold' });
  const page = await open('operator', `/salons/${salon.id}/fields?account=${account.id}`);
  await page.getByRole('button', { name: 'Назвать поле data.loyalty' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Что здесь стоит/ }).click();
  await page.getByRole('option', { name: /Ничего: не нужно/ }).click();
  await dialog.getByRole('button', { name: 'Назвать' }).click();
  const theirs = { version: salon['version'], salonName: 'Их название' };
  expect((await account.api('PUT', `/api/salons/${salon.id}`, theirs)).status).toBe(200);
  await page.getByRole('button', { name: 'Сохранить поля' }).click();
  await expect(page.getByRole('alert')).toContainText('Салон за это время сохранил кто-то другой');
  await page.getByRole('button', { name: 'Сохранить поля' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  expect(await salonOf(account, salon.id)).toMatchObject({
    salonName: 'Их название',
    fieldMap: { 'data.loyalty': 'ignore' },
  });
});

test('A viewer sees the fields and names none', async ({ open }) => {
  const page = await open('viewer', '/salons');
  await page.getByRole('link', { name: 'Салон красоты «Мята», Арбат' }).click();
  await page.getByRole('link', { name: 'Поля' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Поля');
  await expect(page.getByRole('button', { name: /^(Назвать|Изменить)/ })).toHaveCount(0);
});
