import { expect, signIn, stored, test, watch } from './browser.ts';
import { demo, issuer, newAccount, newSalon } from './target.ts';

test('Whoever opens a link signs in and comes to it, by its whole address', async ({ openSignedOut }) => {
  const page = await openSignedOut('/catalog/sources?account=demo');
  await signIn(page, 'viewer');
  await expect(page).toHaveURL(`${demo.url}/catalog/sources?account=demo`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Каталог');
});

test('A wrong password is refused, and the right one taken after it', async ({ openSignedOut }) => {
  const page = await openSignedOut('/');
  await signIn(page, 'admin', 'wrong');
  await expect(page.getByRole('alert')).toHaveText('Имя или пароль не подходят.');
  await signIn(page, 'admin');
  await expect(page).toHaveURL(`${demo.url}/salons`);
});

test('A reload goes through the issuer and comes back to the same address, and asks for no password', async ({
  open,
}) => {
  const page = await open('admin', '/catalog/sites');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Каталог');
  const issued = page.waitForRequest((request) => request.url().startsWith(`${issuer}/auth`));
  await page.reload();
  await issued;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Каталог');
  await expect(page).toHaveURL(`${demo.url}/catalog/sites`);
});

test('On the way to the issuer the session keeps a verifier, a state and an address, and nothing else', async ({
  openSignedOut,
}) => {
  const page = await openSignedOut('/members?x=1');
  await page.waitForURL(`${issuer}/interaction/**`);
  const { origins } = await page.context().storageState();
  expect(origins).toEqual([]);
  await page.route(`${demo.url}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<p></p>' }));
  await page.goto(`${demo.url}/empty`);
  const kept = await page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)));
  expect(Object.keys(kept).sort()).toEqual(['returnTo', 'state', 'verifier']);
  expect(kept['returnTo']).toBe('/members?x=1');
  await page.evaluate(() => {
    sessionStorage.clear();
  });
});

test('Who signs out is asked for a password the next time', async ({ open }) => {
  const page = await open('viewer', '/salons');
  await page.getByRole('button', { name: 'Выйти' }).click();
  await page.waitForURL(`${issuer}/interaction/**`);
  await expect(page.getByLabel('Пароль')).toBeVisible();
});

test('A session that has expired returns to its address', async ({ open }) => {
  const page = await open('admin', '/salons');
  await expect(page.getByRole('table')).toBeVisible();
  let refused = 0;
  await page.route(`${issuer}/token`, async (route) => {
    refused += 1;
    await route.fulfill({
      status: 400,
      headers: { 'access-control-allow-origin': '*' },
      json: { error: 'invalid_grant' },
    });
    await page.unroute(`${issuer}/token`);
  });
  await page.route('**/api/catalog/campaigns', async (route) => {
    await route.fulfill({ status: 401, json: { error: { code: 'unauthorized', message: '' } } });
    await page.unroute('**/api/catalog/campaigns');
  });
  const issued = page.waitForRequest((request) => request.url().startsWith(`${issuer}/auth`));
  await page.getByRole('link', { name: 'Каталог' }).click();
  await issued;
  await expect(page.getByRole('cell', { name: 'Активна' }).first()).toBeVisible();
  await expect(page).toHaveURL(`${demo.url}/catalog/campaigns`);
  expect(refused).toBe(1);
});

test('A form that was typed into is not left for the issuer: the person is told, and asked', async ({ open }) => {
  const account = await newAccount('Истёкший вход');
  const { id } = await newSalon(account);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  await page.getByLabel('Логин салона').fill('typed');
  let expired = true;
  await page.route(`${issuer}/token`, (route) => {
    const headers = { 'access-control-allow-origin': '*' };
    return expired ? route.fulfill({ status: 400, headers, json: { error: 'invalid_grant' } }) : route.continue();
  });
  await page.route('**/api/**', (route) => {
    const json = { error: { code: 'unauthorized', message: '' } };
    return expired ? route.fulfill({ status: 401, json }) : route.continue();
  });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Время входа истекло' })).toBeVisible();
  await expect(page.getByLabel('Логин салона')).toHaveValue('typed');
  const asked = page.waitForEvent('dialog');
  void page.getByRole('button', { name: 'Войти заново' }).click();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  expired = false;
  await dialog.accept();
  await expect(page.getByLabel('Логин салона')).toHaveValue('salon_login');
  await expect(page).toHaveURL(`${demo.url}/salons/${id}?account=${account.id}`);
});

test('A link out of a form that was typed into asks first', async ({ open }) => {
  const account = await newAccount('Уход из формы');
  const { id } = await newSalon(account);
  const page = await open('operator', `/salons/${id}?account=${account.id}`);
  await page.getByLabel('Название салона').fill('Другое');
  await page.getByRole('link', { name: 'Каталог' }).click();
  await expect(page.getByRole('dialog')).toContainText('Уйти без сохранения?');
  await page.getByRole('button', { name: 'Остаться' }).click();
  await expect(page.getByLabel('Название салона')).toHaveValue('Другое');
  await page.getByRole('link', { name: 'Каталог' }).click();
  await page.getByRole('button', { name: 'Уйти' }).click();
  await expect(page).toHaveURL(`${demo.url}/catalog/campaigns?account=${account.id}`);
});

test('Somebody whom no account knows is told so, and is not led in a circle', async ({ open }) => {
  const page = await open('admin', '/salons');
  await page.route('**/api/me', (route) =>
    route.fulfill({ status: 401, json: { error: { code: 'unauthorized', message: '' } } }),
  );
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('доступа к кабинету у вас нет');
  await expect(page.getByRole('button', { name: 'Выйти' })).toBeVisible();
  expect(await stored(page)).toEqual([]);
});

test('The policy of the deployment goes with the page, and what it forbids is seen by these tests', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  const { faults } = await watch(page);
  const answer = await page.goto(`${demo.url}/assets/none.js`);
  expect(answer?.status()).toBe(404);
  // Without content the browser stays where it is, which is a page under the policy.
  await page.route(`${issuer}/**`, (route) => route.fulfill({ status: 204 }));
  const loaded = await page.goto(`${demo.url}/salons`, { waitUntil: 'commit' });
  expect(loaded?.headers()['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      `connect-src 'self' ${issuer}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; ` +
      "require-trusted-types-for 'script'",
  );
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }));
  });
  await expect.poll(() => faults.length).toBe(1);
  expect(faults[0]).toContain('style-src');
  await page.context().close();
});
