import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** A page, or something that opens on it; it is named by something that is seen only there. */
export interface Look {
  path: () => string;
  show?: (page: Page) => Promise<void>;
  seen: string;
}

const wide = { width: 1200, height: 800 };
const narrow = { width: 360, height: 800 };
/** How `lookAt` wants its page to be opened. */
export const windowed = { viewport: wide };

/**
 * Goes through pages of an account: none has a serious fault of accessibility, moves while it loads, or is wider than the window. Each is opened
 * once; dark is another set of colours on the same page, so that only what is said of colours is looked at again.
 */
export async function lookAt(page: Page, looks: Record<string, Look>, account: string): Promise<void> {
  await settled(page);
  await countShifts(page);
  for (const [name, { path, show, seen }] of Object.entries(looks)) {
    const address = path();
    if (address !== '/') await leadTo(page, `${address}?account=${account}`);
    await settled(page);
    expect.soft(await shiftsSince(page), name).toEqual([]);
    await show?.(page);
    await expect(page.getByText(seen).last(), name).toBeAttached();
    await lookAtBothWidths(page, name);
    await page.keyboard.press('Escape');
    await page.setViewportSize(wide);
    await shiftsSince(page);
  }
}

async function lookAtBothWidths(page: Page, name: string): Promise<void> {
  expect.soft(await faultsOf(page), name).toEqual([]);
  expect.soft(await runningOut(page), name).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await faultsOf(page, 'color-contrast'), `${name}, dark`).toEqual([]);
  await page.setViewportSize(narrow);
  // What is open finds its new place a moment after the window has changed.
  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(widthOf, { message: name, timeout: 3000 }).toBeLessThanOrEqual(narrow.width);
  expect.soft(await runningOut(page), `${name}, 360 px`).toEqual([]);
  expect.soft(await faultsOf(page, 'color-contrast'), `${name}, dark, 360 px`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await faultsOf(page), `${name}, 360 px`).toEqual([]);
}

/** What axe calls serious or critical; `rule`: of that rule alone. Its half a megabyte is loaded once a document. */
export async function faultsOf(page: Page, rule?: string): Promise<unknown[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { axe: there } = window as unknown as { axe: typeof axe };
    const { violations } = await there.run(document, {
      resultTypes: ['violations'],
      preload: false,
      selectors: false,
      ...(only === undefined ? {} : { runOnly: { type: 'rule', values: [only] } }),
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes[0]?.html]);
  }, rule);
}

/** What is drawn beyond the right edge of its sheet, dialog or page, and is not reached by scrolling within it. */
export function runningOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
    const edgeOf = (element: Element) => element.getBoundingClientRect().right + 1;
    const ranOut = (element: Element) => {
      const within = element.parentElement?.closest('.sheet, [role=dialog], main');
      if (!within || element.getBoundingClientRect().width <= 1) return false;
      for (let above = element.parentElement; above && above !== within; above = above.parentElement)
        if (scrolls(above)) return false;
      return !scrolls(within) && element.getBoundingClientRect().right > edgeOf(within);
    };
    return [...document.querySelectorAll('main *, [role=dialog] *')]
      .filter(ranOut)
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
}

/** What was waited for is there, under one name. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

interface Counting {
  moved: string[];
  /** Takes down what has moved and is not told yet. */
  note: () => void;
}

/** From now on, and in every document that the page loads. */
export async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(count);
  await page.evaluate(count);
}

function count(): void {
  const counting = window as unknown as Counting;
  counting.moved = [];
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      const { value, hadRecentInput, sources } = entry as unknown as {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Node | null }[];
      };
      const nodes = sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 120) : ''));
      if (!hadRecentInput) counting.moved.push(`${value}: ${nodes.join(' ')}`);
    }
  };
  const observer = new PerformanceObserver((list) => {
    note(list.getEntries());
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  counting.note = () => {
    note(observer.takeRecords());
  };
}

/** What has moved since it was asked last; a frame that is about to be drawn is waited for. */
export function shiftsSince(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const { note, moved } = window as unknown as Counting;
    note();
    return moved.splice(0);
  });
}

/** Without a reload: as a link of the page would. */
export async function leadTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
  }, path);
  await expect(page).toHaveURL(new RegExp(`${path.replace('?', '\\?')}$`));
}
