import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type RunningStack } from './stack.ts';
import { drained } from './waiting.ts';

interface Item {
  id: string;
  status?: string;
  hidden?: string[];
}

const dataDir = mkdtempSync(join(tmpdir(), 'guide-'));
const separator = '\u001e';
let stack: RunningStack;
let lines: string[];
let salon: string;

beforeAll(async () => {
  for (const tool of ['bash', 'curl']) {
    if (spawnSync(tool, ['--version']).error) throw new Error(`${tool} is not installed: the printed lines need it.`);
  }
  stack = await startStack({ dataDir });
  while (!stack.output().includes('/api/events')) await sleep(50);
  lines = stack
    .output()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(TOKEN=|curl |sed )/.test(line));
  salon = (await itemsOf('/api/salons'))[0]?.id ?? '';
}, 60_000);
afterAll(async () => {
  await stack.stop();
  rmSync(dataDir, { recursive: true });
});

/** Pastes lines into one terminal, and gives what each printed. */
async function pasted(...script: string[]): Promise<string[]> {
  const text = script.map((line) => `${line}\nprintf '${separator}'\n`).join('');
  const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', text]);
  expect(stderr).toBe('');
  return stdout.split(separator).slice(0, -1);
}

const tokenLine = () => lines[0] ?? '';

/** The items of a list, by the printed line that asks for events, or for what `path` says instead. */
async function itemsOf(path: string): Promise<Item[]> {
  const line = lines.find((printed) => printed.includes(path)) ?? lines.at(-1)?.replace('/api/events', path) ?? '';
  const [, answer = ''] = await pasted(tokenLine(), line);
  return (JSON.parse(answer) as { items: Item[] }).items;
}

const byId = (items: Item[]) => Object.fromEntries(items.map(({ id, hidden }) => [id, hidden]));

describe('The printed lines, pasted into a terminal', () => {
  let answered: Item[];

  beforeAll(async () => {
    const deliveries = lines.filter((line) => line.includes('samples/'));
    expect(deliveries).toHaveLength(5);
    const answers = await pasted(...deliveries);
    answered = answers.flatMap((answer) => (JSON.parse(answer) as { events: Item[] }).events);
    expect(await drained(stack.demo.queues, 60_000)).toBe(true);
  }, 120_000);

  it('are nine: a token, five deliveries, and three lists', () => {
    expect(lines).toHaveLength(9);
  });

  it('get a token, and say nothing', async () => {
    expect(await pasted(tokenLine(), 'printf %s "${TOKEN%%.*}"')).toEqual(['', expect.stringMatching(/^eyJ/)]);
  });

  it('deliver the five samples, all six events of which are accepted', () => {
    expect(answered.map(({ status }) => status)).toEqual(Array(6).fill('accepted'));
    expect(new Set(answered.map(({ id }) => id)).size).toBe(6);
  });

  it('give three requests', async () => {
    expect(byId(await itemsOf('/api/requests'))).toEqual({
      [`${salon}.b.558213`]: [],
      [`${salon}.b.558240`]: [],
      [`${salon}.d.771950`]: [],
    });
  });

  it('give two deals, one of which was deleted', async () => {
    expect(byId(await itemsOf('/api/deals'))).toEqual({
      [`${salon}.d.771904`]: [],
      [`${salon}.d.771950`]: ['deleted'],
    });
  });

  it('give six lines of the journal, under the ids that the webhook answered', async () => {
    const events = await itemsOf('/api/events');
    expect(events.map(({ status }) => status)).toEqual(Array(6).fill('done'));
    expect(events.map(({ id }) => id).sort()).toEqual(answered.map(({ id }) => id).sort());
  });

  it('connect a second salon by the line of the README', async () => {
    const readme = readFileSync('README.md', 'utf8');
    const [printed = ''] = /^ *curl [^`]*api\/salons -d '[^']*'$/m.exec(readme) ?? [];
    const [, answer = ''] = await pasted(tokenLine(), printed.replace('http://127.0.0.1:3000', stack.demo.url));
    expect(JSON.parse(answer)).toMatchObject({
      salonId: '1043',
      isActive: true,
      webhookUrl: expect.stringContaining(`${stack.demo.url}/webhooks/profsalon/`),
    });
    expect((await itemsOf('/api/salons')).map(({ id }) => id)).toHaveLength(2);
  });
});
