import { readFileSync } from 'node:fs';
import type { ElementHandle, Page } from '@playwright/test';
import { expect, test } from './browser.ts';
import { apiOf } from '../blackbox/target.ts';
import { demo, newAccount, newSalon, type Account } from './target.ts';
import { cellsOf, listed, tell } from './told.ts';

let account: Account;
let salon: Awaited<ReturnType<typeof newSalon>>;
/** A salon that passes deals alone. */
let dealing: typeof salon;

const script = '<script>alert(1)</script>';
const fromRight = 'שלום \u202eабв';
const formula = '=HYPERLINK("http://example.com";"Анна; Ирина")';

test.beforeAll(async () => {
  account = await newAccount('Записи');
  salon = await newSalon(account);
  const client = (name: string, at: number) => ({ client: { name, phone: `+7916123450${at}` }, source: 'widget' });
  await tell(salon, 'record.created', { id: 1, ...client('Анна', 1), amount: '1500' });
  await tell(salon, 'record.created', { id: 2, ...client(script, 2), comagic_session: '7711' });
  await tell(salon, 'record.created', { id: 3, ...client(fromRight, 3), status: 'cancelled' });
  await tell(salon, 'record.created', { id: 4, ...client(formula, 4), utm_source: 'yandex' });
  await listed(account, '/api/requests', 4);
  dealing = await newSalon(account, { salonId: '2002', salonName: 'Салон «Ива»', sendRequests: false });
  for (const [id, stage, amount] of [
    [11, 'Думает', '1000'],
    [12, 'Думает', '2000'],
    [13, 'Оплачено', '3000'],
  ] as const) {
    await tell(dealing, 'deal.created', { id, amount, stage: { name: stage }, manager: { id: 5, name: 'Ольга' } });
  }
  await listed(account, '/api/deals', 3);
});

const rowsOf = (page: Page) => page.getByRole('table').locator('tbody tr');
const there = (path: string) => `${path}${path.includes('?') ? '&' : '?'}account=${account.id}`;

