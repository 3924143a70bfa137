import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';

/**
 * Set before each test file of the black-box suite when it runs against MiniStack (jest's --setupFiles): leads AWS's host
 * names, which no DNS here knows, to the engine on loopback. Not by fetch, which lets nobody choose the Host header.
 */
const port = process.env['DEPLOY_ENGINE_PORT'];
const plain = globalThis.fetch;

/** The engine's name for a host of AWS; undefined for any other host. */
function hostAtEngine(hostname: string): string | undefined {
  const api = /^([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/.exec(hostname)?.[1];
  if (api !== undefined) return `${api}.execute-api.127.0.0.1:${port ?? ''}`;
  return /\.(amazoncognito\.com|cloudfront\.net)$/.test(hostname) ? hostname : undefined;
}

/** As fetch, from the engine, as if it were that host. */
export async function fetchAs(host: string, asked: Request): Promise<Response> {
  const { pathname, search } = new URL(asked.url);
  const body = Buffer.from(await asked.arrayBuffer());
  const headers = { ...Object.fromEntries(asked.headers), host, 'content-length': String(body.length) };
  const target = { host: '127.0.0.1', port, path: `${pathname}${search}`, servername: 'localhost' };
  return new Promise((resolve, reject) => {
    const sent = request({ ...target, method: asked.method, headers, timeout: 60_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const content = Buffer.concat(chunks);
        resolve(
          new Response(content.length > 0 ? content : null, {
            status: response.statusCode ?? 0,
            headers: headersOf(response),
          }),
        );
      });
    });
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(new Error('no answer from the engine')));
    sent.end(body);
  });
}

function headersOf({ headers }: IncomingMessage): [string, string][] {
  return Object.entries(headers).map(([name, value]) => [name, String(value)]);
}

globalThis.fetch = (input, init) => {
  const asked = new Request(input, init);
  const host = hostAtEngine(new URL(asked.url).hostname);
  return host === undefined ? plain(input, init) : fetchAs(host, asked);
};
