import type { Page } from '@playwright/test';
import { expect, openList, test } from './browser.ts';
import { countShifts, faultsOf, leadTo, lookAt, settled, shiftsSince, windowed, type Look } from './looked-at.ts';
import { deliver, newAccount, newSalon, salonOf, type Account } from './target.ts';

let account: Account;
let salon: string;
/** A delivery that made nothing, and the job that would try again. */
let line: string;
let job: string;
let contact: string;

test.beforeAll(async () => {
  account = await newAccount('Доступность');
  const connected = await newSalon(account, { sendRequests: false });
  salon = connected.id;
  await deliver(String(connected['webhookUrl']), 'token-of-the-rose', { loyalty: 'gold', amount: 'abc' });
  await deliver(String(connected['webhookUrl']), 'another-token');
  await expect(async () => {
    const events = (await account.api('GET', '/api/events?status=ignored')).body as { items: { id: string }[] };
    expect(events.items).toHaveLength(1);
    line = events.items[0]!.id;
  }).toPass({ timeout: 10_000 });
  const other = await newSalon(account, { salonId: '2002', salonName: 'Салон «Ива»' });
  await deliver(String(other['webhookUrl']), 'token-of-the-rose', { salon_id: '2002' });
  await expect(async () => {
    const contacts = (await account.api('GET', '/api/contacts')).body as { items: { id: string }[] };
    contact = contacts.items[0]!.id;
  }).toPass({ timeout: 10_000 });
  const connection = { version: 1, accessKey: 'a-key-that-is-not-admitted', isOn: true };
  expect((await account.api('PUT', '/api/connection', connection)).status).toBe(200);
  ({ id: job } = (await account.api('POST', '/api/jobs', { what: 'replay', salon })).body as { id: string });
});

/** Every page and what opens on it; each is named by something that is seen only there. */
const views: Record<string, Look> = {
  accounts: { path: () => '/', seen: 'Выберите кабинет' },
  salons: { path: () => '/salons', seen: 'Последнее событие' },
  'new salon': { path: () => '/salons/new', seen: 'Начнём ждать' },
  salon: { path: () => `/salons/${salon}`, seen: 'Webhook url' },
  'list of campaigns': {
    path: () => `/salons/${salon}`,
    show: (page) => openList(page, /Рекламная кампания$/),
    seen: 'Яндекс Директ',
  },
  letter: {
    path: () => `/salons/${salon}`,
    show: (page) => page.getByRole('button', { name: 'Письмо в ПрофСалон' }).click(),
    seen: 'Просим настроить',
  },
  'faults of fields': {
    path: () => '/salons/new',
    show: (page) => page.getByRole('button', { name: 'Подключить салон' }).click(),
    seen: 'Не сохранено',
  },
  'what other settings change': {
    path: () => `/salons/${salon}`,
    show: async (page) => {
      await page.locator('.switch').filter({ hasText: 'Передача заявок' }).click();
      await page.getByRole('button', { name: 'Что изменится' }).click();
    },
    seen: 'Что изменится в сохранённом',
  },
  conflict: { path: () => `/salons/${salon}`, show: saveTooLate, seen: 'Сохранено другим' },
  catalog: { path: () => '/catalog/campaigns', seen: 'ID сайта' },
  'change of the URL': {
    path: () => `/salons/${salon}`,
    show: (page) => page.getByRole('button', { name: 'Сменить адрес' }).click(),
    seen: 'Отключить старый адрес сразу',
  },
  'found booking': { path: () => '/find', show: (page) => find(page, line), seen: 'Что и когда пришло' },
  'nothing found': { path: () => '/find', show: (page) => find(page, 'none'), seen: 'Последняя доставка' },
  problems: { path: () => '/problems', seen: 'Токен не подошёл' },
  journal: { path: () => '/journal', seen: 'Всё, что принято' },
  line: {
    path: () => `/journal/${line}`,
    show: (page) => page.getByRole('button', { name: 'Показать присланное' }).click(),
    seen: 'Поля, которые не читаются',
  },
  jobs: { path: () => '/jobs', seen: 'Обработка заново' },
  job: { path: () => `/jobs/${job}`, seen: 'Что будет' },
  fields: { path: () => `/salons/${salon}/fields`, seen: 'data.loyalty' },
  'name of a field': {
    path: () => `/salons/${salon}/fields`,
    show: (page) => page.getByRole('button', { name: 'Назвать поле data.loyalty' }).click(),
    seen: 'Что это за поле?',
  },
  import: {
    path: () => `/salons/${salon}/import`,
    show: async (page) => {
      const buffer = Buffer.from('ID;Создано;Имя\n;вчера;Анна\n');
      await page.getByLabel('Таблица (CSV)').setInputFiles({ name: 'b.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Проверить' }).click();
    },
    seen: 'Нет ID.',
  },
  contacts: { path: () => '/contacts', seen: 'Найти клиента' },
  contact: { path: () => `/contacts/${contact}`, seen: 'Что и когда пришло' },
  'erasure of a contact': {
    path: () => `/contacts/${contact}`,
    show: (page) => page.getByRole('button', { name: 'Стереть личные данные' }).click(),
    seen: 'Создать задание',
  },
  managers: { path: () => '/managers', seen: 'Ответственные' },
  audit: { path: () => '/audit', seen: 'Салон подключён' },
  'new account': {
    path: () => '/accounts',
    show: (page) => page.getByRole('button', { name: 'Создать кабинет' }).click(),
    seen: 'Скрывать имена',
  },
  members: { path: () => '/members', seen: 'Добавить участника' },
  connection: { path: () => '/connection', seen: 'Подключение ещё не проверялось' },
  'connection that is checked and stopped': {
    path: () => '/connection',
    show: async (page) => {
      await page.getByRole('button', { name: 'Проверить' }).click();
      await page.getByRole('button', { name: 'Отправить сейчас' }).click();
    },
    seen: 'Остановлено',
  },
  'records that CoMagic has refused': { path: () => '/connection', show: refuse, seen: 'Исправьте его в ПрофСалоне' },
  'no such line': { path: () => '/journal/none', seen: 'Здесь ничего нет' },
};

