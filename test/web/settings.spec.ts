import type { Page } from '@playwright/test';
import { expect, openList, test } from './browser.ts';
import { demo, newAccount, newSalon, salonOf } from './target.ts';

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
}

const marker = (page: Page, name: string) => page.getByRole('switch', { name, exact: true });

async function toggle(page: Page, name: string): Promise<void> {
  await page.locator('.switch').filter({ hasText: name }).click();
}

test('Each marker is saved, and read back', async ({ open }) => {
  const markers = {
    Активен: 'isActive',
    'Передача заявок': 'sendRequests',
    'Передача сделок': 'sendDeals',
    'Дефолтная воронка': 'useDefaultPipeline',
  };
  const account = await newAccount('Маркеры');
  const { id } = await newSalon(account);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  for (const [name, field] of Object.entries(markers)) {
    await expect(marker(page, name)).toBeChecked();
    await toggle(page, name);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await expect.poll(async () => (await salonOf(account, id))[field], name).toBe(false);
  }
  await page.reload();
  for (const name of Object.keys(markers)) await expect(marker(page, name)).not.toBeChecked();
});

test('The marker campaign / source changes the list below it, and what is chosen there is saved', async ({ open }) => {
  const account = await newAccount('Источник');
  const { id } = await newSalon(account);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  const list = (name: string) => page.getByRole('button', { name: new RegExp(`${name}$`) });
  await expect(list('Рекламная кампания')).toContainText('Онлайн-запись');
  await expect(list('Источник')).toHaveCount(0);
  await toggle(page, 'Рекламная кампания/источник');
  await expect(list('Рекламная кампания')).toHaveCount(0);
  await list('Источник').click();
  await page.getByRole('option', { name: 'Карты' }).click();
  await list('Сайт').click();
  await page.getByRole('option', { name: 'salon.example.ru' }).click();
  await save(page);
  expect(await salonOf(account, id)).toMatchObject({
    attributeTo: 'source',
    defaultSourceId: '602',
    defaultSiteId: '701',
  });
});

test('«Visitors without a campaign» asks for a site, the list is searched, and what is switched off is not offered', async ({
  open,
}) => {
  const account = await newAccount('Без кампании');
  const { id } = await newSalon(account);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  await openList(page, /Рекламная кампания$/);
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.keyboard.type('без рекл');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.getByRole('option').click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Выберите сайт: без него обращение некуда отнести.')).toBeVisible();
  await openList(page, /Сайт$/);
  await page.getByRole('option', { name: 'salon.example.ru' }).click();
  await save(page);
  expect(await salonOf(account, id)).toMatchObject({ defaultCampaignId: '-1', defaultSiteId: '701' });
});

test('What is wrong with a field stands under it, in either language, and nothing typed is lost', async ({ open }) => {
  const account = await newAccount('Ошибки', []);
  const page = await open('operator', `/salons/new?account=${account.id}`);
  await page.getByLabel('Токен', { exact: true }).fill('••••••••');
  await toggle(page, 'Передача заявок');
  await page.getByRole('button', { name: 'Подключить салон' }).click();
  const russian = [
    'Это маска, а не токен. Вставьте токен целиком или оставьте поле пустым: прежний сохранится.',
    'Укажите ID салона: он показан в Маркетплейсе ПрофСалона.',
    'Укажите логин салона: он показан в Маркетплейсе ПрофСалона.',
    'Нужен компонент «Загрузка оффлайн-заявок из внешней системы». Подключите его или выключите передачу заявок.',
    'Выберите рекламную кампанию для обращений без сессии.',
    'Не сохранено: проверьте отмеченные поля.',
  ];
  for (const sentence of russian) await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByLabel('Токен', { exact: true })).toBeFocused();
  await page.getByRole('radio', { name: 'Eng' }).click();
  const english = [
    'This is a mask, not a token. Paste the whole token, or leave the field empty to keep the old one.',
    'Give the salon ID: the ProfSalon marketplace shows it.',
    'Give the salon login: the ProfSalon marketplace shows it.',
    'This needs the component “Upload of offline requests”. Connect it, or switch the transfer of requests off.',
    'Choose a campaign for requests without a session.',
    'Not saved: check the marked fields.',
  ];
  for (const sentence of english) await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue('••••••••');
  await expect(page).toHaveTitle('Connect a salon — ProfSalon');
});

