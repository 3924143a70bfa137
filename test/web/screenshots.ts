import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Demo } from '../../local/demo/demo.ts';
import { startStack } from '../local/stack.ts';
import { simulate } from '../simulate/simulate.ts';
import { shotData } from './shot-data.ts';
import { shotsOf, type Shot } from './shots.ts';

/**
 * `npm run screenshots`: every page as it looks with the simulator's data, into `.local/screenshots` (or `--into FOLDER`): 1200 and
 * 360 px, light and dark, in Russian (or `--language en`). `--only salon,problems` takes these pages alone; `--window` no more of a page than a
 * window shows, as a smaller file.
 */
const widths = [1200, 360] as const;
const schemes = ['light', 'dark'] as const;
const windowHeight = 900;
const mostHeight = 4000;

type Person = NonNullable<Shot['person']> | 'operator';

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
    const all = shotsOf(await shotData(stack.demo, account));
    const shots = all.filter(({ name }) => only?.split(',').includes(name) ?? true);
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

type Shown = Pick<Shot, 'name' | 'isNarrow'>;

async function take(demo: Demo, account: string, shots: readonly Shot[], how: How): Promise<void> {
  const browser = await launch(how.language);
  const pages: Partial<Record<Person, Page>> = {};
  for (const shot of shots) {
    const { name, path, person = 'operator', account: of = account, show, isNarrow = false } = shot;
    const page = (pages[person] ??= await signedIn(browser, demo, demo.people[person], how.language));
    await page.setViewportSize({ width: isNarrow ? 360 : 1200, height: windowHeight });
    await page.goto(`${demo.url}${path}${of === null ? '' : `${path.includes('?') ? '&' : '?'}account=${of}`}`);
    await settled(page);
    await show?.(page);
    await settled(page);
    await takeEach(page, { name, isNarrow }, how);
    await page.unrouteAll();
    process.stdout.write(`${name}\n`);
  }
  await browser.close();
}

/** Debian's, speaking the language of the pictures where it can: dates are typed in the browser's own field. */
function launch(language: string): Promise<Browser> {
  const env = { ...process.env, LANGUAGE: language };
  const args = ['--no-sandbox', `--lang=${language}`];
  return chromium.launch({ executablePath: '/usr/bin/chromium', args, env });
}

async function takeEach(page: Page, { name, isNarrow = false }: Shown, { into, window }: How): Promise<void> {
  // A dialog stands in the window, wherever the page is.
  const isWhole = !window && (await page.getByRole('dialog').count()) === 0;
  for (const width of isNarrow ? [360] : widths) {
    for (const colorScheme of schemes) {
      await page.setViewportSize({ width, height: windowHeight });
      await page.emulateMedia({ colorScheme });
      const file = join(into, `${name}-${width}-${colorScheme}`);
      if (window) await page.screenshot({ path: `${file}.jpg`, type: 'jpeg', quality: 82 });
      else await page.screenshot({ path: `${file}.png`, fullPage: isWhole, clip: await clipOf(page, isWhole, width) });
    }
  }
}

/** What a picture holds: of a long list its beginning. */
async function clipOf(page: Page, isWhole: boolean, width: number) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return { x: 0, y: 0, width, height: isWhole ? Math.min(height, mostHeight) : windowHeight };
}

async function signedIn(
  browser: Browser,
  { url }: Demo,
  { login, password }: Demo['people'][Person],
  language: string,
): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'ru-RU', reducedMotion: 'reduce' })).newPage();
  await page.addInitScript((chosen) => {
    localStorage.setItem('cabinet.language', chosen);
  }, language);
  await page.goto(url);
  await page.getByLabel(/^(Имя|Name)/).fill(login);
  await page.getByLabel(/^(Пароль|Password)/).fill(password);
  await page.getByRole('button', { name: /^(Войти|Sign in)$/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('main').waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

await main();
