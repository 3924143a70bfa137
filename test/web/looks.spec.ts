import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';
import { lookAt, type Look } from './looked-at.ts';
import { deliver, newAccount, newSalon, type Account } from './target.ts';

let account: Account;
let salon: string;
/** A delivery that made nothing, and the job that would try again. */
let line: string;
let job: string;

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
  ({ id: job } = (await account.api('POST', '/api/jobs', { what: 'replay', salon })).body as { id: string });
});

/** Every page and what opens on it. */
const views: Record<string, Look> = {
  accounts: { path: () => '/', seen: 'Выберите кабинет' },
  salons: { path: () => '/salons', seen: 'Последнее событие' },
  'new salon': { path: () => '/salons/new', seen: 'Начнём ждать' },
  salon: { path: () => `/salons/${salon}`, seen: 'Webhook url' },
  'list of campaigns': {
    path: () => `/salons/${salon}`,
    show: (page) => page.getByRole('button', { name: /Рекламная кампания$/ }).click(),
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
  members: { path: () => '/members', seen: 'Добавить участника' },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1200, 360]) {
    test(`No page has a serious fault of accessibility or is wider than the window: ${colorScheme}, ${width} px`, async ({
      open,
    }) => {
      test.setTimeout(120_000);
      const page = await open('operator', '/', { colorScheme, viewport: { width, height: 800 } });
      await lookAt(page, views, account.id, width);
    });
  }
}

async function find(page: Page, text: string): Promise<void> {
  await page.getByLabel('Что ищем').fill(text);
  await page.getByRole('button', { name: 'Найти' }).click();
}

test('Nothing moves while a page loads', async ({ open }) => {
  const page = await open('operator', `/salons/${salon}?account=${account.id}`);
  await expect(page.getByText('Webhook url')).toBeVisible();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
            if (!hadRecentInput) sum += value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve(sum);
        }, 500);
      }),
  );
  expect(shift).toBe(0);
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
