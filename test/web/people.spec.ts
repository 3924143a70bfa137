import { expect, test } from './browser.ts';
import { deliver, demo, newAccount, newSalon } from './target.ts';

const token = 'token-of-the-rose';

test('Contacts stand by when they were first spoken of; one has a page of its own, from which it is erased', async ({
  open,
}) => {
  test.setTimeout(60_000);
  const account = await newAccount('Контакты');
  const salon = await newSalon(account);
  const url = String(salon['webhookUrl']);
  await deliver(url, token, { id: 11, client: { name: 'Вера', phone: '+79160000011' } });
  await deliver(url, token, { id: 12, client: { name: 'Борис', phone: '+79160000012', email: 'boris@example.ru' } });
  const listed = async () => ((await account.api('GET', '/api/contacts')).body as { items: unknown[] }).items.length;
  await expect.poll(listed).toBe(2);
  const page = await open('operator', `/contacts?account=${account.id}`);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('Борис')).toContainText('boris@example.ru');
  await expect(row('Борис')).toContainText('+79160000012');
  await expect(row('Вера')).toContainText('Салон «Роза»');
  await page.getByRole('link', { name: 'Вера' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Вера');
  expect(page.url()).not.toContain('79160000011');
  await expect(
    page.getByRole('listitem').filter({ has: page.getByRole('link', { name: '11', exact: true }) }),
  ).toContainText('+79160000011');
  await expect(page.getByRole('link', { name: '12', exact: true })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Что и когда пришло' }).getByRole('listitem')).toHaveCount(1);

  await page.getByRole('button', { name: 'Стереть личные данные' }).click();
  const dialog = page.getByRole('dialog', { name: 'Стереть личные данные контакта?' });
  await dialog.getByRole('button', { name: 'Создать задание' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Стирание личных данных');
  await page.getByRole('button', { name: 'Запустить' }).click();
  await expect(page.getByText('Готово', { exact: true })).toBeVisible({ timeout: 20_000 });
  const { items } = (await account.api('GET', '/api/requests')).body as { items: Record<string, unknown>[] };
  expect(items.find(({ extId }) => extId === '11')).not.toHaveProperty('phone');
  await expect.poll(listed).toBe(1);
  await page.getByRole('link', { name: 'Контакты' }).click();
  await expect(row('Борис')).toBeVisible();
  await expect(row('Вера')).toHaveCount(0);
});

test('A viewer sees persons masked until they ask for them, and that stays in the history', async ({ open }) => {
  await deliver(demo.salon.webhookUrl, demo.salon.token, {
    id: 'for-viewers',
    salon_id: demo.salon.salonId,
    client: { name: 'Людмила', phone: '+79165550001' },
  });
  const page = await open('viewer', '/contacts');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('row').filter({ hasText: 'Л•••' })).toContainText('+7916•••01', { timeout: 1000 });
  }).toPass();
  await expect(page.getByText('Людмила')).toHaveCount(0);
  await page.getByRole('button', { name: 'Показать имена и телефоны' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Людмила' })).toContainText('+79165550001');

  const empty = await open('viewer', '/salons');
  await empty.route('**/api/contacts?**', (route) => route.fulfill({ json: { items: [] } }));
  await empty.getByRole('link', { name: 'Контакты' }).click();
  await expect(empty.getByText('Контактов нет')).toBeVisible();
  await expect(empty.getByRole('button', { name: 'Показать имена и телефоны' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Где запись?' }).click();
  await page.getByLabel('Что ищем').fill('for-viewers');
  await page.getByRole('button', { name: 'Найти' }).click();
  await expect(page.getByText('Л•••, +7916•••01')).toBeVisible();
  await page.getByRole('button', { name: 'Показать имена и телефоны' }).click();
  await expect(page.getByText('Людмила, +79165550001')).toBeVisible();
  await page
    .getByRole('link', { name: /^Запись/ })
    .first()
    .click();
  const sent = page.getByRole('region', { name: 'Что было прислано' });
  await sent.getByRole('button', { name: 'Показать имена и телефоны' }).click();
  await sent.getByRole('button', { name: 'Показать присланное' }).click();
  await expect(sent).toContainText('+79165550001');

  const admin = await open('admin', '/audit');
  const shown = admin.getByRole('row').filter({ hasText: 'Показаны имена и телефоны' });
  await expect(shown).toHaveCount(3);
  await expect(shown.last()).toContainText('GET /api/contacts');
});

test('The history of actions says who did what; a viewer is told who sees it', async ({ open }) => {
  const account = await newAccount('История');
  const salon = await newSalon(account);
  const stageTypes = { Думает: 'in_process' };
  const change = { version: 1, sendDeals: false, token: 'another-token-here', stageTypes };
  expect((await account.api('PUT', `/api/salons/${salon.id}`, change)).status).toBe(200);
  const asked = { what: 'replay', salon: salon.id, filter: { status: 'ignored', reason: 'deals_disabled' } };
  const { id } = (await account.api('POST', '/api/jobs', asked)).body as { id: string };
  await expect.poll(async () => (await account.api('POST', `/api/jobs/${id}/start`, {})).status).toBe(200);
  const page = await open('operator', `/audit?account=${account.id}`);
  const row = page.getByRole('row').filter({ hasText: 'Настройки салона сохранены' });
  await expect(row).toContainText('Салон «Роза»');
  await expect(row).toContainText('Передача сделок: да → нет');
  await expect(row).toContainText('Типы этапов: пусто → «Думает» — В работе');
  await expect(row).toContainText('Токен: …rose → …here');
  // A date is never broken in two.
  expect(await row.getByRole('time').textContent()).toMatch(/^\d+\u00a0\S+\u00a0\d{4}\u00a0г\., /);
  const job = page.getByRole('row').filter({ hasText: 'Задание запущено' });
  await expect(job).toContainText('Отбор: Состояние: Пропущено, Причина: Передача сделок выключена');
  await expect(row).toContainText('demo-operator');
  await expect(row).not.toContainText('another-token-here');
  const connected = page.getByRole('row').filter({ hasText: 'Салон подключён' });
  await expect(connected.getByText(/^и ещё/).locator('.icon')).toBeVisible();
  const created = page.getByRole('row').filter({ hasText: 'Кабинет создан' });
  await expect(created).toContainText('Компоненты: Загрузка оффлайн-заявок, сквозная аналитика');
  await expect(created).toContainText('Название: История');
  await expect(page.getByRole('row').filter({ hasText: 'кампании' })).toContainText('Строк в списке: 0 → 4');
  await page.getByRole('button', { name: /Что$/ }).click();
  await page.getByRole('option', { name: 'Каталог сохранён' }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('row').filter({ hasText: 'Каталог сохранён' })).toHaveCount(3);
  const viewer = await open('viewer', '/audit');
  await expect(viewer.getByText('Историю действий видят администраторы кабинета.')).toBeVisible();
});

test('An operator creates an account, changes it and goes into it', async ({ open }) => {
  const page = await open('operator', '/');
  await page.getByRole('button', { name: 'Создать кабинет' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Создать кабинет' }).click();
  await expect(dialog.getByText('Заполните это поле.')).toBeVisible();
  const components = dialog.getByRole('group', { name: 'Компоненты, подключённые в CoMagic' });
  await expect(components).toContainText('Без неё не передаются заявки.');
  await dialog.getByLabel('Название').fill('Кабинет «Юг»');
  await dialog.getByRole('button', { name: 'Создать кабинет' }).click();
  await expect(dialog).toHaveCount(0);
  const row = page.getByRole('row').filter({ hasText: 'Кабинет «Юг»' });
  await expect(row).toContainText('Загрузка оффлайн-заявок, сквозная аналитика');
  await expect(row).toContainText('скрыты от наблюдателей');
  await row.getByRole('button', { name: 'Изменить «Кабинет „Юг“»' }).click();
  await dialog.locator('.switch').filter({ hasText: 'Скрывать имена' }).click();
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(row).not.toContainText('скрыты');
  await row.getByRole('link', { name: 'Кабинет «Юг»' }).click();
  await expect(page.getByText('Салонов пока нет')).toBeVisible();
  await page.getByRole('link', { name: 'Кабинеты' }).click();
  await expect(row).toContainText('вы здесь');
});

test('Managers are those whom deals have named', async ({ open }) => {
  const account = await newAccount('Менеджеры');
  const salon = await newSalon(account);
  const data = { id: 77, salon_id: '2001', name: 'Сделка', manager: { id: '5', name: 'Ольга' }, stage: 'Новая' };
  const response = await fetch(String(salon['webhookUrl']), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ event: 'deal.created', salon_id: '2001', data }),
  });
  expect(response.status).toBe(200);
  await expect
    .poll(async () => ((await account.api('GET', '/api/managers')).body as { items: unknown[] }).items.length)
    .toBe(1);
  const page = await open('operator', `/managers?account=${account.id}`);
  const row = page.getByRole('row').filter({ hasText: 'Ольга' });
  await expect(row).toContainText('Салон «Роза»');
  await expect(row.getByText('5', { exact: true })).toBeVisible();
});