test('A number is its list is its CSV; the view is the address; names are texts, and no cell of the CSV is run', async ({
  open,
}) => {
  const page = await open('operator', there('/requests'));
  await expect(page.getByRole('status').filter({ hasText: '4 заявки' })).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(4);
  for (const name of [script, fromRight, formula]) await expect(page.getByTitle(name)).toHaveText(name);
  await page.getByRole('button', { name: 'Как найден источник' }).click();
  await page.getByRole('option', { name: 'По умолчанию' }).click();
  await expect(page.getByRole('status').filter({ hasText: '3 заявки' })).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Столбцы' }).click();
  await page.getByRole('checkbox', { name: 'Почта' }).check();
  await page.getByRole('checkbox', { name: 'Сумма' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Сначала старые' }).click();
  await expect(rowsOf(page).first()).toContainText('Анна');
  const { search } = new URL(page.url());
  expect(decodeURIComponent(search)).toBe(
    `?columns=name,phone,email,bookingStatus,salon,belongs,attribution&step=default&order=asc&account=${account.id}`,
  );
  await page.reload();
  await expect(rowsOf(page).first()).toContainText('Анна');
  await expect(page.getByRole('columnheader')).toHaveText([
    'Дата и время',
    'Имя',
    'Телефон',
    'Почта',
    'Статус',
    'Салон',
    'Кампания / Источник',
    'Как найден источник',
  ]);
  const loading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать CSV' }).click();
  const [head = [], ...rows] = cellsOf(readFileSync(await (await loading).path(), 'utf8'));
  expect(rows).toHaveLength(3);
  const names = rows.map((row) => row[head.indexOf('name')]);
  expect(names).toEqual(['Анна', fromRight, `'${formula}`]);
});

test('A record says by which step it found its source and why not by others, which settings decided, and what changed it', async ({
  open,
}) => {
  await tell(salon, 'record.updated', { id: 1, amount: '1800' });
  const page = await open('operator', there('/requests?step=default'));
  await rowsOf(page).last().getByRole('link').click();
  const panel = page.getByRole('dialog', { name: 'Заявка 1' });
  const why = panel.getByRole('region', { name: 'Почему так' });
  await expect(why.getByRole('listitem')).toHaveText([
    'СессияНи в одном событии нет номера сессии посетителя.',
    /^Другая заявкаПока не проверяется/,
    /^UTM-меткиПока не проверяется/,
    /^КонтактПока не проверяется/,
    'По умолчаниюКампания по умолчанию из настроек салона: Онлайн-запись. сработало',
  ]);
  await expect(why).toContainText('По настройкам салона: Салон «Роза», версия 1.');
  const history = panel.getByRole('region', { name: 'История' }).getByRole('listitem');
  await expect(history.first()).toContainText('Запись создана');
  await expect(history.first()).toContainText('сумма');
  const { pathname } = new URL(page.url());
  expect(pathname).toBe(`/requests/${salon.id}.b.1`);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  expect(new URL(page.url()).search).toContain('step=default');

  await page.goto(new URL(there(`/requests/${salon.id}.b.2`), page.url()).href);
  const session = page.getByRole('dialog', { name: 'Заявка 2' }).getByRole('region', { name: 'Почему так' });
  await expect(session.getByRole('listitem').first()).toContainText('номер сессии: 7711');
  await expect(session.getByRole('listitem').last()).toContainText('Не понадобилось');
  const strange = await open('admin', pathname);
  await expect(strange.getByRole('alert')).toContainText('Не найдено');
});

test('The type of a stage that was guessed is marked, and one click corrects it for all deals, those of before too', async ({
  open,
}) => {
  const page = await open('operator', there('/deals'));
  await expect(page.getByRole('status').filter({ hasText: '3 сделки' })).toBeVisible();
  await page.goto(new URL(there(`/deals/${dealing.id}.d.11?type=in_process`), page.url()).href);
  const panel = page.getByRole('dialog', { name: 'Сделка 11' });
  await expect(panel.getByRole('region', { name: 'Почему так' })).toContainText('О типе этапа ничего не известно');
  const stage = panel.getByRole('region', { name: 'Этапы' }).getByRole('listitem');
  await expect(stage).toContainText('тип угадан');
  await stage.getByRole('button', { name: 'Это «Выиграно»' }).click();
  await expect(stage).not.toContainText('тип угадан');
  await expect(panel.getByRole('region', { name: 'Почему так' })).toContainText('назначен в настройках салона');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Здесь пусто' })).toBeVisible();
  const { body } = await account.api('GET', '/api/deals?type=success');
  expect((body as { items: { extId: string }[] }).items.map(({ extId }) => extId).sort()).toEqual(['11', '12', '13']);

  await page.getByRole('link', { name: 'Воронки' }).click();
  const pipeline = page.getByRole('table', { name: 'Сделки из ПрофСалона' });
  await expect(pipeline.getByRole('row')).toHaveText([/Этап/, /Думает.*Выиграно.*10/, /Отменено.*Проиграно.*20/]);
  await page.getByRole('link', { name: 'Сделки этой воронки' }).click();
  await expect(rowsOf(page)).toHaveCount(3);
});

test('A list stands still while records come, says how many, and asks nothing while its tab is hidden', async ({
  open,
}) => {
  const page = await open('operator', there('/deals?manager=77'));
  await expect(page.getByRole('heading', { name: 'Здесь пусто' })).toBeVisible();
  // The page's time is the test's from here on: what is asked each 5 s is not waited for.
  await page.clock.install();
  // Managers of the account are offered, not those of the rows: there is no row.
  await page.getByRole('button', { name: /Менеджер$/ }).click();
  await expect(page.getByRole('option')).toHaveText(['Все', /Ольга/, '77']);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Сбросить' }).click();
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page.getByText('за последние 30 дней')).toBeVisible();
  let asked = 0;
  page.on('request', (request) => (asked += request.url().includes('/api/deals') ? 1 : 0));
  const show = (state: 'hidden' | 'visible') =>
    page.evaluate((said) => {
      Object.defineProperty(document, 'visibilityState', { value: said, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, state);
  await show('hidden');
  await tell(dealing, 'deal.created', { id: 21, stage: { name: 'Думает' } });
  await tell(dealing, 'deal.created', { id: 22, stage: { name: 'Думает' } });
  await page.clock.fastForward(12_000);
  expect(asked).toBe(0);
  await show('visible');
  await page.clock.fastForward(6000);
  const fresh = page.getByRole('button', { name: /^2\sновые: показать$/ });
  await expect(fresh).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(3);
  await fresh.click();
  await expect(rowsOf(page)).toHaveCount(5);
});

test('A viewer sees persons masked until they ask, which leaves a line of the audit', async ({ open }) => {
  const client = { name: 'Екатерина', phone: '+79161112233' };
  await tell(demo.salon, 'record.created', { id: 990001, source: 'widget', client }, demo.salon.token);
  const page = await open('viewer', '/requests');
  const masked = rowsOf(page).filter({ hasText: 'Е•••' });
  await expect(async () => {
    await page.reload();
    await expect(masked).toContainText('+7916•••33', { timeout: 2000 });
  }).toPass({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Показать имена и телефоны' }).click();
  await expect(rowsOf(page).filter({ hasText: 'Екатерина' })).toContainText('+79161112233');
  expect(page.url()).not.toContain('reveal');
  const { body } = await (await apiOf(demo, 'demo'))('GET', '/api/audit?what=persons_shown');
  const [line] = (body as { items: { shown: unknown }[] }).items;
  expect(line?.shown).toMatchObject({ route: 'GET /api/requests' });
});

/** Answers a list with pages of rows that nobody sent. */
async function serve(page: Page, pages: (cursor: number) => { items: object[]; cursor?: string }): Promise<void> {
  const first = pages(0).items.slice(0, 1);
  await page.route('**/api/requests?**', (route) => {
    const { searchParams } = new URL(route.request().url());
    // The question for newer ones is for one row.
    const isFresh = searchParams.get('limit') === '1';
    return route.fulfill({ json: isFresh ? { items: first } : pages(Number(searchParams.get('cursor') ?? '0')) });
  });
}
const row = (at: number) => ({
  id: `${salon.id}.b.${at}`,
  extId: String(at),
  salon: salon.id,
  dateTime: new Date(Date.parse('2026-11-20T12:00:00Z') - at * 60_000).toISOString(),
  name: `Клиент ${at}`,
  phone: '+79161234567',
  bookingStatus: 'new',
  currency: 'RUB',
  amount: 150000 + at,
  campaignId: '501',
  attribution: { step: 'default', reason: 'default_campaign' },
  noContact: false,
  hidden: [],
});
const rows = (from: number, count: number) => Array.from({ length: count }, (_, at) => row(from + at));

test('A filter that stops after a thousand records says so in the place of a number, and goes on when it is told to', async ({
  open,
}) => {
  const page = await open('operator', there('/pipelines'));
  await serve(page, (at) => (at < 2 ? { items: rows(at * 3, 3), cursor: String(at + 1) } : { items: rows(6, 1) }));
  await page.getByRole('link', { name: 'Заявки' }).click();
  await expect(page.getByText('Просмотрено до 1000, подошло 3')).toBeVisible();
  await expect(page.getByText('3 заявки')).toHaveCount(0);
  await page.getByRole('button', { name: 'Смотреть дальше' }).click();
  await expect(page.getByText('Просмотрено до 1000, подошло 6')).toBeVisible();
  await page.getByRole('button', { name: 'Смотреть дальше' }).click();
  await expect(page.getByText('7 заявок')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Смотреть дальше' })).toHaveCount(0);
});

test('5,000 rows scroll, of which those in sight are drawn', async ({ open }) => {
  test.setTimeout(60_000);
  const page = await open('operator', there('/pipelines'));
  await serve(page, (at) => ({ items: rows(at, 1000), ...(at < 4000 ? { cursor: String(at + 1000) } : {}) }));
  await page.getByRole('link', { name: 'Заявки' }).click();
  const window = page.getByRole('region', { name: 'Заявки' });
  await window.evaluate(async (place) => {
    while (place.scrollHeight < 5000 * 40) {
      place.scrollTop = place.scrollHeight;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    place.scrollTop = place.scrollHeight;
  });
  await expect(page.getByText('5 000 заявок')).toBeVisible();
  await expect(rowsOf(page).last()).toContainText('Клиент 4999');
  expect(await rowsOf(page).count()).toBeLessThan(100);
  // The place is looked up once: a locator reads the whole page each time, on the thread that is measured.
  const place = await window.elementHandle();
  const [still, scrolled] = [await frameOf(page, place, 0), await frameOf(page, place, 120)];
  const told = `a frame of scrolling takes the page ${scrolled.toFixed(1)} ms at the 95th percentile`;
  process.stdout.write(`${told}, ${still.toFixed(1)} ms where nothing moves\n`);
  expect(scrolled).toBeLessThanOrEqual(50);
});

/**
 * How long (ms, the 95th percentile) the page's own thread works for a frame in which its list scrolls up by so many pixels, of which a notch of the wheel
 * is 120; who else wants the processor does not count.
 */
async function frameOf(page: Page, place: ElementHandle<Element>, by: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  const frames: number[] = [];
  for (let before = await worked(), at = 0; at < 60; at++) {
    await place.evaluate(async (element, pixels) => {
      element.scrollTop -= pixels;
      // The task after a frame begins when the frame was laid out and painted.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }, by);
    const now = await worked();
    frames.push(now - before);
    before = now;
  }
  await session.detach();
  return frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Infinity;
}
