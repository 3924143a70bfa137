import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import './close-iterators.ts';

export interface Dynamo {
  /** e.g. `http://127.0.0.1:49152`, for AWS_ENDPOINT_URL_DYNAMODB. */
  endpoint: string;
  close: () => Promise<void>;
}

/** DynamoDB on loopback: LevelDB under `path`, or in memory without one; a free port unless one is given. */
export async function startDynamo(options: { path?: string; port?: number } = {}): Promise<Dynamo> {
  const server = dynalite({ createTableMs: 0, ...(options.path === undefined ? {} : { path: options.path }) });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${portOf(server.address())}`,
    close: () => closed(server),
  };
}

/** Answers what was asked before it closes; clients that keep their connections alive do not hold it up. */
async function closed(server: Server): Promise<void> {
  const hangUp = setInterval(() => {
    server.closeIdleConnections();
  }, 20);
  const giveUp = setTimeout(() => {
    server.closeAllConnections();
  }, 10_000);
  try {
    await new Promise<void>((resolve, reject) => {
      server.close((error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  } finally {
    clearInterval(hangUp);
    clearTimeout(giveUp);
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('the store has no port');
  return address.port;
}
