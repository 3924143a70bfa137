import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { watchDisk } from '../../local/disk.ts';
import { allOf, apiOf, type Api } from '../blackbox/target.ts';
import { delivery } from '../kill/deliveries.ts';
import { startStack, type RunningStack } from './stack.ts';
import { drained } from './waiting.ts';

describe('The watch over the disk', () => {
  it('says once that there is no room and once that there is again, and looks only when it is asked to', async () => {
    const said: string[] = [];
    let room = false;
    const disk = watchDisk(
      'data',
      (sentence) => said.push(sentence),
      () => room,
    );
    expect([disk.isFull(), disk.check(), disk.check(), disk.isFull()]).toEqual([false, true, true, true]);
    expect(said).toEqual([expect.stringContaining('no room in data')]);
    room = true;
    while (disk.isFull()) await sleep(50);
    expect(disk.check()).toBe(false);
    expect(said).toEqual([expect.stringContaining('no room'), expect.stringContaining('There is room in data')]);
  });

  it('leaves nothing in the folder', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'room-'));
    expect(watchDisk(dataDir, () => undefined).check()).toBe(false);
    expect(readdirSync(dataDir)).toEqual([]);
    rmSync(dataDir, { recursive: true });
  });
});

/** The largest file (bytes) that a running process may write: beyond it a write fails, as on a full disk, for every user. */
function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

// prlimit is a command of Linux.
(process.platform === 'linux' ? describe : describe.skip)('A stack that cannot write', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'full-'));
  const kept: string[] = [];
  let stack: RunningStack;
  let api: Api;
  let posted = 0;

  beforeAll(async () => {
    stack = await startStack({ dataDir, env: { RETRY_SECONDS: '1' } });
    api = await apiOf(stack.demo);
  });
  afterAll(async () => {
    await stack.kill();
    rmSync(dataDir, { recursive: true });
  });

  async function post(): Promise<number> {
    const { webhookUrl, token } = stack.demo.salon;
    const headers = { 'x-salon-token': token, 'content-type': 'application/json' };
    const response = await fetch(webhookUrl, { method: 'POST', headers, body: delivery(posted++).body });
    const { events = [] } = (await response.json()) as { events?: { id: string }[] };
    if (response.status === 200) kept.push(...events.map(({ id }) => id));
    return response.status;
  }
  const postFive = () => Promise.all(Array.from({ length: 5 }, post));
  const save = async () => {
    const { version } = (await api('GET', '/api/catalog/sites')).body as { version: number };
    return api('PUT', '/api/catalog/sites', { items: [{ id: '1', domainName: 'a.ru', state: 'work' }], version });
  };

  it('answers 503, says why in a sentence, and goes on as soon as it can', async () => {
    expect(await postFive()).toEqual(Array(5).fill(200));
    limitFiles(stack.pid, 4096);
    expect((await save()).status).toBe(503);
    expect(await postFive()).toEqual(Array(5).fill(503));
    limitFiles(stack.pid, 'unlimited');
    while ((await save()).status !== 200) await sleep(200);
    expect(await postFive()).toEqual(Array(5).fill(200));
    const [, sentences = ''] = stack.output().split('/api/events');
    expect(sentences.split('\n').filter((line) => line.includes('room'))).toEqual([
      `There is no room in ${dataDir}: what cannot be kept is answered 503, until there is.`,
      `There is room in ${dataDir} again.`,
    ]);
    expect(stack.output()).not.toMatch(/^ +at |failed/m);
  });

  it('does not start where it cannot write, and says so in a sentence', () => {
    const otherDir = mkdtempSync(join(tmpdir(), 'full-'));
    const command = ['--fsize=4096', process.execPath, 'local/main.ts'];
    const { status, stderr } = spawnSync('prlimit', command, { env: { ...process.env, DATA_DIR: otherDir } });
    expect(status).toBe(1);
    expect(stderr.toString()).toBe(`${otherDir} cannot be written: make room there, or set DATA_DIR.\n`);
    rmSync(otherDir, { recursive: true });
  });

  it('has then all that it answered 200, after a kill as well', async () => {
    await stack.kill();
    stack = await startStack({ dataDir });
    expect(await drained(stack.demo.queues, 50_000)).toBe(true);
    const lines = await allOf(await apiOf(stack.demo), '/api/events?order=asc');
    expect(lines.map(({ id, status }) => ({ id, status }))).toEqual(
      expect.arrayContaining(kept.map((id) => ({ id, status: 'done' }))),
    );
    expect(lines).toHaveLength(kept.length);
  });
});
