import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAccount } from '../blackbox/salon.ts';
import { allOf, type Api } from '../blackbox/target.ts';
import { startStack, type RunningStack } from '../local/stack.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'import-'));
let stack: RunningStack;
let api: Api;
let account: string;
let salon: string;
beforeAll(async () => {
  stack = await startStack({ dataDir });
  api = await openAccount(stack.demo);
  account = ((await api('GET', '/api/me')).body as { account: { id: string } }).account.id;
  await api('PUT', '/api/catalog/sites', { version: 0, items: [{ id: '21507', domainName: 'myata-salon.ru' }] });
  await api('PUT', '/api/catalog/campaigns', { version: 0, items: [{ id: '900001', name: 'Проверка' }] });
  const settings = {
    ...{ salonId: '1042', salonLogin: 'msc_myata_arbat', token: 'the-token-of-the-salon', isActive: true },
    ...{ attributeTo: 'campaign', defaultCampaignId: '900001', defaultSiteId: '21507', sendRequests: true },
  };
  salon = ((await api('POST', '/api/salons', settings)).body as { id: string }).id;
});
afterAll(async () => {
  await stack.stop();
  rmSync(dataDir, { recursive: true });
});

const columns = ['Номер=bookingId', 'Создана=createdAt', 'Клиент=client.name', 'Телефон=client.phone', 'Зал=custom'];
const chosen = columns.flatMap((column) => ['--column', column]);

/** The command with a table on standard input. */
async function imported(table: string | Buffer, words: string[] = chosen) {
  const env = { ...process.env, DATA_DIR: dataDir };
  const options = ['-', '--salon', salon, '--kind', 'booking', '--account', account];
  const child = spawn(process.execPath, ['commands/import/main.ts', ...options, ...words], { env });
  child.stdin.end(table);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { status: child.exitCode, stdout, stderr };
}

const daysAgo = (days: number) => `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19)}Z`;
const head = 'Номер;Создана;Клиент;Телефон;Зал;Примечание';
const rows = Array.from({ length: 300 }, (_, at) => [
  ...[`r${at}`, daysAgo(at + 1), 'Клиентка', `8 916 ${String(1_000_000 + at)}`, 'Большой', 'секрет'],
]);
const table = [head, ...rows.map((cells) => cells.join(';'))].join('\r\n');
const requests = () => allOf(api, `/api/requests?salon=${salon}&from=${daysAgo(400)}`);

async function until(count: number): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const lines = await allOf(api, `/api/events?source=import&salon=${salon}&order=asc`);
    if (lines.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`there are no ${count} lines of imports`);
}

describe('npm run import', () => {
  it('says of a dry run what would be done, and does nothing', async () => {
    const { status, stdout } = await imported(table, [...chosen, '--dry-run']);
    expect([status, stdout]).toEqual([0, '300 rows would be queued\n']);
    expect(await allOf(api, `/api/events?source=import&salon=${salon}`)).toEqual([]);
  });

  it('makes 300 requests of 300 rows, and none of a second import', async () => {
    expect(await imported(table)).toMatchObject({ status: 0, stdout: '300 rows queued\n' });
    await until(300);
    const made = await requests();
    expect(made.map(({ dateTime, phone }) => [dateTime, phone])).toEqual(
      rows.map(([, created = '', , phone = '']) => [
        created.replace('Z', '.000Z'),
        `+7${phone.replaceAll(' ', '').slice(1)}`,
      ]),
    );
    expect(await imported(table)).toMatchObject({ status: 0, stdout: '300 rows queued\n' });
    const windows = Buffer.from(
      head
        .split('')
        .map((letter) => (letter.charCodeAt(0) > 1000 ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))),
    );
    const another = Buffer.concat([windows, Buffer.from('\nlast;' + daysAgo(500) + ';Anna;;;')]);
    expect(await imported(another)).toMatchObject({ status: 0, stdout: '1 rows queued\n' });
    await until(301);
    const again = await requests();
    expect(again).toEqual(made);
    const { body } = await api('GET', `/api/requests/${salon}.b.r7`);
    expect(body).toMatchObject({ name: 'Клиентка', userFields: [{ name: 'Зал', value: 'Большой' }] });
    expect(JSON.stringify(body)).not.toContain('секрет');
  }, 300_000);

  it('says of each row that is no event why, with its number and the name of the column, and no cell', async () => {
    const bad = [head, rows[0]!.join(';'), ';;;;;', 'x1;;Анна;+79161112233', `;${daysAgo(1)};Анна`, 'x2;завтра;Вера'];
    const { status, stdout, stderr } = await imported(bad.join('\n'), [...chosen, '--json']);
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      accepted: 1,
      ignored: {},
      refused: [
        { row: 4, reason: 'no_date', column: 'Создана' },
        { row: 5, reason: 'no_id', column: 'Номер' },
        { row: 6, reason: 'unreadable_date', column: 'Создана' },
      ],
      unavailable: [],
      unsent: 0,
      warned: [],
    });
  });

  it.each<[string, string[], RegExp]>([
    [
      'which column is not there',
      ['--column', 'Фамилия=client.name'],
      /There is no column “Фамилия”: .*Номер, Создана/,
    ],
    ['which field is none', ['--column', 'Номер=token'], /“token” is no field/],
    ['what a column may hold, when none is chosen', [], /Say what the columns hold/],
  ])('says %s', async (_what, words, said) => {
    const { status, stdout, stderr } = await imported(table, words);
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(said)]);
  });
});
