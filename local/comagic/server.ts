import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as v from 'valibot';
import { pageOf } from './page.ts';
import type { StandIn } from './stand-in.ts';

export interface StandInServer {
  /** What the client calls in the place of CoMagic. */
  url: string;
  close: () => Promise<void>;
}

const chunk = v.instance(Uint8Array);

/** Bytes of the longest call. */
const longest = 16 * 1024 * 1024;

/** The stand-in on a free port of loopback: POST calls it, GET shows what it holds. */
export async function startStandIn(standIn: StandIn): Promise<StandInServer> {
  const server = createServer((request, response) => {
    answer(standIn, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v2.0`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(standIn));
    return;
  }
  const reply = standIn.handle(parsed(await textOf(request)), request.socket.remoteAddress);
  if (reply === undefined) {
    response.destroy();
    return;
  }
  response
    .writeHead(reply.status, { 'content-type': 'application/json; charset=UTF-8' })
    .end(JSON.stringify(reply.body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(v.parse(chunk, part));
    size += bytes.length;
    if (size > longest) throw new Error('the call is too long');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
