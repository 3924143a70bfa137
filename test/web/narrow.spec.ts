import type { Locator, Page } from '@playwright/test';
import { expect, test } from './browser.ts';
import { newAccount, newSalon } from './target.ts';
import { listed, tell } from './told.ts';

const phone = { width: 360, height: 800 };

const styleOf = (element: Locator, name: string, pseudo?: string) =>
  element.evaluate((node, [wanted, of]) => getComputedStyle(node, of).getPropertyValue(wanted), [
    name,
    pseudo,
  ] as const);
const boxOf = async (element: Locator) => (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
const endOf = async (element: Locator) => {
  const { x, width } = await boxOf(element);
  return x + width;
};

async function onPhone(page: Page): Promise<Page> {
  await page.setViewportSize(phone);
  return page;
}

test('A list shows on a phone when and how far each record is, and that there is more at its side', async ({
  open,
}) => {
  const account = await newAccount('Узкие списки');
  const salon = await newSalon(account, { sendDeals: false });
  const dealing = await newSalon(account, { salonId: '2002', sendRequests: false });
  await tell(salon, 'record.created', { id: 1, client: { name: 'Анна' }, source: 'widget', status: 'cancelled' });
  await tell(dealing, 'deal.created', { id: 11, stage: { name: 'Думает' } });
  await listed(account, '/api/requests', 1);
  await listed(account, '/api/deals', 1);
  const page = await onPhone(await open('operator', `/deals?account=${account.id}`));
  const list = page.getByRole('region', { name: 'Сделки' });
  await expect(list.getByRole('columnheader').nth(1)).toHaveText('Этап');
  await expect(list.getByRole('columnheader').nth(2)).toHaveText('Название');
  await expect(list.getByRole('cell').nth(1)).toHaveText('—');
  expect(await endOf(list.getByText('Думает'))).toBeLessThan(await endOf(list));
  await expect(list.getByRole('time')).toHaveText(/^\d\d\.\d\d, \d\d:\d\d$/);
  await expect(list.getByRole('time')).toHaveAttribute('title', /20\d\d/);
  expect(await styleOf(list, 'background-attachment')).toMatch(/^local, scroll/);
  await page.getByRole('button', { name: 'Меню' }).click();
  await page.getByRole('link', { name: 'Заявки' }).click();
  await expect(page.getByRole('columnheader').nth(1)).toHaveText('Статус');
  await page.setViewportSize({ width: 1200, height: 800 });
  await expect(page.getByRole('columnheader').nth(1)).toHaveText('Имя');
  await expect(page.getByRole('row').getByRole('time')).toHaveText(/\.20\d\d, /);
});

test('A list of the catalog marks on a phone what is wrong, and looks edited only where it can be', async ({
  open,
}) => {
  const account = await newAccount('Узкий каталог');
  const page = await onPhone(await open('operator', `/catalog/sites?account=${account.id}`));
  await page.getByRole('button', { name: 'Добавить строку' }).click();
  await page.getByRole('button', { name: 'Сохранить список' }).click();
  const added = page.getByRole('row').last();
  const fault = added.getByText('Заполните это поле.').first();
  const colour = await styleOf(fault, 'color');
  expect(await styleOf(added.getByRole('textbox').last(), 'border-top-color')).toBe(colour);
  const trash = await boxOf(added.getByRole('button', { name: /^Удалить/ }));
  const state = await boxOf(added.getByRole('button', { name: /Состояние/ }));
  expect(Math.abs(trash.y - state.y)).toBeLessThanOrEqual(1);
  const viewer = await onPhone(await open('viewer', '/catalog/sites'));
  const shown = viewer.getByRole('row').last().getByRole('textbox').first();
  expect(await styleOf(shown, 'border-top-color')).toBe('rgba(0, 0, 0, 0)');
});

test('What is unsaved stands above what can be done, and why a save failed stands with them', async ({ open }) => {
  const account = await newAccount('Узкая панель');
  const salon = await newSalon(account);
  const page = await onPhone(await open('operator', `/salons/${salon.id}?account=${account.id}`));
  await page.getByLabel('Логин салона').fill('another_login');
  const bar = page.locator('.save-bar');
  const [reset, preview, save] = await Promise.all(
    ['Сбросить', 'Что изменится', 'Сохранить'].map((name) => boxOf(bar.getByRole('button', { name, exact: true }))),
  );
  const above = await boxOf(bar.getByText('Не сохранено'));
  expect(above.y + above.height).toBeLessThan(save?.y ?? 0);
  expect((reset?.y ?? 0) + (reset?.height ?? 0)).toBeLessThanOrEqual(save?.y ?? 0);
  expect(preview?.y).toBe(save?.y);
  await page.route(`**/api/salons/${salon.id}`, (route) =>
    route.request().method() === 'PUT' ? route.fulfill({ status: 500, json: {} }) : route.continue(),
  );
  await bar.getByRole('button', { name: 'Сохранить' }).click();
  await expect(bar.getByRole('alert')).toBeVisible();
  const field = page.getByLabel('Название салона');
  await field.evaluate((node) => {
    window.scrollBy(0, node.getBoundingClientRect().bottom - window.innerHeight + 10);
  });
  await field.focus();
  const { y, height } = await boxOf(field);
  expect(y + height).toBeLessThanOrEqual((await boxOf(bar)).y);
});

test('Rows of small tables say on a phone what stands in them', async ({ open }) => {
  const account = await newAccount('Узкие таблицы');
  const salon = await newSalon(account);
  const { status } = await account.api('POST', `/api/salons/${salon.id}/rotate-hook`, { version: salon['version'] });
  expect(status).toBe(200);
  const page = await onPhone(await open('operator', `/salons/${salon.id}?account=${account.id}`));
  await expect(page.getByRole('heading', { name: 'Адреса салона' })).toBeVisible();
  const hook = page.getByRole('table', { name: 'Адреса салона' }).locator('tbody tr').first();
  expect(await styleOf(hook.getByRole('rowheader'), 'content', '::before')).toBe('"Оканчивается на "');
  expect(await styleOf(hook.getByRole('cell').last(), 'content', '::before')).toBe('"Состояние"');
  await page.goto(new URL(`/salons/${salon.id}/import?account=${account.id}`, page.url()).href);
  const buffer = Buffer.from('ID;Создано\r\n4;завтра');
  await page.getByLabel('Таблица (CSV)').setInputFiles({ name: 'b.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Проверить' }).click();
  const refused = page.getByRole('table', { name: 'С ошибками' }).getByRole('rowheader');
  await expect(refused).toHaveText('2');
  expect(await styleOf(refused, 'content', '::before')).toBe('"Строка "');
});

test('The menu of a phone is closed by a button of its own, and its sections stand in three groups', async ({
  open,
}) => {
  const page = await onPhone(await open('operator', '/salons?account=demo'));
  await page.getByRole('button', { name: 'Меню' }).click();
  const menu = page.getByRole('dialog', { name: 'Меню' });
  await expect(menu.locator('.nav-group')).toHaveCount(3);
  await menu.getByRole('button', { name: 'Закрыть' }).click();
  await expect(menu).toHaveCount(0);
});