test('The language that was chosen stays after a reload', async ({ open }) => {
  const page = await open('viewer', '/salons');
  await page.getByRole('radio', { name: 'Eng' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Salons');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Salons');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});

test('What a salon’s own words mean is taught in rows', async ({ open }) => {
  const account = await newAccount('Слова');
  const { id } = await newSalon(account);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  await page.getByRole('button', { name: 'Дополнительно' }).click();
  const stages = page.getByRole('group', { name: 'Типы этапов' });
  await stages.getByRole('button', { name: 'Добавить строку' }).click();
  await stages.getByLabel('Слово из ПрофСалона').fill('Отказ клиента');
  await stages.getByRole('button', { name: /Что значит/ }).click();
  await page.getByRole('option', { name: 'Проиграно' }).click();
  await save(page);
  expect((await salonOf(account, id))['stageTypes']).toEqual({ 'Отказ клиента': 'failed' });
});

test('A save that comes too late shows what was, yours and theirs, and keeps of each field what is chosen', async ({
  open,
}) => {
  const account = await newAccount('Конфликт');
  const { id } = await newSalon(account);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  await page.getByLabel('Название салона').fill('Моё название');
  await page.getByLabel('Логин салона').fill('my_login');
  const theirs = { version: 1, salonName: 'Их название', sendDeals: false, salonId: '2009' };
  expect((await account.api('PUT', `/api/salons/${id}`, theirs)).status).toBe(200);

  await page.getByRole('button', { name: 'Сохранить' }).click();
  const dialog = page.getByRole('dialog', { name: 'Настройки сохранил кто-то другой' });
  const row = (name: string) =>
    dialog.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const { items } = (await account.api('GET', `/api/audit?salon=${id}`)).body as { items: { subject: string }[] };
  await expect(dialog).toContainText(`Сохранил: ${items[0]?.subject}. Сохранено `);
  await expect(dialog.getByRole('columnheader')).toHaveText(['Поле', 'Было', 'У вас', 'Сохранено другим']);
  await expect(row('Название салона').getByRole('cell')).toHaveText(['Салон «Роза»', 'Моё название', 'Их название']);
  await expect(row('Логин салона').getByRole('cell')).toHaveText(['salon_login', 'my_login', 'salon_login']);
  await expect(row('Передача сделок').getByRole('cell')).toHaveText(['включено', 'включено', 'выключено']);
  // Who changed a field alone is taken at their word; where both did, it is mine until I say otherwise.
  await expect(row('Логин салона').getByRole('radio').nth(0)).toBeChecked();
  await expect(row('Передача сделок').getByRole('radio').nth(1)).toBeChecked();
  await row('Название салона').getByRole('radio').nth(1).check();
  await row('ID салона').getByRole('radio').nth(0).check();
  await dialog.getByRole('button', { name: 'Сохранить выбранное' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByLabel('Логин салона')).toHaveValue('my_login');
  expect(await salonOf(account, id)).toMatchObject({
    version: 3,
    salonName: 'Их название',
    salonLogin: 'my_login',
    salonId: '2001',
    sendDeals: false,
  });
});

test('A setting that is wrong today is marked where it stands, until another is chosen', async ({ open }) => {
  const account = await newAccount('Выключенная кампания');
  const { id } = await newSalon(account);
  const items = [
    { id: '501', name: 'Онлайн-запись', status: 'inactive' },
    { id: '502', name: 'Яндекс Директ' },
  ];
  expect((await account.api('PUT', '/api/catalog/campaigns', { version: 1, items })).status).toBe(200);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Заполните настройки' })).toContainText(
    'Одна настройка требует внимания',
  );
  const field = page.locator('.field').filter({ has: page.getByRole('button', { name: /Рекламная кампания$/ }) });
  await expect(field).toContainText('Кампания выключена. Выберите активную.');
  await field.getByRole('button').click();
  await page.getByRole('option', { name: 'Яндекс Директ' }).click();
  await expect(field).not.toContainText('Кампания выключена');
});

test('A new token replaces the old one and is shown nowhere', async ({ open }) => {
  const account = await newAccount('Новый секрет');
  const { id } = await newSalon(account);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  await expect(page.getByText('Сохранён, оканчивается на rose.')).toBeVisible();
  await page.getByLabel('Токен', { exact: true }).fill('a-token-that-is-new');
  await save(page);
  await expect(page.getByText('Сохранён, оканчивается на -new.')).toBeVisible();
  await expect(page.getByLabel('Токен', { exact: true })).toHaveValue('');
  expect(await page.content()).not.toContain('a-token-that-is-new');
});

test('A viewer reads the settings and changes nothing', async ({ open }) => {
  const page = await open('viewer', '/salons');
  await expect(page.getByRole('link', { name: 'Подключить салон' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Участники' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Салон красоты «Мята», Арбат' }).click();
  await expect(page.getByRole('note')).toHaveText('Вы смотрите настройки без права их менять.');
  await expect(page.getByLabel('Логин салона')).toHaveAttribute('readonly');
  await expect(marker(page, 'Активен')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Сохранить' })).toHaveCount(0);
  await page.goto(`${demo.url}/members`);
  await expect(page.getByText('Участников видят администраторы кабинета.')).toBeVisible();
});

test('An operator chooses the account, and every link keeps it', async ({ open }) => {
  const account = await newAccount('Кабинет «Север»');
  const page = await open('operator', '/');
  // The list is opened before it has come.
  await page.route(/\/api\/accounts$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Выберите кабинет');
  await page.getByRole('button', { name: /Кабинет$/ }).click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('Север');
  await page.getByRole('option', { name: 'Кабинет «Север»' }).click();
  await expect(page).toHaveURL(`${demo.url}/salons?account=${account.id}`);
  await expect(page.getByRole('link', { name: 'Каталог' })).toHaveAttribute('href', `/catalog?account=${account.id}`);
  await page.getByRole('link', { name: 'Каталог' }).click();
  await expect(page).toHaveURL(`${demo.url}/catalog/campaigns?account=${account.id}`);
});

test('A salon of another account is not found, like one that was made up', async ({ open }) => {
  const { id } = await newSalon(await newAccount('Чужой'));
  const page = await open('admin', `/salons/${id}`);
  const said = await page.getByRole('alert').textContent();
  expect(said).toContain('Не найдено');
  await page.goto(`${demo.url}/salons/none`);
  await expect(page.getByRole('alert')).toHaveText(said ?? '');
});
