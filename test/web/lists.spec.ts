import { expect, test } from './browser.ts';
import { newAccount } from './target.ts';

test('A list of the catalog is edited and saved as a whole', async ({ open }) => {
  const account = await newAccount('Каталог');
  const page = await open('operator', `/catalog/campaigns?account=${account.id}`);
  await page.getByRole('textbox', { name: 'Название, Яндекс Директ' }).fill('Директ: лето');
  await page.getByRole('button', { name: 'Удалить «Прошлая зима»' }).click();
  await page.getByRole('button', { name: 'Добавить строку' }).click();
  const added = page.getByRole('row').last();
  await added.getByRole('textbox').nth(0).fill('504');
  await added.getByRole('textbox').nth(1).fill('VK Реклама');
  await page.getByRole('button', { name: 'Сохранить список' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  expect((await account.api('GET', '/api/catalog/campaigns')).body).toEqual({
    version: 2,
    isManaged: false,
    items: [
      { id: '-1', name: 'Посетители без рекламной кампании', status: 'active' },
      { id: '501', name: 'Онлайн-запись', status: 'active' },
      { id: '502', name: 'Директ: лето', status: 'active' },
      { id: '504', name: 'VK Реклама', status: 'active' },
    ],
  });
});

test('What is wrong with a row stands in it: an ID of letters, and one that the list has already', async ({ open }) => {
  const account = await newAccount('Ошибки каталога');
  const page = await open('operator', `/catalog/sites?account=${account.id}`);
  await page.getByRole('button', { name: 'Добавить строку' }).click();
  const added = page.getByRole('row').last();
  await added.getByRole('textbox').nth(0).fill('701');
  await expect(added).toContainText('Такой ID уже есть в списке.');
  await added.getByRole('textbox').nth(0).fill('702');
  await page.getByRole('button', { name: 'Сохранить список' }).click();
  await expect(added).toContainText('Заполните это поле.');
  await added.getByRole('textbox').nth(0).fill('abc');
  await added.getByRole('textbox').nth(1).fill('new.example.ru');
  await page.getByRole('button', { name: 'Сохранить список' }).click();
  await expect(added).toContainText('Недопустимые символы.');
});

test('A list that somebody else has saved meanwhile is saved with the changes of both', async ({ open }) => {
  const account = await newAccount('Оба');
  const page = await open('operator', `/catalog/sources?account=${account.id}`);
  await page.getByRole('textbox', { name: 'Название, Карты' }).fill('Яндекс Карты');
  const theirs = [
    { id: '601', name: 'Виджет на сайте' },
    { id: '602', name: 'Карты' },
    { id: '603', name: '2ГИС' },
  ];
  await account.api('PUT', '/api/catalog/sources', { version: 1, items: theirs });
  await page.getByRole('button', { name: 'Сохранить список' }).click();
  await expect(page.getByRole('note')).toContainText('Список за это время сохранил кто-то другой.');
  await page.getByRole('button', { name: 'Сохранить список' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  expect((await account.api('GET', '/api/catalog/sources')).body).toEqual({
    version: 3,
    isManaged: false,
    items: [
      { id: '601', name: 'Виджет на сайте', state: 'active' },
      { id: '602', name: 'Яндекс Карты', state: 'active' },
      { id: '603', name: '2ГИС', state: 'active' },
    ],
  });
});

test('A member is added, given another role, and removed', async ({ open }) => {
  const account = await newAccount('Участники');
  const subject = `person-${account.id}`;
  const page = await open('operator', `/members?account=${account.id}`);
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(page.getByText('Заполните это поле.')).toBeVisible();
  await page.getByLabel('ID пользователя').fill(subject);
  await page.getByLabel('Почта').fill('не почта');
  await page.getByRole('button', { name: 'Добавить' }).click();
  await expect(page.getByText('Это не похоже на адрес почты.')).toBeVisible();
  await page.getByLabel('Почта').fill('anna@example.com');
  await page.getByRole('button', { name: 'Добавить' }).click();
  const row = page.getByRole('row').filter({ hasText: subject });
  await expect(row).toContainText('anna@example.com');
  await row.getByRole('button', { name: /^Роль|Наблюдатель/ }).click();
  await page.getByRole('option', { name: /Администратор/ }).click();
  await expect
    .poll(async () => (await account.api('GET', '/api/members')).body)
    .toMatchObject({
      items: [{ subject, role: 'admin', email: 'anna@example.com' }],
    });
  await row.getByRole('button', { name: 'Удалить: anna@example.com' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
  await expect(row).toHaveCount(0);
  expect((await account.api('GET', '/api/members')).body).toEqual({ items: [] });
});
