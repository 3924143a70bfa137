import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { AccountActs, AccountRouteKey, Acts, Call, OpenActs, Reply } from '../model/acts.ts';
import type { Failure } from '../model/api.ts';
import { apiRoutes, noBodySchema, type RouteKey } from '../model/routes.ts';
import type { Account } from '../model/settings.ts';
import { answerOf } from './admin-answer.ts';
import { itemsOfCsv } from './csv-read.ts';
import { csvPages, isCsv, wantsCsv } from './csv-pages.ts';
import { authorise, type Authorised, type AuthoriseDeps } from './admin-authorise.ts';
import { readBody } from './admin-body.ts';
import { parsePart } from './admin-parse.ts';
import type { HttpAnswer } from './json-answer.ts';
import { KeysUnavailable } from './token-keys.ts';

export interface AdminDeps extends AuthoriseDeps {
  acts: Acts;
  /** What of an answer its caller may see. */
  leave: (call: Leaving, answer: unknown) => Promise<unknown>;
  /** Whether what an act threw will pass by itself. */
  isOutage: (error: unknown) => boolean;
  log: (line: Record<string, unknown>) => void;
}
interface Leaving extends Pick<Call<RouteKey>, 'caller' | 'account' | 'id'> {
  route: RouteKey;
  query: unknown;
}
type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** All routes of the cabinet's API as one Lambda handler: who calls, what is asked, the act, the answer. */
export function adminHandler(deps: AdminDeps): Handler {
  const reply = replyTo(deps);
  return async (event, context) => {
    try {
      const answer = await reply(event, context);
      return 'statusCode' in answer ? answer : answerOf(answer);
    } catch (error) {
      // Its message may quote what was sent, so only the name goes to the log.
      deps.log({ route: event.routeKey, error: error instanceof Error ? error.name : 'unknown' });
      const passes = error instanceof KeysUnavailable || deps.isOutage(error);
      return answerOf({ error: passes ? 'unavailable' : 'internal' });
    }
  };
}

function replyTo(
  deps: AdminDeps,
): (event: APIGatewayProxyEventV2, context: Context) => Promise<Reply<unknown> | HttpAnswer> {
  const admit = authorise(deps);
  return async (event, context) => {
    const { routeKey } = event;
    if (!isRoute(routeKey)) return { error: 'not_found' };
    const admitted = await admit(apiRoutes[routeKey], event.headers);
    if ('error' in admitted) return admitted;
    const sent = await sentBody(routeKey, event, context);
    if ('error' in sent) return sent;
    return act(deps, routeKey, { ...admitted, ...sent, event });
  };
}

function isRoute(key: string): key is RouteKey {
  return Object.hasOwn(apiRoutes, key);
}

function isAccountRoute(key: RouteKey): key is AccountRouteKey {
  return apiRoutes[key].account;
}

async function sentBody(
  key: RouteKey,
  event: APIGatewayProxyEventV2,
  context: Context,
): Promise<{ body: unknown } | Failure> {
  if (apiRoutes[key].body === noBodySchema) return { body: undefined };
  return 'upload' in apiRoutes[key] && isCsv(event.headers['content-type'])
    ? { body: uploaded(event) }
    : readBody(event, context);
}

/** A table in the place of a list; the version that it replaces stands in the query. */
function uploaded({ body = '', isBase64Encoded, queryStringParameters }: APIGatewayProxyEventV2) {
  const items = itemsOfCsv(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
  const version = queryStringParameters?.['version'];
  return { items, ...(version === undefined ? {} : { version: Number(version) }) };
}

interface Asked extends Authorised {
  body: unknown;
  event: APIGatewayProxyEventV2;
}

async function act(deps: AdminDeps, key: RouteKey, asked: Asked): Promise<Reply<unknown> | HttpAnswer> {
  if (!isAccountRoute(key)) return actAnywhere(deps, key, asked);
  const { account } = asked;
  if (account === undefined) return { error: 'account_required' };
  const rows = rowsOf(key);
  const { headers, queryStringParameters } = asked.event;
  if (rows === undefined || !wantsCsv(headers['accept'])) return actInAccount(deps, key, asked, account);
  const read = (paging: Record<string, string>) => actInAccount(deps, key, withQuery(asked, paging), account);
  return csvPages({ schema: rows, timezone: account.timezone, cursor: queryStringParameters?.['cursor'], read });
}

function rowsOf(key: RouteKey): unknown {
  const route = apiRoutes[key];
  return 'rows' in route ? route.rows : undefined;
}

function withQuery(asked: Asked, paging: Record<string, string>): Asked {
  const queryStringParameters = { ...asked.event.queryStringParameters, ...paging };
  return { ...asked, event: { ...asked.event, queryStringParameters } };
}

async function actAnywhere<K extends keyof OpenActs>(
  { acts, leave }: { acts: Pick<OpenActs, K> } & Pick<AdminDeps, 'leave'>,
  key: K,
  asked: Asked,
): Promise<Reply<unknown>> {
  const parts = partsOf(key, asked);
  if ('error' in parts) return parts;
  const call = { ...parts, account: asked.account };
  return left(await acts[key](call), (answer) => leave({ ...call, route: key }, answer));
}

async function actInAccount<K extends AccountRouteKey>(
  { acts, leave }: { acts: Pick<AccountActs, K> } & Pick<AdminDeps, 'leave'>,
  key: K,
  asked: Asked,
  account: Account,
): Promise<Reply<unknown>> {
  const parts = partsOf(key, asked);
  if ('error' in parts) return parts;
  const call = { ...parts, account };
  return left(await acts[key](call), (answer) => leave({ ...call, route: key }, answer));
}

/** All answers leave here: none can be forgotten. */
async function left(reply: Reply<unknown>, leave: (answer: unknown) => Promise<unknown>): Promise<Reply<unknown>> {
  if ('error' in reply) return reply;
  if ('created' in reply) return { created: await leave(reply.created) };
  return 'accepted' in reply ? { accepted: await leave(reply.accepted) } : { ok: await leave(reply.ok) };
}

function partsOf<K extends RouteKey>(key: K, { caller, event, body: sent }: Asked): Omit<Call<K>, 'account'> | Failure {
  const route: (typeof apiRoutes)[K] = apiRoutes[key];
  const query = parsePart(route.query, event.queryStringParameters ?? {});
  if ('error' in query) return query;
  const body = parsePart(route.body, sent);
  if ('error' in body) return body;
  return { caller, id: event.pathParameters?.['id'] ?? '', query: query.value, body: body.value };
}
