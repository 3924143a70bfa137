import type { Page } from '@playwright/test';
import { expect, soon, test } from './browser.ts';
import { demo, newAccount, newSalon, type Account } from './target.ts';
import { tell } from './told.ts';

/** Keys that the stand-in of CoMagic takes beside the demo's. */
async function admitKeys(...keys: string[]): Promise<void> {
  const all = [demo.comagic.accessKey, ...keys].map((key) => [key, 'valid'] as const);
  const body = JSON.stringify({ keys: Object.fromEntries(all) });
  expect((await fetch(demo.comagic.url, { method: 'PUT', body })).status).toBe(204);
}

interface Connection {
  version: number;
  isOn: boolean;
  keySet: boolean;
  startDate?: string;
}

async function connectionOf({ api }: Account): Promise<Connection> {
  return (await api('GET', '/api/connection')).body as Connection;
}

/** Connects an account as the page would. */
async function connect(account: Account, accessKey: string): Promise<void> {
  const { version } = await connectionOf(account);
  const { status } = await account.api('PUT', '/api/connection', { version, accessKey, isOn: true });
  expect(status).toBe(200);
}

/** For what is asked anew until it holds. */
const briefly = { timeout: 500 };

const save = (page: Page) => page.getByRole('button', { name: 'Сохранить', exact: true }).click();

