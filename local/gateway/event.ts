import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { eventBody } from './body.ts';

/** Path (as sent) and query (as sent, without the question mark) of a request. */
export function targetOf(request: IncomingMessage): { path: string; query: string } {
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  return { path, query: rest.join('?') };
}

/** API Gateway's event of payload format 2.0. */
export function eventOf(
  request: IncomingMessage,
  bytes: Buffer,
  route: { routeKey: string; parameters: Record<string, string> },
): APIGatewayProxyEventV2 {
  const { path, query } = targetOf(request);
  const { cookie, ...headers } = headersOf(request.rawHeaders);
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/[;,] */) }),
    headers,
    ...(query === '' ? {} : { queryStringParameters: parametersOf(query) }),
    ...(Object.keys(route.parameters).length > 0 ? { pathParameters: route.parameters } : {}),
    requestContext: requestContext(request, route.routeKey, path, headers),
    ...eventBody(bytes, headers),
  };
}

/** Lower-case names; of equal names the values, joined by commas, in the order sent. */
function headersOf(raw: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const [value, before] = [raw[at + 1] ?? '', headers.get(name)];
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(headers);
}

function parametersOf(query: string): Record<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(parameters);
}

function requestContext(
  request: IncomingMessage,
  routeKey: string,
  path: string,
  headers: Record<string, string>,
): APIGatewayProxyEventV2['requestContext'] {
  const now = new Date();
  return {
    accountId: '000000000000',
    apiId: 'local',
    domainName: headers['host'] ?? 'localhost',
    domainPrefix: 'local',
    http: {
      method: request.method ?? 'GET',
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      userAgent: headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: now.toISOString(),
    timeEpoch: now.getTime(),
  };
}
