import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** A page, or something that opens on it; it is named by something that is seen only there. */
export interface Look {
  path: () => string;
  show?: (page: Page) => Promise<void>;
  seen: string;
}

/** Goes through pages of an account: none has a serious fault of accessibility, or is wider than the window. */
export async function lookAt(page: Page, looks: Record<string, Look>, account: string, width: number): Promise<void> {
  for (const [name, { path, show, seen }] of Object.entries(looks)) {
    const address = path();
    if (address !== '/') await leadTo(page, `${address}?account=${account}`);
    await show?.(page);
    await expect(page.getByText(seen).last(), name).toBeAttached();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      serious.map(({ id, nodes }) => [name, id, nodes[0]?.html]),
      name,
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
    await page.keyboard.press('Escape');
  }
}

/** Without a reload: as a link of the page would. */
async function leadTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
  }, path);
  await expect(page).toHaveURL(new RegExp(`${path.replace('?', '\\?')}$`));
}
