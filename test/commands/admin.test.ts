import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

function admin(words: string[], content?: object) {
  const input = content === undefined ? '' : JSON.stringify(content);
  const env = { ...process.env, DATA_DIR: dataDir };
  const all = ['commands/admin/main.ts', ...words, '--account', account];
  return spawnSync(process.execPath, all, { env, input, encoding: 'utf8' });
}
function told(words: string[], content?: object): Record<string, string> {
  const { stdout, stderr } = admin([...words, '--json'], content);
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
    told(['catalog', 'put', 'campaigns', '-'], campaigns);
    told(['catalog', 'put', 'sites', '-'], sites);
    const { id = '' } = told(['salons', 'create', '-'], salon);
    const { webhookUrl = '' } = told(['salons', 'save', id, '-'], { sendRequests: true });
    expect((await postSample('booking-created.json', { webhookUrl, token: salon.token })).status).toBe(200);
    await listOf(await apiOf(stack.demo, account), '/api/events?order=asc', 1);
    expect(told(['requests', 'show', `${id}.b.558213`])).toMatchObject({ extId: '558213', bookingStatus: 'new' });
    expect(admin(['events', 'list']).stdout).toMatch(/^id .*\n[0-9a-f]{39}… .*done/);
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
])('%j: says what is wrong, and ends with 1', (words, sentence) => {
  const { status, stderr, stdout } = admin(words);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(sentence);
});
