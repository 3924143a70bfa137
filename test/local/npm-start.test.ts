import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockData } from '../../local/data-lock.ts';
import { freePort, startStack, type RunningStack } from './stack.ts';

const body = JSON.stringify({ event: 'deal.created', data: { id: 1 } });

/** A delivery whose second half is not sent before it is asked for. */
function halfSent({ webhookUrl, token }: RunningStack['demo']['salon']) {
  const headers = { 'x-salon-token': token, 'content-type': 'application/json', 'content-length': body.length };
  const sent = request(webhookUrl, { method: 'POST', headers });
  sent.on('error', () => undefined);
  sent.write(body.slice(0, 10));
  return async () => {
    sent.end(body.slice(10));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  };
}

async function isFree(port: string): Promise<boolean> {
  const server = createServer().listen(Number(port), '127.0.0.1');
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.close();
  return free;
}

describe('npm start', () => {
  let dataDir: string;
  let port: string;
  let stack: RunningStack;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'npm-start-'));
    port = String(await freePort());
    stack = await startStack({ dataDir, env: { PORT: port }, byNpm: true });
  });
  afterEach(() => {
    // Whatever is left of it.
    try {
      process.kill(-stack.pid, 'SIGKILL');
    } catch {
      // Nothing is.
    }
    rmSync(dataDir, { recursive: true });
  });

  it.each<[string, NodeJS.Signals, (pid: number) => number]>([
    ['SIGTERM to npm alone', 'SIGTERM', (pid) => pid],
    ['SIGINT to npm alone', 'SIGINT', (pid) => pid],
    ['Ctrl-C, which goes to all', 'SIGINT', (pid) => -pid],
  ])('finishes what is under way on %s, and leaves no process and no port taken', async (_, signal, whom) => {
    const finish = halfSent(stack.demo.salon);
    await sleep(200);
    process.kill(whom(stack.pid), signal);
    while (!stack.output().includes('Stopping')) await sleep(20);
    expect(await finish()).toBe(200);
    expect(await stack.ended()).toBe(0);
    expect(await isFree(port)).toBe(true);
    // The lock is held by a process, however it is ended.
    lockData(dataDir)();
  });

  it('ends at once when it is asked a second time', async () => {
    halfSent(stack.demo.salon);
    await sleep(200);
    process.kill(stack.pid, 'SIGTERM');
    await sleep(1500);
    process.kill(stack.pid, 'SIGTERM');
    expect(await stack.ended()).toBe(1);
    expect(await isFree(port)).toBe(true);
  });
});
