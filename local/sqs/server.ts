import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { openDatabase } from './database.ts';
import { answer } from './protocol.ts';
import { statementsOf } from './statements.ts';
import { createWakeups } from './wakeups.ts';

export interface SqsOptions {
  /** The SQLite file; made, with its folder, if it is not there. One server a file. */
  file: string;
  /** 0 takes a free one. */
  port?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Told what is answered as an InternalFailure. */
  onError?: (error: unknown) => void;
}

export interface SqsServer {
  endpoint: string;
  /** Answers what has been asked (long polls at once, empty), then frees port and file. */
  close: () => Promise<void>;
}

/**
 * Amazon SQS for one machine: standard queues over AWS JSON 1.0 on loopback, without authentication. What it answered
 * is on disk. No FIFO queues, policies, encryption, tags, message move tasks or trace headers.
 */
export async function startSqs({
  file,
  port = 0,
  now = Date.now,
  onError = console.error,
}: SqsOptions): Promise<SqsServer> {
  const db = openDatabase(file);
  const closing = new AbortController();
  // Clients end idle connections; if we did, one could be cut just as the next request is on its way.
  const server = createServer({ keepAliveTimeout: 0 });
  await listening(server, port).catch((error: unknown) => {
    db.close();
    throw error;
  });
  const endpoint = `http://127.0.0.1:${portOf(server)}`;
  const sqs = { endpoint, db, sql: statementsOf(db), wakeups: createWakeups(), now, onError };
  server.on('request', (request, response) => {
    void answer(sqs, request, response, closing.signal);
  });
  return {
    endpoint,
    close: async () => {
      closing.abort();
      await closed(server);
      db.close();
    },
  };
}

async function listening(server: Server, port: number): Promise<void> {
  const done = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  await done;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

async function closed(server: Server): Promise<void> {
  const done = once(server, 'close');
  server.close();
  await done;
}
