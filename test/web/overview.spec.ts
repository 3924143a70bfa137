import { expect, test } from './browser.ts';
import { newAccount, newSalon, salonOf, type Account } from './target.ts';
import { listed, tell } from './told.ts';

let account: Account;

test.beforeAll(async () => {
  account = await newAccount('Обзор');
  const salon = await newSalon(account);
  for (const id of [1, 2, 3, 4]) {
    const session = id === 1 ? { comagic_session: '7711' } : {};
    await tell(salon, 'record.created', { id, source: 'widget', client: { phone: `+7916123450${id}` }, ...session });
  }
  const dealing = await newSalon(account, { salonId: '2002', salonName: 'Салон «Ива»', sendRequests: false });
  for (const [id, stage] of [
    [11, 'Оплачено'],
    [12, 'Оплачено'],
    [13, 'Думает'],
    [14, 'Отказ'],
  ] as const) {
    await tell(dealing, 'deal.created', { id, amount: `${id}00`, stage: { name: stage } });
  }
  await tell(dealing, 'deal.created', { id: 15 });
  await listed(account, '/api/requests', 4);
  await listed(account, '/api/deals', 5);
  const save = async (change: object) => {
    const { version } = await salonOf(account, salon.id);
    const { status } = await account.api('PUT', `/api/salons/${salon.id}`, { version, ...change });
    expect(status).toBe(200);
  };
  await save({ salonName: 'Салон «Роза», центр' });
  await save({ fieldMap: { 'data.itogo': 'amount' } });
  const { version } = await salonOf(account, salon.id);
  await account.api('POST', `/api/salons/${salon.id}/rotate-hook`, { version });
  const { body } = await account.api('POST', '/api/jobs', { what: 'replay', salon: salon.id });
  const start = () => account.api('POST', `/api/jobs/${(body as { id: string }).id}/start`);
  await expect.poll(async () => (await start()).status, { timeout: 15_000 }).toBe(200);
  await listed(account, '/api/audit?what=job_started', 1);
});

const there = (path: string) => `${path}${path.includes('?') ? '&' : '?'}account=${account.id}`;

test('Every number is a door to exactly its rows, and the days add up to it', async ({ open }) => {
  const page = await open('operator', there('/overview'));
  const tile = (name: string) => page.locator('.tile').filter({ has: page.getByText(name, { exact: true }) });
  await expect(page.locator('.tile')).toHaveText([
    'Заявки4',
    'Сделки5',
    'Выиграно2',
    'В работе1',
    'Проиграно1',
    'Без этапа1',
    /^Выручка по выигранным2\s300,00\s₽$/,
    /^Средний чек1\s150,00\s₽$/,
  ]);
  const days = page.getByRole('region', { name: 'По дням' });
  await expect(days.getByRole('img').locator('g')).toHaveCount(30);
  await days.getByRole('radio', { name: 'Таблицей' }).click();
  await expect(days.getByRole('row').last().getByRole('cell')).toHaveText(['4', '5']);
  for (const [name, counted] of [
    ['Заявки', '4 заявки'],
    ['Сделки', '5 сделок'],
    ['Выиграно', '2 сделки'],
    ['Проиграно', '1 сделка'],
    ['Без этапа', '1 сделка'],
  ] as const) {
    await tile(name).getByRole('link').click();
    await expect(page.getByRole('status').filter({ hasText: counted })).toBeVisible();
    await page.goBack();
  }
});

test('Completeness says by step what is known of sources, where the line of 80 % is, and which requests have none of their own', async ({
  open,
}) => {
  const page = await open('operator', there('/overview'));
  const part = page.getByRole('region', { name: 'Полнота источников' });
  await expect(part).toContainText(/Свой источник есть у 25\s% заявок: 1 из 4\. Это ниже линии 80\s%\./);
  await expect(part.getByRole('row').nth(1)).toHaveText(/^Сессия125\s%25\s%$/);
  const without = part.getByRole('link', { name: 'Показать заявки без своего источника: 3', exact: true });
  await without.click();
  await expect(page.getByRole('status').filter({ hasText: '3 заявки' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Без своего источника/ })).toBeVisible();
  await page.goBack();
  await part.getByRole('radio', { name: 'Графиком' }).click();
  await expect(without).toBeVisible();
  await expect(part.getByRole('img').locator('line')).toHaveAttribute('x1', '576');
  await expect(part.getByRole('listitem')).toHaveText([/^Сессия: 25\s%$/, /^По умолчанию: 75\s%$/, 'Линия 80 %']);
  await part.getByRole('radio', { name: 'Таблицей' }).click();
  await part.getByRole('row').filter({ hasText: 'По умолчанию' }).getByRole('link', { name: '3' }).click();
  await expect(page.getByRole('status').filter({ hasText: '3 заявки' })).toBeVisible();
  await expect(page).toHaveURL(/step=default/);
});

test('The axis of time is marked where settings, fields or the URL were changed, and where a job ran', async ({
  open,
}) => {
  const page = await open('operator', there('/overview'));
  const changes = page.getByRole('region', { name: 'Что менялось' }).getByRole('listitem');
  await expect(changes).toHaveText([
    /Сохранены настройки · Салон «Роза», центр$/,
    /Изменены поля · Салон «Роза», центр$/,
    /Сменён адрес вебхука · Салон «Роза», центр$/,
    /Запущено задание · Обработка заново · Салон «Роза», центр$/,
  ]);
  await expect(page.getByRole('region', { name: 'По дням' }).locator('.chart-mark')).toHaveCount(4);
});

test('More than 31 days, or than 20,000 records, are left to the report', async ({ open }) => {
  const page = await open('operator', there('/overview?from=2026-01-01&to=2026-02-01'));
  await expect(page.getByText('Период больше 31 дня')).toBeVisible();
  await page.route('**/api/requests?**', (route) =>
    route.fulfill({ json: { items: Array.from({ length: 500 }, () => ({})), cursor: 'more' } }),
  );
  await page.getByLabel('С даты').fill('2026-01-02');
  await expect(page.getByText('За период больше 20 000 заявок или сделок')).toBeVisible();
});
