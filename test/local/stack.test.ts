import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, postSample } from '../blackbox/salon.ts';
import { apiOf, type Api } from '../blackbox/target.ts';
import { freePort, startStack, type RunningStack } from './stack.ts';

const march = 'from=2026-03-01&to=2026-04-01';

describe('The local stack', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stack-'));
  const otherDir = mkdtempSync(join(tmpdir(), 'stack-'));
  let port: string;
  let stack: RunningStack;
  let api: Api;

  beforeAll(async () => {
    port = String(await freePort());
    stack = await startStack({ dataDir, env: { PORT: port } });
    api = await apiOf(stack.demo);
  });
  afterAll(async () => {
    await stack.stop();
    for (const folder of [dataDir, otherDir]) rmSync(folder, { recursive: true });
  });

  it('listens on the port it is given, and says where in a file that only its owner reads', () => {
    expect(stack.demo.url).toBe(`http://127.0.0.1:${port}`);
    expect(statSync(join(dataDir, 'demo.json')).mode & 0o777).toBe(0o600);
  });

  it('prints what a newcomer needs', () => {
    const { url, tokenUrl, clientId, clientSecret, salon } = stack.demo;
    const output = stack.output();
    for (const said of [url, tokenUrl, clientId, clientSecret, salon.webhookUrl, salon.token]) {
      expect(output).toContain(said);
    }
    expect(output).toContain(`-H 'Content-Type: application/json' --data-binary @samples/booking-created.json`);
    expect(output).toContain(`sed 's/SALON_TOKEN/${salon.token}/' samples/deal-created.form`);
  });

  it('has a demo account with both components, its salon, and a catalog', async () => {
    expect((await api('GET', '/api/me')).body).toMatchObject({
      role: 'admin',
      account: { components: ['offlineRequests', 'endToEndAnalytics'] },
    });
    const { items } = (await api('GET', '/api/salons')).body as { items: { id: string }[] };
    expect(items).toMatchObject([{ salonId: '1042', salonName: 'Салон красоты «Мята», Арбат', problems: 0 }]);
    expect((await api('GET', `/api/salons/${items[0]!.id}`)).body).toMatchObject({
      isActive: true,
      salonId: '1042',
      salonLogin: 'msc_myata_arbat',
      salonName: 'Салон красоты «Мята», Арбат',
      timezone: 'Europe/Moscow',
      sendRequests: true,
      sendDeals: true,
      attributeTo: 'campaign',
      tokenLast4: stack.demo.salon.token.slice(-4),
      webhookUrl: stack.demo.salon.webhookUrl,
    });
    for (const list of ['campaigns', 'sources', 'sites']) {
      expect(((await api('GET', `/api/catalog/${list}`)).body as { items: unknown[] }).items.length).toBeGreaterThan(1);
    }
  });

  it('has an operator, who sees the account from outside', async () => {
    const operator = await apiOf(stack.demo, '');
    const { body } = await operator('GET', '/api/accounts');
    const { items } = body as { items: { id: string }[] };
    expect((await (await apiOf(stack.demo, items[0]?.id))('GET', '/api/salons')).status).toBe(200);
  });

  it.each([
    ['its data folder', () => ({ dataDir, env: {} }), 'is in use: another local stack runs on it'],
    ['its port', () => ({ dataDir: otherDir, env: { PORT: port } }), 'The port is in use'],
  ])('does not start twice on %s, and says why', async (_, options, said) => {
    const second = startStack(options());
    await expect(second).rejects.toThrow('The stack ended with 1');
    await expect(second).rejects.toThrow(said);
    expect((await api('GET', '/api/me')).status).toBe(200);
  });

  it('does not start with a port that is none', async () => {
    await expect(startStack({ dataDir: otherDir, env: { PORT: 'http' } })).rejects.toThrow('Malformed: PORT');
  });

  it.each(['SIGKILL', 'SIGTERM'])(
    'has all that it answered 200 after %s, under the same addresses and tokens',
    async (signal) => {
      const { webhookUrl } = stack.demo.salon;
      const name = signal === 'SIGKILL' ? 'booking-created.json' : 'deal-created.form';
      expect((await postSample(name, stack.demo.salon)).status).toBe(200);
      if (signal === 'SIGKILL') await stack.kill();
      else expect(await stack.stop()).toBe(0);
      stack = await startStack({ dataDir, env: { PORT: port } });
      expect(stack.demo.salon.webhookUrl).toBe(webhookUrl);
      const count = signal === 'SIGKILL' ? 1 : 2;
      expect(await listOf(api, `/api/requests?${march}`, count)).toHaveLength(count);
    },
  );

  it('logs to a file, one JSON object a line, and no token', () => {
    const log = readFileSync(join(dataDir, 'functions.log'), 'utf8');
    const lines = log
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines.length).toBeGreaterThan(0);
    for (const secret of [stack.demo.salon.token, stack.demo.clientSecret, '9161234567', 'Смирнова']) {
      expect(log).not.toContain(secret);
    }
  });
});
