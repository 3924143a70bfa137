import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import type { Demo } from '../../local/demo/demo.ts';
import { apiOf, type Api } from '../blackbox/target.ts';
import { startStack } from '../local/stack.ts';
import { simulate } from '../simulate/simulate.ts';

/**
 * `npm run screenshots`: every page as it looks with the simulator's data, into `.local/screenshots` (or `--into FOLDER`): 1200 and
 * 360 px, light and dark, in Russian (or `--language en`). `--only salon,problems` takes these pages alone; `--window` no more of a page than a
 * window shows, as a smaller file.
 */
const widths = [1200, 360] as const;
const schemes = ['light', 'dark'] as const;

interface Shot {
  name: string;
  path: string;
  /** What is pressed, and waited for, before the picture is taken. */
  show?: (page: Page) => Promise<void>;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      into: { type: 'string' },
      only: { type: 'string' },
      language: { type: 'string' },
      window: { type: 'boolean' },
    },
  });
  const { into = '.local/screenshots', only, language = 'ru', window = false } = values;
  const dataDir = mkdtempSync(join(tmpdir(), 'screenshots-'));
  const stack = await startStack({ dataDir, env: { RETRY_SECONDS: '1' } });
  try {
    const { account } = simulate(dataDir, ['--events', '300', '--seed', '7', '--salons', '3']);
    const api = await apiOf(stack.demo, account);
    const shots = (await shotsOf(api, stack.demo)).filter(({ name }) => only?.split(',').includes(name) ?? true);
    mkdirSync(into, { recursive: true });
    await take(stack.demo, account, shots, { into, language, window });
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true });
  }
}

interface How {
  into: string;
  language: string;
  /** Whether a picture ends with the window. */
  window: boolean;
}

async function take(
  demo: Demo,
  account: string,
  shots: readonly Shot[],
  { into, language, window }: How,
): Promise<void> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await (await browser.newContext({ locale: 'ru-RU', reducedMotion: 'reduce' })).newPage();
  await page.addInitScript((chosen) => {
    localStorage.setItem('cabinet.language', chosen);
  }, language);
  await signIn(page, demo);
  for (const { name, path, show } of shots) {
    await page.goto(`${demo.url}${path}${path === '/' ? '' : `?account=${account}`}`);
    await settled(page);
    await show?.(page);
    await settled(page);
    // A dialog stands in the window, wherever the page is.
    const fullPage = !window && (await page.getByRole('dialog').count()) === 0;
    for (const width of widths) {
      for (const colorScheme of schemes) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const file = join(into, `${name}-${width}-${colorScheme}`);
        await (window
          ? page.screenshot({ path: `${file}.jpg`, type: 'jpeg', quality: 82 })
          : page.screenshot({ path: `${file}.png`, fullPage }));
      }
    }
    await page.setViewportSize({ width: 1200, height: 900 });
    process.stdout.write(`${name}\n`);
  }
  await browser.close();
}

