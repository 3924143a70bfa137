import { expect, test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { demo, issuer } from './target.ts';

export { expect };
export type Person = keyof typeof demo.people;
type State = NonNullable<BrowserContextOptions['storageState']>;

interface Watched {
  /** What the page may not do, and whatever it throws. */
  faults: string[];
  urls: string[];
}

interface Fixtures {
  /** A page of somebody who is signed in at the issuer; it is watched, and must come to the test's end without a fault. */
  open: (person: Person, path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A page of somebody who is not. */
  openSignedOut: (path: string) => Promise<Page>;
}

const states = new Map<Person, State>();

export const test = base.extend<Fixtures>({
  open: async ({ browser }, use) => {
    const opened = pages(browser);
    await use(async (person, path, options = {}) => {
      const page = await opened.newPage({ ...options, storageState: await stateOf(browser, person) });
      await page.goto(`${demo.url}${path}`);
      await expect(page.getByRole('main')).toBeVisible();
      return page;
    });
    await opened.judge();
  },
  openSignedOut: async ({ browser }, use) => {
    const opened = pages(browser);
    await use(async (path) => {
      const page = await opened.newPage({});
      await page.goto(`${demo.url}${path}`);
      return page;
    });
    await opened.judge();
  },
});

function pages(browser: Browser) {
  const all: { page: Page; watched: Watched }[] = [];
  return {
    newPage: async (options: BrowserContextOptions): Promise<Page> => {
      const page = await (await browser.newContext(options)).newPage();
      all.push({ page, watched: await watch(page) });
      return page;
    },
    judge: async () => {
      for (const { page, watched } of all) {
        expect(watched.faults).toEqual([]);
        // Every token of the issuer is a JWT, or comes back by its name.
        expect(watched.urls.filter((url) => /eyJ|access_token|refresh_token/.test(url))).toEqual([]);
        if (page.url().startsWith(demo.url)) expect(await stored(page)).toEqual([]);
        await page.context().close();
      }
    },
  };
}

/** Violations of the security policy, errors, and every address that is asked for. */
export async function watch(page: Page): Promise<Watched> {
  const watched: Watched = { faults: [], urls: [] };
  await page.exposeFunction('reportViolation', (text: string) => watched.faults.push(text));
  await page.addInitScript(() => {
    const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
    document.addEventListener('securitypolicyviolation', (event) => {
      reportViolation(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('pageerror', (error) => watched.faults.push(`error: ${error.message}`));
  page.on('framenavigated', (frame) => watched.urls.push(frame.url()));
  page.on('request', (request) => watched.urls.push(request.url()));
  return watched;
}

/** What lies in the page's storage beside what a person chose of its looks. */
export function stored(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const looks = ['cabinet.language', 'cabinet.theme'];
    return [...Object.keys(sessionStorage), ...Object.keys(localStorage).filter((key) => !looks.includes(key))];
  });
}

/** The issuer's session of a person, made once. */
async function stateOf(browser: Browser, person: Person): Promise<State> {
  const known = states.get(person);
  if (known !== undefined) return known;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(demo.url);
  await signIn(page, person);
  await page.waitForURL((url) => url.origin === demo.url && !url.searchParams.has('code'));
  const state = await context.storageState();
  await context.close();
  states.set(person, state);
  return state;
}

/** Fills in the login that a page has led to. */
export async function signIn(page: Page, person: Person, password = demo.people[person].password): Promise<void> {
  await page.waitForURL(`${issuer}/interaction/**`);
  await page.getByLabel('Имя').fill(demo.people[person].login);
  await page.getByLabel('Пароль').fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
}

const hurried = new WeakSet<Page>();

/** What a page asks each few seconds is not waited for: it is asked anew until what is expected of the answer holds. From here on the page's time is the test's. */
export async function soon(page: Page, expected: () => Promise<void>): Promise<void> {
  if (!hurried.has(page)) await page.clock.install();
  hurried.add(page);
  await expect(async () => {
    await page.clock.fastForward(6000);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expected();
  }).toPass({ intervals: [200], timeout: 20_000 });
}

/** Opens a list of choices once the page has scrolled to it: a scroll closes what is open. */
export async function openList(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.scrollIntoViewIfNeeded();
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  await button.click();
}
