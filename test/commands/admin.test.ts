import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, openAccount, postSample } from '../blackbox/salon.ts';
import { apiOf, tokenOf } from '../blackbox/target.ts';
import { startStack, type RunningStack } from '../local/stack.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'admin-'));
let stack: RunningStack;
let account: string;

beforeAll(async () => {
  stack = await startStack({ dataDir });
});
afterAll(async () => {
  await stack.stop();
  rmSync(dataDir, { recursive: true });
});

const campaigns = { items: [{ id: '900001', name: 'Проверка' }] };
const salon = {
  ...{ salonId: '1042', salonLogin: 'msc_myata_arbat', token: 'the-token-of-the-salon', isActive: true },
  ...{ attributeTo: 'campaign', defaultCampaignId: '900001', defaultSiteId: '21507' },
};
const sites = { items: [{ id: '21507', domainName: 'myata-salon.ru' }] };

/** While it runs, so does this process: connections that the stack closes meanwhile are seen. */
async function admin(words: string[], input = ''): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const env = { ...process.env, DATA_DIR: dataDir };
  const child = spawn(process.execPath, ['commands/admin/main.ts', ...words, '--account', account], { env });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { status: child.exitCode, stdout, stderr };
}
async function told(words: string[], content?: object | string): Promise<Record<string, string>> {
  const input = typeof content === 'object' ? JSON.stringify(content) : content;
  const { stdout, stderr } = await admin([...words, '--json'], input);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Record<string, string>;
}

async function newAccount(): Promise<void> {
  const api = await openAccount(stack.demo);
  const { body } = await api('GET', '/api/me');
  account = (body as { account: { id: string } }).account.id;
}

describe('a salon', () => {
  it('is set up by the command line alone, and its booking is found', async () => {
    await newAccount();
    await told(['catalog', 'put', 'campaigns', '-'], campaigns);
    await told(['catalog', 'put', 'sites', '-'], sites);
    const { id = '' } = await told(['salons', 'create', '-'], salon);
    const { webhookUrl = '' } = await told(['salons', 'save', id, '-'], { sendRequests: true });
    expect((await postSample('booking-created.json', { webhookUrl, token: salon.token })).status).toBe(200);
    await listOf(await apiOf(stack.demo, account), '/api/events?order=asc', 1);
    expect(await told(['requests', 'show', `${id}.b.558213`])).toMatchObject({ extId: '558213', bookingStatus: 'new' });
    expect((await admin(['events', 'list'])).stdout).toMatch(/^id .*\n[0-9a-f]{39}… .*done/);
  });

  it('that passed on no requests: a booking is found by phone, and made good, by the command line alone', async () => {
    await newAccount();
    await told(['catalog', 'put', 'campaigns', '-'], campaigns);
    await told(['catalog', 'put', 'sites', '-'], sites);
    const { id = '', webhookUrl = '' } = await told(['salons', 'create', '-'], salon);
    expect((await postSample('booking-created.json', { webhookUrl, token: salon.token })).status).toBe(200);
    await listOf(await apiOf(stack.demo, account), '/api/events?order=asc', 1);

    expect((await admin(['search', 'phone', '8 (916) 123-45-67'])).stdout).toMatch(
      /^events: 1\n.*\n.*  ignored  .*requests…/,
    );
    expect(await told(['problems', 'list'])).toMatchObject({
      items: [{ salon: id, reason: 'requests_disabled', count: 1, act: 'replay' }],
    });
    await told(['salons', 'save', id, '-'], { sendRequests: true });
    const asked = await admin(
      ['jobs', 'ask', '-'],
      JSON.stringify({ what: 'replay', salon: id, filter: { reason: 'requests_disabled' } }),
    );
    expect(asked.stdout).toMatch(
      /^Job \d+ \(replay\): ready\.\nIt would do 1 deliveries again\.\nWhat becomes of them:\n {2}done {2}1\nRecords: 1 created, /,
    );
    const job = /jobs start (\d+)\n$/.exec(asked.stdout)?.[1] ?? '';
    const { stdout, stderr } = await admin(['jobs', 'start', job]);
    expect(stdout).toBe(`Job ${job} (replay): done.\nIt has done:\n  done  1\n`);
    expect(stderr).toMatch(/done: \[#{30}\] 1 of 1\n$/);
    expect(await told(['requests', 'show', `${id}.b.558213`])).toMatchObject({ extId: '558213' });
    expect(await told(['search', 'phone', '-'], '+79161234567\n')).toMatchObject({
      requests: [{ extId: '558213' }],
    });
    expect(await told(['jobs', 'list'])).toMatchObject({ items: [{ id: job, state: 'done' }] });
    expect(await told(['jobs', 'stop', job])).toMatchObject({ id: job, state: 'done' });
    expect(await told(['health', 'show'])).toMatchObject({ parked: { count: 0 }, today: { count: 1 } });
    expect((await admin(['search', 'phone', '8 925 555-44-33'])).stdout).toMatch(
      /^Nothing was found\. The salons around /,
    );
  });

  it('is set up by curl alone', async () => {
    await newAccount();
    const token = await tokenOf(stack.demo.tokenUrl, stack.demo.operator);
    const curl = (method: string, path: string, content: object): Record<string, string> => {
      const headers = [`Authorization: Bearer ${token}`, 'Content-Type: application/json', `X-Account: ${account}`];
      const words = [
        '-sS',
        '-X',
        method,
        ...headers.flatMap((header) => ['-H', header]),
        '-d',
        JSON.stringify(content),
      ];
      return JSON.parse(execFileSync('curl', [...words, `${stack.demo.url}${path}`], { encoding: 'utf8' })) as Record<
        string,
        string
      >;
    };
    curl('PUT', '/api/catalog/campaigns', { ...campaigns, version: 0 });
    curl('PUT', '/api/catalog/sites', { ...sites, version: 0 });
    const { webhookUrl = '', id = '' } = curl('POST', '/api/salons', { ...salon, sendRequests: true });
    expect((await postSample('booking-created.json', { webhookUrl, token: salon.token })).status).toBe(200);
    const [request] = await listOf(await apiOf(stack.demo, account), '/api/requests?from=2026-03-01&to=2026-04-01', 1);
    expect(request).toMatchObject({ salon: id, extId: '558213' });
  });
});

it.each([
  [['salons', 'show', 'nobody'], /^GET \/api\/salons\/nobody answered 404 not_found: [^\n]+\.\n$/],
  [['salons', 'create', '/no/such/file'], /^\/no\/such\/file is no JSON object that can be read\.\n$/],
  [['salons'], /^npm run admin -- COMMAND/],
])('%j: says what is wrong, and ends with 1', async (words, sentence) => {
  const { status, stderr, stdout } = await admin(words);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(sentence);
});