async function signIn(page: Page, { url, people }: Demo): Promise<void> {
  await page.goto(url);
  await page.getByLabel(/^(Имя|Name)/).fill(people.operator.login);
  await page.getByLabel(/^(Пароль|Password)/).fill(people.operator.password);
  await page.getByRole('button', { name: /^(Войти|Sign in)$/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('main').waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

type Item = Record<string, unknown> & { id: string };

/** Every page, with ids of what is in the account. */
async function shotsOf(api: Api, { comagic }: Demo): Promise<Shot[]> {
  const items = async (path: string) => ((await api('GET', path)).body as { items: Item[] }).items;
  const [salon] = await items('/api/salons');
  const [line] = await items('/api/events?status=ignored');
  const [request] = await items('/api/requests');
  const deals = await items('/api/deals');
  const [deal] = deals;
  const [contact] = await items('/api/contacts');
  const made = await api('POST', '/api/jobs', { what: 'replay', salon: salon?.id, filter: { status: 'ignored' } });
  const job = made.body as Item;
  await api('POST', `/api/salons/${salon?.id}/test`);
  const connection = { version: 1, isOn: true, accessKey: comagic.accessKey, startDate: '2026-01-01' };
  await api('PUT', '/api/connection', connection);
  return [
    { name: 'accounts', path: '/' },
    { name: 'account-dialog', path: '/', show: press(/Создать кабинет|Create an account/) },
    { name: 'salons', path: '/salons' },
    { name: 'salon-new', path: '/salons/new' },
    { name: 'salon', path: `/salons/${salon?.id}` },
    { name: 'salon-preview', path: `/salons/${salon?.id}`, show: preview },
    { name: 'salon-letter', path: `/salons/${salon?.id}`, show: press(/Письмо в ПрофСалон|Letter to ProfSalon/) },
    { name: 'fields', path: `/salons/${salon?.id}/fields` },
    { name: 'find', path: '/find', show: find(String(line?.['id'])) },
    { name: 'find-nothing', path: '/find', show: find('nothing-like-it') },
    { name: 'problems', path: '/problems' },
    { name: 'journal', path: '/journal' },
    { name: 'line', path: `/journal/${line?.id}`, show: press(/Показать присланное|Show what was sent/) },
    { name: 'jobs', path: '/jobs' },
    { name: 'job', path: `/jobs/${job.id}` },
    { name: 'contacts', path: '/contacts' },
    { name: 'contact', path: `/contacts/${contact?.id}` },
    { name: 'managers', path: '/managers' },
    { name: 'catalog', path: '/catalog/campaigns' },
    { name: 'connection', path: '/connection', show: check },
    { name: 'members', path: '/members' },
    { name: 'audit', path: '/audit' },
    { name: 'overview', path: '/overview' },
    { name: 'requests', path: '/requests' },
    { name: 'request', path: `/requests/${request?.id}` },
    { name: 'deals', path: '/deals' },
    { name: 'deal', path: `/deals/${deal?.id}` },
    { name: 'pipelines', path: '/pipelines' },
    { name: 'reconcile', path: '/reconcile' },
    { name: 'reconciled', path: '/reconcile', show: reconcile(deals.filter(({ salon: of }) => of === salon?.id)) },
    { name: 'not-found', path: '/nowhere' },
  ];
}

function press(name: RegExp): NonNullable<Shot['show']> {
  return (page) => page.getByRole('button', { name }).first().click();
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Проверить|Check)$/ }).click();
  await page
    .getByText(/в порядке|fine/)
    .first()
    .waitFor();
}

function find(text: string): NonNullable<Shot['show']> {
  return async (page) => {
    await page.getByLabel(/Что ищем|What to look for/).fill(text);
    await page.getByRole('button', { name: /^(Найти|Find)$/ }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
  };
}

/** An export of what is there but for the first deal, with another sum and a deal more. */
function reconcile(deals: readonly Item[]): NonNullable<Shot['show']> {
  const [, changed, ...others] = deals.filter(({ revenue }) => revenue !== undefined).slice(0, 9);
  const line = ({ extId, revenue }: Item, more = 0) => `${String(extId)};${Number(revenue) / 100 + more}`;
  const rows = [
    'ID;Amount',
    '99990001;1500',
    ...(changed ? [line(changed, 350)] : []),
    ...others.map((deal) => line(deal)),
  ];
  return async (page) => {
    await page.getByRole('button', { name: /(Салон|Salon)$/ }).click();
    await page.getByRole('option').first().click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    for (const [what, column] of [
      [/ID$/, 'ID'],
      [/(Сумма|Amount)$/, 'Amount'],
    ] as const) {
      await page.getByRole('button', { name: what }).click();
      await page.getByRole('option', { name: column, exact: true }).click();
    }
    await page.getByRole('button', { name: /^(Сверить|Compare)$/ }).click();
    await page.getByRole('heading', { name: /: 1$/ }).first().waitFor();
  };
}

async function preview(page: Page): Promise<void> {
  await page.getByRole('button', { name: /(Откуда брать заявки|Which bookings become requests)$/ }).click();
  await page
    .getByRole('option', { name: /Только из виджета онлайн-записи|Only from the online booking widget/ })
    .click();
  await page.getByRole('button', { name: /^(Что изменится|What changes)$/ }).click();
  await page.getByRole('dialog').waitFor();
}

await main();
