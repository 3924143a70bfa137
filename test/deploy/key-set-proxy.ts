import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { request } from 'node:https';

/** What the engine fetches over plain HTTP from its own port, which speaks TLS alone. See workarounds.ts, `keySets`. */
export interface KeySetProxy {
  url: string;
  close: () => void;
}

/** Takes the engine's requests as its HTTP proxy and asks the engine over TLS. `GET /used` tells how often. */
export async function startKeySetProxy(enginePort: number): Promise<KeySetProxy> {
  let used = 0;
  const server = createServer((asked, answer) => {
    if (asked.url === '/used') return void answer.end(String(used));
    used += 1;
    forward(enginePort, asked, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

function forward(port: number, asked: IncomingMessage, answer: ServerResponse): void {
  const { pathname, port: askedPort } = new URL(asked.url ?? '/', 'http://127.0.0.1');
  if (askedPort !== String(port) || !pathname.endsWith('/.well-known/jwks.json'))
    return void answer.writeHead(403).end();
  // A public document from loopback: the certificate was made by the engine that asks.
  const options = { host: '127.0.0.1', port, path: pathname, rejectUnauthorized: false };
  const sent = request(options, (response) => {
    answer.writeHead(response.statusCode ?? 502, { 'content-type': 'application/json' });
    response.pipe(answer);
  });
  sent.on('error', () => answer.writeHead(502).end());
  sent.end();
}