/** The next time the page asks what was refused, something is. */
async function refuse(page: Page): Promise<void> {
  const at = '2026-11-27T09:00:00.000Z';
  const item = { id: `${salon}.b.558213`, kind: 'request', salon, state: 'refused', at };
  const items = [
    { ...item, mnemonic: 'invalid_parameter_value', field: 'contacts.phone_numbers' },
    { ...item, id: `${salon}.d.1`, kind: 'deal', mnemonic: 'required_parameter_missed' },
  ];
  await page.route('**/api/refused', (route) => route.fulfill({ json: { items } }));
  await page.getByText('Исправьте его в ПрофСалоне').waitFor({ timeout: 10_000 });
}

/** Views of one test. */
const most = 9;

for (let first = 0; first < Object.keys(views).length; first += most) {
  const some = Object.entries(views).slice(first, first + most);
  test(`No page has a serious fault of accessibility, moves while it loads, or is wider than the window: ${some.map(([name]) => name).join(', ')}`, async ({
    open,
  }) => {
    test.setTimeout(240_000);
    const page = await open('operator', '/', windowed);
    await lookAt(page, Object.fromEntries(some), account.id);
  });
}

test('In English no page has a serious fault of accessibility either', async ({ open }) => {
  test.setTimeout(60_000);
  const page = await open('operator', `/salons?account=${account.id}`);
  await page.getByRole('radio', { name: 'Eng' }).click();
  for (const path of ['/salons', `/salons/${salon}`, '/problems', '/journal', '/contacts', '/audit']) {
    await leadTo(page, `${path}?account=${account.id}`);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await faultsOf(page), path).toEqual([]);
  }
});

/** Somebody else saves what is being typed into. */
async function saveTooLate(page: Page): Promise<void> {
  await page.getByLabel('Логин салона').fill('my_login');
  const { version } = await salonOf(account, salon);
  await account.api('PUT', `/api/salons/${salon}`, { version, salonLogin: 'their_login' });
  await page.getByRole('button', { name: 'Сохранить' }).click();
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByLabel('Что ищем').fill(text);
  await page.getByRole('button', { name: 'Найти' }).click();
}

test('Nothing moves while the page loads from nothing', async ({ open }) => {
  const page = await open('operator', `/salons/${salon}?account=${account.id}`);
  await countShifts(page);
  await page.reload();
  await settled(page);
  expect(await shiftsSince(page)).toEqual([]);
});

test('Light or dark is chosen over what the system says, and stays', async ({ open }) => {
  const page = await open('viewer', '/salons', { colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await ground()).toBe('rgb(246, 247, 249)');
  await page.getByRole('radio', { name: 'Тёмное' }).click();
  expect(await ground()).toBe('rgb(15, 19, 26)');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Салоны');
  expect(await ground()).toBe('rgb(15, 19, 26)');
});
