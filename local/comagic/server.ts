import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as v from 'valibot';
import { componentNames } from './method.ts';
import { pageOf } from './page.ts';
import type { Access, StandIn } from './stand-in.ts';

export interface StandInServer {
  /** What the client calls in the place of CoMagic. */
  url: string;
  close: () => Promise<void>;
}

const chunk = v.instance(Uint8Array);

/** Bytes of the longest call. */
const longest = 16 * 1024 * 1024;

/**
 * The stand-in on a free port of loopback: POST calls it, GET shows what it holds, PUT changes whom it lets in (`accessSchema`).
 * `onCall`: after each call.
 */
export async function startStandIn(standIn: StandIn, onCall: () => void = () => undefined): Promise<StandInServer> {
  const server = createServer((request, response) => {
    answer(standIn, request, response)
      .then(onCall)
      .catch(() => response.destroy());
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
  if (request.method === 'PUT') {
    changeAccess(standIn.access, parsed(await textOf(request)));
    response.writeHead(204).end();
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

/** Whom the stand-in lets in, as far as it is to be changed; `addresses` null: callers from everywhere. */
const accessSchema = v.object({
  keys: v.optional(v.record(v.string(), v.picklist(['valid', 'expired', 'blocked']))),
  addresses: v.optional(v.nullable(v.array(v.string()))),
  components: v.optional(v.array(v.picklist(componentNames))),
  isActive: v.optional(v.boolean()),
});

function changeAccess(access: Access, change: unknown): void {
  const { keys, addresses, components, isActive } = v.parse(accessSchema, change);
  if (keys !== undefined) access.keys = new Map(Object.entries(keys));
  if (addresses !== undefined) access.addresses = addresses === null ? undefined : new Set(addresses);
  if (components !== undefined) access.components = new Set(components);
  if (isActive !== undefined) access.isActive = isActive;
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
