import { expect, test } from './browser.ts';
import { holdBack } from './queues.ts';
import { deliver, demo, newAccount, newSalon } from './target.ts';

const queues = [demo.queues.bookings, demo.queues.deals];

test.afterAll(async () => {
  await holdBack(queues, 0);
});

test('A test delivery is seen step by step, waits while no worker takes it, and leaves nothing when it is removed', async ({
  open,
}) => {
  const account = await newAccount('Проверка');
  const salon = await newSalon(account);
  const page = await open('operator', `/salons/${salon.id}?account=${account.id}`);
  const section = page.getByRole('region', { name: 'Проверка' });
  const steps = section.getByRole('listitem');
  await expect(section).toContainText('Настоящих доставок за 30 дней не было.');
  await holdBack(queues, 8);
  await section.getByRole('button', { name: 'Отправить проверку' }).click();
  await expect(steps).toHaveCount(4);
  const state = (step: number, word: string) => steps.nth(step).getByRole('img', { name: word, exact: true });
  await expect(state(0, 'сделано')).toBeVisible();
  await expect(state(1, 'сделано')).toBeVisible();
  await expect(steps.nth(1).getByRole('time')).toBeVisible();
  for (const step of [2, 3]) {
    await expect(state(step, 'ждёт')).toBeVisible();
    await expect(steps.nth(step)).toContainText('обработчик его ещё не взял');
    await expect(steps.nth(step).getByRole('time')).toHaveCount(0);
  }
  await section.getByRole('button', { name: 'Удалить данные проверки' }).click();
  await expect(section.getByRole('alert')).toContainText('Прошлая проверка ещё в пути');

  for (const step of [2, 3]) await expect(state(step, 'сделано')).toBeVisible({ timeout: 15_000 });
  await expect(steps.nth(2)).toContainText('Создана заявка');
  await expect(steps.nth(3)).toContainText('Создана сделка');
  await expect(steps.nth(3).getByRole('time')).toBeVisible();
  const { steps: told } = (await account.api('GET', `/api/salons/${salon.id}/test`)).body as {
    steps: { event?: string; record?: string }[];
  };
  const [request, deal] = [told[2], told[3]];
  expect((await account.api('GET', `/api/requests/${request?.record}`)).status).toBe(200);
  expect(await account.api('GET', '/api/requests')).toMatchObject({ body: { items: [] } });
  expect(await account.api('GET', '/api/events')).toMatchObject({ body: { items: [] } });
  await steps.nth(2).getByRole('link', { name: 'Посмотреть в журнале' }).click();
  await expect(page.getByText(String(request?.event))).toBeVisible();
  await expect(page.getByText(/^Салон «Роза»: проверка · /)).toBeVisible();
  await page.goBack();
  await steps.nth(2).getByRole('link', { name: 'Открыть', exact: true }).click();
  await expect(page.getByRole('dialog', { name: /^Заявка / })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/requests/${request?.record}`);
  await page.goBack();
  await steps.nth(3).getByRole('link', { name: 'Открыть', exact: true }).click();
  await expect(page.getByRole('dialog', { name: /^Сделка / })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/deals/${deal?.record}`);
  await page.goBack();

  await section.getByRole('button', { name: 'Удалить данные проверки' }).click();
  await expect(section.getByRole('status').filter({ hasText: 'Данные проверки удалены.' })).toBeVisible();
  await expect(steps).toHaveCount(0);
  for (const path of [`requests/${request?.record}`, `deals/${deal?.record}`, `events/${request?.event}`]) {
    expect((await account.api('GET', `/api/${path}`)).status, path).toBe(404);
  }
  await holdBack(queues, 0);
  await deliver(String(salon['webhookUrl']), 'token-of-the-rose');
  await page.reload();
  await expect(section).toContainText('Последняя настоящая доставка');
});
