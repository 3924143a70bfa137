import type { Page } from '@playwright/test';
import { expect, test } from './browser.ts';
import { leadTo, settled } from './looked-at.ts';
import { newAccount, newSalon, type Account } from './target.ts';
import { listed, tell } from './told.ts';

let account: Account;
let salon: string;

/** Whatever people have written is English here: a Russian letter that is left is the page's own. */
test.beforeAll(async () => {
  account = await newAccount('English');
  for (const [list, id, name] of [
    ['campaigns', '501', 'Online booking'],
    ['sources', '601', 'Widget'],
  ] as const) {
    const saved = await account.api('PUT', `/api/catalog/${list}`, { version: 1, items: [{ id, name }] });
    expect(saved.status).toBe(200);
  }
  const connected = await newSalon(account, { salonName: 'Rose' });
  salon = connected.id;
  const client = { name: 'Anna', phone: '+79161234567' };
  await tell(connected, 'record.created', { id: 1, source: 'widget', client, amount: '1500', utm_source: 'yandex' });
  await tell(connected, 'record.created', { id: 2, source: 'widget', client, comagic_session: '7711' });
  await tell(connected, 'record.created', { id: 3, source: 'widget', status: 'cancelled' });
  await tell(connected, 'record.deleted', { id: 4 });
  const manager = { id: 5, name: 'Olga' };
  await tell(connected, 'deal.created', { id: 11, stage: { name: 'Thinking' }, amount: '2000', client, manager });
  await tell(connected, 'deal.updated', { id: 11, stage: { name: 'Paid' } });
  await listed(account, '/api/requests', 4);
  await listed(account, '/api/deals', 1);
  // A connection that is checked and stopped says more than one that works.
  const connection = { version: 1, accessKey: 'a-key-that-is-not-admitted', isOn: true };
  expect((await account.api('PUT', '/api/connection', connection)).status).toBe(200);
  for (const act of ['check', 'load']) await account.api('POST', `/api/connection/${act}`);
  const status = async () => ((await account.api('GET', '/api/connection')).body as { status: unknown }).status;
  await expect.poll(status).toMatchObject({ check: {}, stopped: {} });
});

/** What is Russian for a reason: the name of the language, an account of the demo, and what CoMagic calls the pipeline and its last stage. */
const russian = ['Рус', 'Демо-кабинет', 'Сделки из ПрофСалона', 'Отменено'];

/** Texts with a Russian letter, and such names of what is seen as are read aloud or shown when pointed at. */
async function russianOf(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const names = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription'];
    const named = Array.from(document.querySelectorAll('*')).flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ''),
    );
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const written: string[] = [document.title];
    while (walker.nextNode()) {
      // Names of other tests' accounts, from which an operator chooses.
      const isName = walker.currentNode.parentElement?.closest('aside option') != null;
      if (!isName) written.push(walker.currentNode.textContent ?? '');
    }
    return [...named, ...written];
  });
  const left = texts.map((text) => russian.reduce((rest, known) => rest.replaceAll(known, ''), text));
  return left.filter((text) => /[а-яё]/i.test(text));
}

async function openInEnglish(open: (person: 'operator', path: string) => Promise<Page>): Promise<Page> {
  const page = await open('operator', `/overview?account=${account.id}`);
  await page.getByRole('radio', { name: 'Eng' }).click();
  await page.reload();
  await settled(page);
  return page;
}

/** Pages of the analyst with what opens on them; each is named by something that is seen only there. */
const analyst: [path: () => string, seen: string, show?: (page: Page) => Promise<void>][] = [
  [() => '/overview', 'Completeness of sources'],
  [() => '/overview?from=2026-01-01&to=2026-01-02', 'Nothing came'],
  [() => '/overview?from=2026-01-01&to=2026-06-01', '31 days'],
  [() => '/requests', '4 requests'],
  [() => '/requests?hidden=true', '5 requests', (page) => page.getByRole('button', { name: 'Columns' }).click()],
  [() => '/requests?from=2026-01-01&to=2026-01-02', 'Nothing here'],
  [() => `/requests/${salon}.b.1`, 'How this was decided'],
  [() => `/requests/${salon}.b.2`, '7711'],
  [() => `/requests/${salon}.b.4`, 'Hidden from lists'],
  [() => '/requests/none', 'Not found'],
  [() => '/deals', '1 deal'],
  [() => `/deals/${salon}.d.11`, 'type guessed'],
  [() => '/pipelines', 'Thinking'],
  [() => '/reconcile', 'Different: 1', compare],
];

async function compare(page: Page): Promise<void> {
  const buffer = Buffer.from('Number;Sum\n11;1999\n12;1\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer });
  for (const [what, column] of [
    ['ID', 'Number'],
    ['Amount', 'Sum'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`${what}$`) }).click();
    await page.getByRole('option', { name: column, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
}

test('In English no page of the analyst has a Russian letter of its own', async ({ open }) => {
  test.setTimeout(90_000);
  const page = await openInEnglish(open);
  for (const [path, seen, show] of analyst) {
    const address = path();
    await leadTo(page, `${address}${address.includes('?') ? '&' : '?'}account=${account.id}`);
    await settled(page);
    await show?.(page);
    await expect(page.getByText(seen).last(), address).toBeVisible();
    expect.soft(await russianOf(page), address).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('In English no other page has one either', async ({ open }) => {
  test.setTimeout(90_000);
  const page = await openInEnglish(open);
  const salons = ['/salons', '/salons/new', `/salons/${salon}`, `/salons/${salon}/fields`, `/salons/${salon}/import`];
  const support = ['/find', '/problems', '/journal', '/jobs', '/contacts', '/managers', '/audit'];
  const none = ['/nowhere', '/catalog/none', '/salons/none', '/journal/none', '/jobs/none', '/contacts/none'];
  for (const path of [...salons, ...support, '/catalog/campaigns', '/members', '/connection', ...none]) {
    await leadTo(page, `${path}?account=${account.id}`);
    await settled(page);
    expect.soft(await russianOf(page), path).toEqual([]);
  }
});
