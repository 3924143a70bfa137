import type { Page } from '@playwright/test';
import { test } from './browser.ts';
import { lookAt, windowed, type Look } from './looked-at.ts';
import { newAccount, newSalon, type Account } from './target.ts';
import { listed, tell } from './told.ts';

let account: Account;
let salon: string;

test.beforeAll(async () => {
  account = await newAccount('Доступность списков');
  const connected = await newSalon(account);
  salon = connected.id;
  const client = { name: 'Анна Константиновна Рождественская-Преображенская', phone: '+79161234567' };
  await tell(connected, 'record.created', { id: 1, source: 'widget', client, amount: '1500' });
  await tell(connected, 'record.created', { id: 2, source: 'admin', client });
  await tell(connected, 'deal.created', { id: 11, stage: { name: 'Думает' }, amount: '2000', client });
  await tell(connected, 'deal.updated', { id: 11, stage: { name: 'Оплачено' } });
  await listed(account, '/api/requests', 3);
  await listed(account, '/api/deals', 1);
});

/** Lists, reports and what opens on them. */
const views: Record<string, Look> = {
  overview: {
    path: () => '/overview',
    show: (page) => page.getByRole('region', { name: 'Полнота' }).getByRole('radio', { name: 'Графиком' }).click(),
    seen: 'Линия 80 %',
  },
  requests: { path: () => '/requests', seen: '3 заявки' },
  columns: {
    path: () => '/requests',
    show: (page) => page.getByRole('button', { name: 'Столбцы' }).click(),
    seen: 'Как обычно',
  },
  request: { path: () => `/requests/${salon}.b.1`, seen: 'События по порядку' },
  deal: { path: () => `/deals/${salon}.d.11`, seen: 'тип угадан' },
  pipelines: { path: () => '/pipelines', seen: 'Общая для салонов' },
  reconciliation: { path: () => '/reconcile', show: compare, seen: 'Отличаются: 1' },
};

async function compare(page: Page): Promise<void> {
  const buffer = Buffer.from('Номер;Сумма\n11;1999\n12;1\n');
  await page.getByLabel('Выгрузка (CSV)').setInputFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer });
  for (const [what, column] of [
    ['ID', 'Номер'],
    ['Сумма', 'Сумма'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`${what}$`) }).click();
    await page.getByRole('option', { name: column, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Сверить' }).click();
}

test('No list or report has a serious fault of accessibility, moves while it loads, or is wider than the window', async ({
  open,
}) => {
  test.setTimeout(300_000);
  const page = await open('operator', '/', windowed);
  await lookAt(page, views, account.id);
});
