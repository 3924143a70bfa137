import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';
import { deliver, newAccount, newSalon, salonOf, type Account } from './target.ts';

const token = 'token-of-the-rose';

/** A salon that has left out three bookings, and has taken one of the widget and one of which nothing says where it was made. */
async function withFive(account: Account): Promise<string> {
  const salon = await newSalon(account, { sendRequests: false });
  const url = String(salon['webhookUrl']);
  await deliver(url, token, { id: 3, origin: 'widget' });
  await deliver(url, token, { id: 4 });
  await deliver(url, token, { id: 5, origin: 'widget' });
  await save(account, salon.id, { sendRequests: true });
  // Under the same URL a change is seen within a minute, under another at once.
  const { version } = await salonOf(account, salon.id);
  const rotated = await account.api('POST', `/api/salons/${salon.id}/rotate-hook`, { version });
  const { webhookUrl } = rotated.body as { webhookUrl: string };
  await deliver(webhookUrl, token, { id: 1, origin: 'widget' });
  await deliver(webhookUrl, token, { id: 2 });
  await save(account, salon.id, { sendRequests: false });
  await lines(account, 5);
  return salon.id;
}

async function save(account: Account, id: string, change: object): Promise<void> {
  const { version } = await salonOf(account, id);
  expect((await account.api('PUT', `/api/salons/${id}`, { version, ...change })).status).toBe(200);
}

async function lines({ api }: Account, count: number): Promise<void> {
  await expect
    .poll(async () => ((await api('GET', '/api/events')).body as { items: unknown[] }).items.length)
    .toBe(count);
}

async function requests({ api }: Account): Promise<number> {
  return ((await api('GET', '/api/requests')).body as { items: unknown[] }).items.length;
}

async function ended({ api }: Account, job: string): Promise<Record<string, unknown>> {
  const read = async () => (await api('GET', `/api/jobs/${job}`)).body as Record<string, unknown>;
  await expect.poll(async () => (await read())['state'], { timeout: 15_000 }).toBe('done');
  return read();
}

async function choose(page: Page, field: RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

test('Before a save the page says what will come and what a replay would change; the replay then does just that', async ({
  open,
}) => {
  test.setTimeout(60_000);
  const account = await newAccount('Предпросмотр');
  const salon = await withFive(account);
  const page = await open('operator', `/salons/${salon}?account=${account.id}`);
  await page.locator('.switch').filter({ hasText: 'Передача заявок' }).click();
  await choose(page, /Откуда брать заявки$/, 'Только из виджета онлайн-записи');
  await page.getByRole('button', { name: 'Что изменится' }).click();
  const dialog = page.getByRole('dialog', { name: 'Что изменят эти настройки' });
  await expect(dialog).toContainText('Посчитано по 5 последним доставкам.');
  const sides = dialog.getByRole('region');
  await expect(sides.getByRole('heading', { level: 3 })).toHaveText([
    'Что будет приходить',
    'Что изменится в сохранённом',
  ]);
  const numbers = (side: number) => sides.nth(side).getByRole('listitem');
  const left = 'Пропущено, «неизвестно, откуда запись»';
  await expect(numbers(0)).toHaveText(['Заявок в списке: 2 → 3', 'Обработано: 3', `${left}: 2`]);
  await expect(numbers(1)).toHaveText(['Заявок в списке: 2 → 4', 'Обработано: 4', `${left}: 1`]);
  await expect(sides.nth(1).getByRole('row').filter({ hasText: 'Заявка 5' })).toContainText('появится');
  // A record that is there leads to its page; one that is not yet has none.
  await expect(sides.nth(1).getByRole('row').filter({ hasText: 'Заявка 5' }).getByRole('link')).toHaveCount(0);
  const link = sides.nth(0).getByRole('row').filter({ hasText: 'Заявка 2' }).getByRole('link');
  await expect(link).toHaveAttribute('href', new RegExp(`^/requests/${salon}\\.b\\.2`));
  await link.click();
  await page.getByRole('dialog', { name: 'Уйти без сохранения?' }).getByRole('button', { name: 'Остаться' }).click();
  await dialog.getByRole('button', { name: 'Закрыть' }).last().click();
  expect(await requests(account)).toBe(2);
  expect(await salonOf(account, salon)).toMatchObject({ sendRequests: false, requestsFrom: 'any' });

  await page.getByRole('button', { name: 'Сохранить' }).click();
  const offer = page.getByRole('button', { name: 'Применить к сохранённому' });
  await expect(offer).toBeVisible();
  const replay = (await account.api('POST', '/api/jobs', { what: 'replay', salon })).body as { id: string };
  await expect.poll(async () => (await account.api('POST', `/api/jobs/${replay.id}/start`)).status).toBe(200);
  expect(await ended(account, replay.id)).toMatchObject({ counts: { done: 4, 'ignored:origin_unknown': 1 } });
  expect(await requests(account)).toBe(4);

  // What is stored follows the new choice when that is asked for: then there is what will come.
  await offer.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Новый выбор для сохранённого');
  await page.getByRole('button', { name: 'Запустить' }).click();
  await expect(page.getByText('Готово')).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => requests(account)).toBe(3);
});

test('What a save is refused for, its preview is; nothing typed is lost', async ({ open }) => {
  const account = await newAccount('Предпросмотр с ошибкой');
  const { id } = await newSalon(account);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  await page.getByLabel('Логин салона').fill('');
  await page.getByRole('button', { name: 'Что изменится' }).click();
  await expect(page.getByText('Укажите логин салона: он показан в Маркетплейсе ПрофСалона.')).toBeVisible();
  await page.getByLabel('Логин салона').fill('salon_two');
  await page.getByRole('button', { name: 'Что изменится' }).click();
  await expect(page.getByRole('dialog')).toContainText('Доставок за последние 30 дней нет');
});
