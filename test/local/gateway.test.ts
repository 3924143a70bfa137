import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { startGateway, type Gateway } from '../../local/gateway/server.ts';

type Handle = (event: APIGatewayProxyEventV2) => unknown;

/** Sends raw header lists and bytes, which fetch would tidy up. */
async function send(
  url: string,
  { method = 'GET', headers = [], body }: { method?: string; headers?: string[]; body?: Buffer | string } = {},
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  const host = ['host', new URL(url).host];
  return new Promise((resolve, reject) => {
    const length = body === undefined ? [] : ['content-length', String(Buffer.byteLength(body))];
    const request = httpRequest(url, { method, headers: [...host, ...headers, ...length], agent: false });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    request.end(body);
  });
}

describe('The gateway', () => {
  let gateway: Gateway;
  let seen: APIGatewayProxyEventV2[] = [];

  function serve(handle: Handle, timeoutSeconds = 5): void {
    const lambda = {
      name: 'echo',
      timeoutSeconds,
      handler: (event: APIGatewayProxyEventV2) => {
        seen.push(event);
        return handle(event);
      },
    };
    gateway.serve(new Map(['POST /things/{id}', 'GET /things/{id}', 'GET /things/all'].map((key) => [key, lambda])));
  }
  const seenOne = () => seen[0]!;

  beforeEach(async () => {
    seen = [];
    gateway = await startGateway(0);
    serve(() => ({ statusCode: 204 }));
  });
  afterEach(async () => {
    await gateway.close();
  });

  it('makes an event of payload format 2.0', async () => {
    await send(`${gateway.url}/things/a%20b?x=1&x=2&y=%D0%B0`, { headers: ['User-Agent', 'tester'] });
    expect(seenOne()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /things/{id}',
      rawPath: '/things/a%20b',
      rawQueryString: 'x=1&x=2&y=%D0%B0',
      queryStringParameters: { x: '1,2', y: 'а' },
      pathParameters: { id: 'a b' },
      isBase64Encoded: false,
      requestContext: {
        routeKey: 'GET /things/{id}',
        stage: '$default',
        http: { method: 'GET', path: '/things/a%20b', sourceIp: '127.0.0.1', userAgent: 'tester' },
      },
    });
    expect(seenOne()).not.toHaveProperty('body');
  });

  it('joins headers that came twice, in any case, by a comma', async () => {
    await send(`${gateway.url}/things/1`, {
      headers: ['X-A', '1', 'x-a', '2', 'Authorization', 'b', 'authorization', 'c'],
    });
    expect(seenOne().headers).toMatchObject({ 'x-a': '1,2', authorization: 'b,c' });
  });

  it('gives cookies as a list', async () => {
    await send(`${gateway.url}/things/1`, { headers: ['Cookie', 'a=1; b=2'] });
    expect(seenOne().cookies).toEqual(['a=1', 'b=2']);
  });

  it('passes JSON as text', async () => {
    const headers = ['Content-Type', 'application/json; charset=utf-8'];
    await send(`${gateway.url}/things/1`, { method: 'POST', headers, body: '\uFEFF{"a":"ё"}' });
    expect(seenOne()).toMatchObject({ body: '\uFEFF{"a":"ё"}', isBase64Encoded: false });
  });

  it.each([
    ['a form', ['Content-Type', 'application/x-www-form-urlencoded'], Buffer.from('a=1')],
    ['a body without a type', [], Buffer.from('a=1')],
    ['a compressed body', ['Content-Type', 'application/json', 'Content-Encoding', 'gzip'], Buffer.from('{}')],
    ['bytes that are no UTF-8', ['Content-Type', 'application/json'], Buffer.from([0x7b, 0xff, 0x7d])],
  ])('passes %s as base64', async (_, headers, body) => {
    await send(`${gateway.url}/things/1`, { method: 'POST', headers, body });
    expect(seenOne()).toMatchObject({ body: body.toString('base64'), isBase64Encoded: true });
  });

  it('prefers a route without parameters', async () => {
    await send(`${gateway.url}/things/all`);
    expect(seenOne().routeKey).toBe('GET /things/all');
  });

  it.each(['/things', '/things/', '/things/1/2', '/other'])('answers 404 for %s, which is no route', async (path) => {
    expect(await send(`${gateway.url}${path}`)).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
  });

  it('takes a body of 10 MB and refuses a larger one', async () => {
    const most = 10 * 1024 * 1024;
    const post = (size: number) => send(`${gateway.url}/things/1`, { method: 'POST', body: Buffer.alloc(size, 'a') });
    expect((await post(most)).status).toBe(204);
    expect(await post(most + 1)).toMatchObject({ status: 413, body: '{"message":"Request Entity Too Large"}' });
  });

  it('answers with status, headers, cookies and bytes of a result', async () => {
    serve(() => ({
      statusCode: 201,
      headers: { 'Content-Type': 'text/csv', 'x-count': 3 },
      cookies: ['a=1', 'b=2'],
      body: Buffer.from('да').toString('base64'),
      isBase64Encoded: true,
    }));
    expect(await send(`${gateway.url}/things/1`)).toMatchObject({
      status: 201,
      headers: { 'content-type': 'text/csv', 'x-count': '3', 'set-cookie': ['a=1', 'b=2'] },
      body: 'да',
    });
  });

  it('takes a result without a status for the body', async () => {
    serve(() => Promise.resolve({ a: 1 }));
    const answer = await send(`${gateway.url}/things/1`);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"a":1}' });
  });

  it.each([
    ['throws', () => { throw new Error('secret'); }], // prettier-ignore
    ['rejects', () => Promise.reject(new Error('secret'))],
    ['answers a status that is none', () => ({ statusCode: 'ok' })],
  ])('answers 500 and no more when a function %s', async (_, handle: Handle) => {
    serve(handle);
    const answer = await send(`${gateway.url}/things/1`);
    expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
  });

  it('answers 503 when a function takes too long', async () => {
    serve(() => new Promise(() => undefined), 0.05);
    expect(await send(`${gateway.url}/things/1`)).toMatchObject({ status: 503 });
  });

  it('answers 503 before its functions are loaded', async () => {
    const fresh = await startGateway(0);
    expect((await send(`${fresh.url}/things/1`)).status).toBe(503);
    await fresh.close();
  });

  it('answers what is under way before it closes', async () => {
    const { promise, resolve } = Promise.withResolvers<object>();
    serve(() => promise);
    const answer = send(`${gateway.url}/things/1`);
    while (seen.length === 0) await new Promise((again) => setTimeout(again, 5));
    const closed = gateway.close();
    resolve({ statusCode: 200, body: 'late' });
    expect((await answer).body).toBe('late');
    await closed;
    await expect(send(`${gateway.url}/things/1`)).rejects.toThrow();
    gateway = await startGateway(0);
  });
});
