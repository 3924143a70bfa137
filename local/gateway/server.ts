import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { invoke, type Lambda } from '../lambda/invoke.ts';
import type { Page } from '../page/page.ts';
import { answerOf, internalError, notFound, tooLarge, unavailable, type Answer } from './answer.ts';
import { readBody } from './body.ts';
import { eventOf, targetOf } from './event.ts';
import { createRouter } from './router.ts';

/** Which function serves a route, by API Gateway's route key. */
export type Routes = ReadonlyMap<string, Lambda<APIGatewayProxyEventV2>>;

export interface Gateway {
  /** e.g. `http://127.0.0.1:3000`. */
  url: string;
  /** Until then every request is answered 503. `page`: what stands on the same origin beside the routes. */
  serve: (routes: Routes, page?: Page) => void;
  /** Takes no more requests, answers those that are under way. */
  close: () => Promise<void>;
}

/** Longer than a function may take. */
const closeMs = 35_000;

/** API Gateway's HTTP API on loopback: requests become events of payload format 2.0, results become answers. */
export async function startGateway(port: number): Promise<Gateway> {
  let answer: (request: IncomingMessage) => Promise<Answer> = () => Promise.resolve(unavailable);
  let closing = false;
  // More than API Gateway takes (10,240 bytes), so that the function itself says what is wrong with a long query.
  const server = createServer({ maxHeaderSize: 262_144 }, (request, response) => {
    void answer(request)
      .catch(() => internalError)
      .then((it) => {
        // A connection that is kept alive would keep the server from closing.
        if (closing) response.setHeader('connection', 'close');
        send(response, it);
      });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`,
    serve: (routes, page) => {
      answer = answerer(routes, page);
    },
    close: async () => {
      closing = true;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      // Whoever has not sent the end of a request by then is not waited for.
      const cut = setTimeout(() => {
        server.closeAllConnections();
      }, closeMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

function answerer(routes: Routes, page: Page = () => undefined) {
  const route = createRouter(routes);
  return async (request: IncomingMessage): Promise<Answer> => {
    const body = await readBody(request);
    if (body === undefined) return tooLarge;
    const [method, { path }] = [request.method ?? 'GET', targetOf(request)];
    const found = route(method, path);
    if (!found) return page(method, path) ?? notFound;
    return answerOf(await invoke(found.target, eventOf(request, body, found)));
  };
}

function send(response: ServerResponse, { status, headers, cookies, body }: Answer): void {
  response.writeHead(status, {
    ...headers,
    'content-length': body.length,
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
  });
  response.end(body);
}