test('A key is saved and never shown again, and a check says in words what CoMagic answers', async ({ open }) => {
  test.setTimeout(60_000);
  const key = 'key-of-the-first-account-1234';
  const account = await newAccount('Подключение');
  await admitKeys();
  const page = await open('operator', `/connection?account=${account.id}`);
  await expect(page.getByText('Сначала сохраните ключ доступа.')).toBeVisible();
  await page.locator('.switch').filter({ hasText: 'Передавать в наш кабинет' }).click();
  await save(page);
  await expect(page.getByText('Без ключа доступа передачу не включить.')).toBeVisible();

  await page.getByLabel('Ключ доступа Data API').fill(key);
  await save(page);
  await expect(page.getByText('Сохранён ключ на …1234.')).toBeVisible();
  await expect(page.getByText('Работает', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Ключ доступа Data API')).toHaveValue('');
  await expect(page.getByText('Сохранён ключ на …1234.')).toBeVisible();
  expect(await page.content()).not.toContain(key);
  expect(JSON.stringify((await account.api('GET', '/api/connection')).body)).not.toContain(key);

  const check = page.getByRole('region', { name: 'Проверка' });
  await check.getByRole('button', { name: 'Проверить' }).click();
  await soon(page, () => expect(check).toContainText('Ключ доступа не подошёл.', briefly));
  await expect(check).toContainText('Добавьте его в список разрешённых для ключа: 127.0.0.1');
  await expect(check).toContainText('вставьте ключ заново');
  await admitKeys(key);
  await check.getByRole('button', { name: 'Проверить' }).click();
  await soon(page, () => expect(check.getByText('в порядке')).toHaveCount(4, briefly));
  await expect(check).toContainText('Europe/Moscow');
  await expect(check).toContainText(/\d из 3\s500/);
  const lists = page.getByRole('region', { name: 'Каталог' });
  await soon(page, () => expect(lists.getByText('из CoMagic')).toHaveCount(3, briefly));
  await lists.getByRole('link', { name: 'Рекламные кампании' }).click();
  await expect(page.getByRole('note')).toContainText('Этот список заполняет CoMagic');
  await expect(page.getByRole('textbox', { name: 'Название, Яндекс Директ: маникюр' })).toHaveAttribute('readonly');
  await expect(page.getByRole('button', { name: 'Добавить строку' })).toHaveCount(0);
  const history = await open('operator', `/audit?account=${account.id}`);
  const line = history.getByRole('row').filter({ hasText: 'Изменено подключение к CoMagic' });
  await expect(line).toContainText('Ключ доступа: …1234');
  await expect(line).not.toContainText(key);
});

test('A key is deleted when that was confirmed, and nothing is sent any more', async ({ open }) => {
  const account = await newAccount('Без ключа');
  await connect(account, 'key-of-an-account-that-leaves-5678');
  const page = await open('operator', `/connection?account=${account.id}`);
  const sending = page.getByRole('switch', { name: 'Передавать в наш кабинет' });
  await expect(sending).toBeChecked();
  const remove = page.getByRole('button', { name: 'Удалить ключ' });
  await remove.click();
  const dialog = page.getByRole('dialog', { name: 'Удалить ключ доступа?' });
  await expect(dialog).toContainText('передача выключена');
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  expect(await connectionOf(account)).toMatchObject({ isOn: true, keySet: true });

  await remove.click();
  await dialog.getByRole('button', { name: 'Удалить ключ' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Сначала сохраните ключ доступа.')).toBeVisible();
  await expect(sending).not.toBeChecked();
  await expect(remove).toHaveCount(0);
  expect(await connectionOf(account)).toMatchObject({ isOn: false, keySet: false });
});

test('A deal arrives in CoMagic, and its panel says so', async ({ open }) => {
  test.setTimeout(60_000);
  const account = await newAccount('Доставка');
  const salon = await newSalon(account);
  await admitKeys('key-of-the-second-account');
  await connect(account, 'key-of-the-second-account');
  const page = await open('operator', `/connection?account=${account.id}`);
  await tell(salon, 'deal.created', { id: 31, name: 'Стрижка и укладка', amount: '2000' });
  await expect.poll(async () => (await account.api('GET', `/api/deals/${salon.id}.d.31`)).status).toBe(200);
  await page.getByRole('button', { name: 'Отправить сейчас' }).click();
  await expect(page.getByText('Отправка запрошена.')).toBeVisible();
  const panel = await open('operator', `/deals/${salon.id}.d.31?account=${account.id}`);
  const part = panel.getByRole('region', { name: 'В CoMagic' });
  await soon(panel, () => expect(part.getByText('Отправлено', { exact: true })).toBeVisible(briefly));
  expect(await (await fetch(demo.comagic.url)).text()).toContain('Стрижка и укладка');
  const link = panel.getByRole('region', { name: 'С чем связал CoMagic' });
  await expect(link).toContainText('CoMagic ещё не спрашивали.');
  await link.getByRole('button', { name: 'Спросить CoMagic' }).click();
  await expect(link).toContainText('ни с каким обращением не связана', { timeout: 20_000 });
  await soon(page, () => expect(page.getByText('Очередь просмотрена')).toBeVisible(briefly));
  // The request that stands for the deal waits for its session.
  await expect(page.getByText('1 заявка', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Ход задания' }).click();
  await expect(page.getByText('Ждут отправки в CoMagic: 1. При нынешних лимитах это меньше суток.')).toBeVisible();
});

test('A request waits until its session may no longer come, and its panel says until when', async ({ open }) => {
  const account = await newAccount('Ожидание');
  const salon = await newSalon(account);
  await admitKeys('key-of-the-third-account');
  await connect(account, 'key-of-the-third-account');
  const client = { name: 'Анна', phone: '+79161234567' };
  await tell(salon, 'record.created', { id: 41, source: 'widget', client });
  await expect.poll(async () => (await account.api('GET', `/api/requests/${salon.id}.b.41`)).status).toBe(200);
  const page = await open('operator', `/requests/${salon.id}.b.41?account=${account.id}`);
  const part = page.getByRole('region', { name: 'В CoMagic' });
  await expect(part).toContainText('Ждёт отправки');
  await expect(part).toContainText('Будет отправлено не раньше');
});

test('A record that CoMagic refuses is listed with the reason in words, and leads to itself', async ({ open }) => {
  test.setTimeout(60_000);
  const account = await newAccount('Отказы');
  const salon = await newSalon(account);
  await admitKeys('key-of-the-fourth-account');
  await connect(account, 'key-of-the-fourth-account');
  // A number of Saint Helena: shorter than the stand-in takes any.
  await tell(salon, 'deal.created', { id: 51, client: { id: 9, name: 'Вера', phone: '+29051234' } });
  await expect.poll(async () => (await account.api('GET', `/api/deals/${salon.id}.d.51`)).status).toBe(200);
  await account.api('POST', '/api/connection/load');
  const page = await open('operator', `/connection?account=${account.id}`);
  const row = page.getByRole('table', { name: 'Не принято в CoMagic' }).getByRole('row').filter({ hasText: 'Контакт' });
  await soon(page, () => expect(row).toContainText('Значение поля не подходит.', briefly));
  await expect(row).toContainText('Исправьте его в ПрофСалоне');
  await expect(row).toContainText('Поле: телефоны');
  await expect(row).toContainText('Салон «Роза»');
  // What waits is seen as long as nothing is taken.
  await admitKeys();
  await row.getByRole('button', { name: 'Отправить снова: Контакт' }).click();
  await expect(row).toContainText('Отмечено для отправки');
  await soon(page, () => expect(row).toContainText('ждёт повторной отправки', briefly));
  await row.getByRole('link', { name: 'Контакт 9' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Вера');
});

test('A request whose session CoMagic does not have says so', async ({ open }) => {
  const account = await newAccount('Чужая сессия');
  const page = await open('operator', `/salons?account=${account.id}`);
  const refused = { kind: 'request', id: 'rose.b.7', salon: 'rose', state: 'refused', at: '2026-03-14T09:00:00.000Z' };
  const why = { mnemonic: 'entity_not_found', field: 'offline_messages.visitor_session_id' };
  await page.route(/\/api\/refused/, (route) => route.fulfill({ json: { items: [{ ...refused, ...why }] } }));
  await page.getByRole('link', { name: 'CoMagic' }).click();
  const row = page
    .getByRole('table', { name: 'Не принято в CoMagic' })
    .getByRole('row')
    .filter({ hasText: 'Заявка 7' });
  await expect(row).toContainText('CoMagic не знает сессию посетителя, которую назвал ПрофСалон.');
  await expect(row).toContainText('Поле: сессия');
});

test('An account that CoMagic lets in no more is stopped, and the page says why and what to do', async ({ open }) => {
  test.setTimeout(60_000);
  const account = await newAccount('Остановка');
  await connect(account, 'key-that-is-not-admitted');
  const salon = await newSalon(account);
  await tell(salon, 'deal.created', { id: 61, name: 'Сделка' });
  await expect
    .poll(async () => ((await account.api('GET', '/api/deals')).body as { items: unknown[] }).items.length)
    .toBe(1);
  await account.api('POST', '/api/connection/load');
  const page = await open('operator', `/connection?account=${account.id}`);
  const state = page.getByRole('region', { name: 'Состояние' });
  await soon(page, () => expect(state.getByText('Остановлено', { exact: true })).toBeVisible(briefly));
  await expect(state).toContainText('Ключ доступа не подошёл.');
  await expect(state).toContainText('Следующая попытка');
  await expect(state).toContainText('1 сделка');

  const ofSalon = await open('operator', `/salons/${salon.id}?account=${account.id}`);
  const lag = ofSalon.getByRole('region', { name: 'Передача в CoMagic' });
  await expect(lag).toContainText('Остановлено');
  await expect(lag).toContainText('Ключ доступа не подошёл.');
  await expect(lag).toContainText('Самое давнее ждёт отправки с');

  const panel = await open('operator', `/deals/${salon.id}.d.61?account=${account.id}`);
  const delivery = panel.getByRole('region', { name: 'В CoMagic' });
  await expect(delivery).toContainText('Ждёт отправки');
  await admitKeys('key-that-is-not-admitted');
  await state.getByRole('button', { name: 'Отправить сейчас' }).click();
  await soon(page, () => expect(state.getByText('Работает', { exact: true })).toBeVisible(briefly));
  await soon(page, () => expect(state).not.toContainText('1 сделка', briefly));
  await soon(panel, () => expect(delivery.getByText('Отправлено', { exact: true })).toBeVisible(briefly));
});

test('What an erasure could not erase in CoMagic is listed for people to erase', async ({ open }) => {
  const account = await newAccount('Стирание');
  const phone = '+79161230071';
  const asked = await account.api('POST', '/api/jobs', { what: 'erase', phone, again: phone });
  const { id } = asked.body as { id: string };
  const page = await open('operator', `/jobs?account=${account.id}`);
  // The stand-in cannot be asked from here to refuse a deletion: what is answered then is added to the answer.
  await page.route(`**/api/jobs/${id}`, async (route) => {
    const response = await route.fetch();
    const byHand = [
      { kind: 'request', id: 'rose.b.1', mnemonic: 'dependency_error', field: 'id', remoteId: 99000017 },
      { kind: 'contact', id: 'rose.c.7', mnemonic: 'off' },
    ];
    await route.fulfill({ response, json: { ...((await response.json()) as object), byHand } });
  });
  await page.getByRole('link', { name: 'Стирание личных данных' }).click();
  const left = page.getByRole('region', { name: 'Осталось стереть в CoMagic вручную' }).getByRole('listitem');
  await expect(left.first()).toContainText('Заявка rose.b.1');
  await expect(left.first()).toContainText('ID в CoMagic: 99000017');
  await expect(left.first()).toContainText('с этим связано другое');
  await expect(left.last()).toContainText('Контакт rose.c.7');
  await expect(left.last()).toContainText('Передача в CoMagic выключена');
});

test('Of a save that came too late nothing is lost, and only what others changed is asked about', async ({ open }) => {
  const account = await newAccount('Одновременно');
  const page = await open('operator', `/connection?account=${account.id}`);
  await page.getByLabel('Передавать с даты').fill('2026-01-02');
  const { version } = await connectionOf(account);
  const theirs = { version, startDate: '2026-01-03', apiHost: 'uiscom' };
  expect((await account.api('PUT', '/api/connection', theirs)).status).toBe(200);
  await save(page);
  const dialog = page.getByRole('dialog', { name: 'Настройки сохранил кто-то другой' });
  await expect(dialog.getByRole('radio', { name: 'Передавать с даты: У вас, 2026-01-02' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: /Где кабинет: Сохранено другим, UIS/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Сохранить выбранное' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await connectionOf(account)).toMatchObject({ startDate: '2026-01-02', apiHost: 'uiscom' });

  await page.getByLabel('Передавать с даты').fill('2026-01-05');
  const renamed = { version: (await connectionOf(account)).version, name: 'Другое имя' };
  expect((await account.api('PUT', `/api/accounts/${account.id}`, renamed)).status).toBe(200);
  await save(page);
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  expect(await connectionOf(account)).toMatchObject({ startDate: '2026-01-05' });
});
