import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { queueSettings } from '../../lib/model/queues.ts';
import { dynamoClient, workerLimits } from '../../lib/store/client.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';

describe('a client of a database that takes calls and never answers', () => {
  let attempts = 0;
  const sockets: Socket[] = [];
  const silent = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined).once('data', () => attempts++);
  });
  const before = { ...process.env };

  beforeEach(async () => {
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    process.env['AWS_ENDPOINT_URL_DYNAMODB'] = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    process.env['AWS_REGION'] = 'eu-central-1';
    process.env['AWS_ACCESS_KEY_ID'] = 'local';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'local';
  });
  afterEach(() => {
    process.env = before;
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('fails after as many tries as it was given, of the time that it was given', async () => {
    const client = dynamoClient({ attempts: 2, timeoutMs: 100, connectMs: 100 });
    await expect(dynamoTable(client, 'records').get('a', 'b')).rejects.toThrow();
    client.destroy();
    expect(attempts).toBe(2);
  });
});

describe('a call of a worker', () => {
  it('has had all its tries within half of what a message of a full batch may take', () => {
    // Two waves of five share the time-out less the 2 s in which nothing is started.
    const share = (1000 * queueSettings.workerTimeout - 2000) / 2;
    expect(workerLimits.attempts * workerLimits.timeoutMs).toBeLessThanOrEqual(share / 2);
  });
});
