import type { Page } from '@playwright/test';
import type { Item, Place } from './shot-data.ts';

/** What is done on a page before its picture is taken. */
export type Act = (page: Page) => Promise<void>;

export function press(name: RegExp): Act {
  return (page) => page.getByRole('button', { name }).first().click();
}

export function turn(name: RegExp): Act {
  return (page) => page.locator('.switch').filter({ hasText: name }).click();
}

export function seen(selector: string): Act {
  return (page) => page.locator(selector).first().waitFor();
}

export function acts(...all: readonly Act[]): Act {
  return async (page) => {
    for (const act of all) await act(page);
  };
}

export function choose(list: RegExp, option: RegExp): Act {
  return async (page) => {
    await press(list)(page);
    await page.getByRole('option', { name: option }).first().click();
  };
}

export async function check(page: Page): Promise<void> {
  await press(/^(Проверить|Check)$/)(page);
  await page
    .getByText(/в порядке|fine/)
    .first()
    .waitFor();
}

export function find(text: string): Act {
  return async (page) => {
    await page.getByLabel(/Что ищем|What to look for/).fill(text);
    await press(/^(Найти|Find)$/)(page);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
  };
}

function table(rows: readonly string[]): Act {
  return (page) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
}

/** An export of what is there but for the first deal, with another sum and a deal more. */
export function reconcile(deals: readonly Item[]): Act {
  const [, changed, ...others] = deals.filter(({ revenue }) => revenue !== undefined).slice(0, 9);
  const line = ({ extId, revenue }: Item, more = 0) => `${String(extId)};${Number(revenue) / 100 + more}`;
  const rows = [
    'ID;Amount',
    '99990001;1500',
    ...(changed ? [line(changed, 350)] : []),
    ...others.map((deal) => line(deal)),
  ];
  return acts(
    choose(/(Салон|Salon)$/, /./),
    table(rows),
    choose(/ID$/, /^ID$/),
    choose(/(Сумма|Amount)$/, /^Amount$/),
    press(/^(Сверить|Compare)$/),
    (page) => page.getByRole('heading', { name: /: 1$/ }).first().waitFor(),
  );
}

/** Rows of which one is fine and each other is wrong in its own way. */
export const readTable: Act = table([
  'ID;Создано;Имя клиента;Мобильный;Зал',
  '1;17.03.2026 14:05;Анна;8 916 123-45-67;Большой',
  '2;18.03.2026 10:00;Вера;8 916 123-45-68;Малый',
  ';18.03.2026 11:00;Без номера;;',
  '4;завтра;Когда-нибудь;;',
  '5;01.01.2011;Давно;;',
]);

export const imported: Act = acts(readTable, press(/^(Проверить|Check)$/), (page) =>
  page.locator('.table tbody td').filter({ hasText: /ID/ }).first().waitFor(),
);

export const preview: Act = acts(
  choose(
    /(Откуда брать заявки|Which bookings become requests)$/,
    /Только из виджета онлайн-записи|Only from the online booking widget/,
  ),
  press(/^(Что изменится|Preview changes)$/),
  (page) => page.getByRole('dialog').waitFor(),
);

const login = /^(Логин салона|Salon login)/;

export const unsaved: Act = (page) => page.getByLabel(login).fill('another_login');

/** Somebody else saves what is being typed into. */
export function conflict({ api, salon }: Place): Act {
  return async (page) => {
    await page.getByLabel(login).fill('my_login');
    const { version } = (await api('GET', `/api/salons/${salon}`)).body as { version: number };
    await api('PUT', `/api/salons/${salon}`, { version, salonLogin: 'their_login' });
    await press(/^(Сохранить|Save)$/)(page);
    await page.getByRole('dialog').waitFor();
  };
}

/** The job's answer with what it could not erase in CoMagic: the stand-in cannot be asked from here to refuse a deletion. */
export function leftByErasure(job: string): Act {
  return async (page) => {
    await page.route(`**/api/jobs/${job}`, async (route) => {
      const response = await route.fetch();
      const byHand = [
        { kind: 'request', id: 'rose.b.1', mnemonic: 'dependency_error', field: 'id', remoteId: 99000017 },
        { kind: 'contact', id: 'rose.c.7', mnemonic: 'off' },
      ];
      await route.fulfill({ response, json: { ...((await response.json()) as object), what: 'erase', byHand } });
    });
    await page.reload();
  };
}
