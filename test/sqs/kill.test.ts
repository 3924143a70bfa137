import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeleteMessageBatchCommand } from '@aws-sdk/client-sqs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startSqs } from '../../local/sqs/server.ts';
import { clientOf, driverOf, type Driver } from './driver.ts';
import { ownFolder } from './own-folder.ts';

const children = new Set<ChildProcess>();

/** The server as a process of its own, and the end of it that leaves it no time for anything. */
async function serverProcess(file: string) {
  const child = spawn(process.execPath, [require.resolve('./serve.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const sqs = driverOf(clientOf(line.toString().trim()));
  const kill = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    children.delete(child);
    sqs.client.destroy();
  };
  return { sqs, kill };
}

/** Sends one after the other until the server is gone; what was acknowledged is noted. */
async function sendUntilKilled({ send }: Driver, url: string, sender: string, acknowledged: Set<string>) {
  for (let i = 0; ; i += 1) {
    const body = `${sender}-${i}`;
    if (!(await send(url, body).catch(() => undefined))) return;
    acknowledged.add(body);
  }
}

/** Receives and deletes until the server is gone; a delete without an answer may or may not have happened. */
async function deleteUntilKilled({ receive, remove }: Driver, url: string, tried: Set<string>, deleted: Set<string>) {
  for (;;) {
    const messages = await receive(url, { VisibilityTimeout: 3_600 }).catch(() => undefined);
    if (!messages) return;
    for (const message of messages.slice(0, 5)) {
      tried.add(message.Body!);
      const answered = await remove(url, message).then(
        () => true,
        () => false,
      );
      if (!answered) return;
      deleted.add(message.Body!);
    }
  }
}

async function drain(sqs: Driver, url: string): Promise<string[]> {
  const bodies: string[] = [];
  for (;;) {
    const messages = await sqs.receive(url);
    if (messages.length === 0) return bodies;
    bodies.push(...messages.map(({ Body }) => Body!));
    const Entries = messages.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }));
    await sqs.client.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
  }
}

describe('The local server, killed', () => {
  let file = '';
  let remove = async () => {};
  beforeAll(async () => {
    ({ file, remove } = await ownFolder());
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await remove();
  });

  it('has every acknowledged message exactly once and none whose delete was acknowledged', async () => {
    const acknowledged = new Set<string>();
    const tried = new Set<string>();
    const deleted = new Set<string>();
    for (const round of [1, 2, 3]) {
      const { sqs, kill } = await serverProcess(file);
      const url = await sqs.newQueue({}, 'killed');
      const busy = [
        ...Array.from({ length: 10 }, (_, i) => sendUntilKilled(sqs, url, `${round}-${i}`, acknowledged)),
        deleteUntilKilled(sqs, url, tried, deleted),
      ];
      while (acknowledged.size < round * 250) await new Promise(setImmediate);
      await kill();
      await Promise.all(busy);
    }
    // Two hours on, nothing is hidden any more.
    const server = await startSqs({ file, now: () => Date.now() + 7_200_000 });
    const sqs = driverOf(clientOf(server.endpoint));
    const left = await drain(sqs, await sqs.newQueue({}, 'killed'));
    sqs.client.destroy();
    await server.close();

    const found = new Set(left);
    expect(deleted.size).toBeGreaterThan(0);
    expect(left).toHaveLength(found.size);
    expect([...acknowledged].filter((body) => !found.has(body) && !tried.has(body))).toEqual([]);
    expect([...deleted].filter((body) => found.has(body))).toEqual([]);
  });

  it('still hides what was in flight, and takes the handles it gave', async () => {
    const before = await serverProcess(file);
    const url = await before.sqs.newQueue();
    for (const body of ['a', 'b', 'c']) await before.sqs.send(url, body);
    const taken = await before.sqs.receive(url, { MaxNumberOfMessages: 2, VisibilityTimeout: 900 });
    await before.kill();

    const { sqs, kill } = await serverProcess(file);
    expect(await sqs.counts(url)).toEqual([1, 2, 0]);
    for (const message of taken) await sqs.remove(url, message);
    expect(await sqs.counts(url)).toEqual([1, 0, 0]);
    expect((await sqs.receive(url)).map(({ Body }) => Body)).toEqual(['c']);
    await kill();
  });
});
