import { expect, test } from './browser.ts';
import { deliver, newAccount, newSalon, salonOf } from './target.ts';

test('A salon is connected in at most 12 clicks, and the guide turns green by itself within 5 s of the first delivery', async ({
  open,
}) => {
  const account = await newAccount('Новый кабинет');
  const page = await open('operator', `/salons?account=${account.id}`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(page.getByText('Салонов пока нет')).toBeVisible();
  await page.evaluate(() => {
    const counted = window as unknown as { clicks: number };
    counted.clicks = 0;
    document.addEventListener(
      'click',
      (event) => (counted.clicks += event.isTrusted && event.detail > 0 ? 1 : 0),
      true,
    );
  });
  const token = 'token-of-a-new-salon';
  const type = async (field: string, value: string) => {
    await page.getByLabel(field, { exact: true }).click();
    await page.keyboard.type(value);
  };
  await page.getByRole('link', { name: 'Подключить салон' }).click();
  await type('Токен', token);
  await type('ID салона', '2001');
  await type('Логин салона', 'salon_login');
  await type('Название салона', 'Салон «Роза»');
  await page.getByRole('button', { name: /Рекламная кампания/ }).click();
  await page.getByRole('option', { name: 'Онлайн-запись' }).click();
  await page.getByRole('button', { name: 'Подключить салон' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Салон «Роза»');
  const steps = page.getByRole('region', { name: /Как подключить|Салон подключён/ }).getByRole('listitem');
  const done = (at: number) => steps.nth(at).getByRole('img', { name: 'сделано', exact: true });
  await expect(done(0)).toBeVisible();
  await expect(done(1)).toBeVisible();
  await expect(done(2)).toHaveCount(0);
  await steps.nth(2).getByRole('button', { name: 'Копировать: адрес для ПрофСалона' }).click();
  const webhookUrl = await page.evaluate(() => navigator.clipboard.readText());
  const clicks = await page.evaluate(() => (window as unknown as { clicks: number }).clicks);
  expect(clicks).toBeLessThanOrEqual(12);
  expect(clicks).toBeGreaterThanOrEqual(9);

  expect(await deliver(webhookUrl, token)).toBe(200);
  await expect(done(3)).toBeVisible({ timeout: 5000 });
  await expect(done(2)).toBeVisible();
  await expect(steps.nth(3)).toContainText('пришла запись: создана заявка');
  await expect(page.getByRole('heading', { name: 'Салон подключён' })).toBeVisible();
  // It has not been loaded anew: what was counted is still there.
  expect(await page.evaluate(() => (window as unknown as { clicks: number }).clicks)).toBe(clicks);
  await steps.nth(3).getByRole('link', { name: 'Открыть заявку' }).click();
  await expect(page.getByRole('dialog', { name: 'Заявка 558213' })).toContainText('Анна');
  expect(await page.evaluate(() => (window as unknown as { clicks: number }).clicks)).toBe(clicks + 1);
});

test('A delivery that was refused says why, and does not count as the first', async ({ open }) => {
  const account = await newAccount('Чужой токен');
  const salon = await newSalon(account);
  const page = await open('operator', `/salons/${salon.id}?account=${account.id}`);
  const last = page.getByRole('region', { name: 'Как подключить' }).getByRole('listitem').last();
  await expect(last).toContainText('Ждём');
  expect(await deliver(String(salon['webhookUrl']), 'another-token')).toBe(401);
  await expect(last).toContainText('доставка пришла, но не принята: токен не подошёл');
  await expect(last).toContainText('Вставьте действующий токен в настройки салона');
  await expect(last.getByRole('img', { name: 'не сделано' })).toBeVisible();
  await expect(page.getByText('Настоящих доставок за 30 дней не было.')).toBeVisible();
  expect(await deliver(String(salon['webhookUrl']), 'token-of-the-rose')).toBe(200);
  await expect(page.getByText('Последняя настоящая доставка')).toBeVisible();
  await page.getByRole('link', { name: 'Проблемы' }).click();
  await page.getByRole('row', { name: 'Токен не подошёл' }).getByRole('link', { name: 'Открыть настройки' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Салон «Роза»');
});

test('The letter to ProfSalon names URL, events and salon in both languages, and never the token', async ({ open }) => {
  const account = await newAccount('Письмо');
  const salon = await newSalon(account);
  const page = await open('operator', `/salons/${salon.id}?account=${account.id}`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Письмо в ПрофСалон' }).click();
  const read = async () => {
    await page.getByRole('button', { name: /^Копировать: Письмо/ }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const russian = await read();
  for (const said of [
    String(salon['webhookUrl']),
    'создание и изменение сделки',
    'ID салона: 2001',
    'Authorization: Bearer',
  ]) {
    expect(russian).toContain(said);
  }
  await page.getByRole('radio', { name: 'In English' }).click();
  const english = await read();
  for (const said of [
    String(salon['webhookUrl']),
    'создание и изменение сделки',
    'Salon ID: 2001',
    'Authorization: Bearer',
  ]) {
    expect(english).toContain(said);
  }
  expect(russian + english).not.toContain('token-of-the-rose');
});

test('In an account without a salon every list leads to connecting one', async ({ open }) => {
  const account = await newAccount('Без салонов');
  const page = await open('operator', `/requests?account=${account.id}`);
  await expect(page.getByRole('heading', { name: 'Салонов пока нет' })).toBeVisible();
  await page.getByRole('link', { name: 'Подключить салон' }).click();
  await expect(page.getByLabel('Токен')).toBeVisible();
});

test('A viewer sees the list of salons and nothing that they may not see', async ({ open }) => {
  const page = await open('viewer', '/salons');
  await expect(page.getByRole('table', { name: 'Салоны' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByText('Не получилось загрузить')).toHaveCount(0);
});

test('The list of salons says of each whether it is active, what it transfers, what is wrong, and when something came', async ({
  open,
}) => {
  const account = await newAccount('Список');
  const busy = await newSalon(account);
  await newSalon(account, { salonId: '2002', salonName: 'Салон «Ива»', isActive: false, sendDeals: false });
  await newSalon(account, { salonId: '2003', salonName: '<script>alert(1)</script>', sendRequests: false });
  await newSalon(account, { salonId: '2004', salonName: 'שלום \u202eабв' });
  await deliver(String(busy['webhookUrl']), 'token-of-the-rose');
  const { items, version } = (await account.api('GET', '/api/catalog/campaigns')).body as {
    items: { id: string }[];
    version: number;
  };
  await account.api('PUT', '/api/catalog/campaigns', { version, items: items.filter(({ id }) => id !== '501') });

  const page = await open('operator', `/salons?account=${account.id}`);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('Салон «Роза»')).toContainText('Активен');
  await expect(row('Салон «Роза»')).toContainText('1 проблема');
  await expect(row('Салон «Роза»')).toContainText('Заявки, сделки');
  await expect(row('Салон «Роза»').getByRole('time')).toBeVisible();
  await expect(row('Салон «Ива»')).toContainText('Выключен');
  await expect(row('Салон «Ива»')).toContainText('Ещё не было');
  // Names are texts, whatever they hold.
  await expect(row('<script>alert(1)</script>')).toContainText('Сделки');
  await expect(row('שלום')).toContainText('ID 2004');
  await page.getByRole('link', { name: 'Салон «Роза»' }).click();
  await expect(page.getByRole('note')).toContainText('Рекламная кампания: Этой кампании больше нет в каталоге');
  expect((await salonOf(account, busy.id))['problems']).toEqual([{ field: 'defaultCampaignId', code: 'unknown' }]);
});
