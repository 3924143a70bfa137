import type * as v from 'valibot';
import type { ErrorCode } from '../../lib/model/api.ts';
import type { apiRoutes, RouteKey } from '../../lib/model/routes.ts';
import { SessionEnded, type Session } from './session.ts';

type Routes = typeof apiRoutes;
export type Answer<K extends RouteKey> = v.InferOutput<Routes[K]['answer']>;
export type Query<K extends RouteKey> = v.InferInput<Routes[K]['query']>;
export type Body<K extends RouteKey> = v.InferInput<Routes[K]['body']>;

/** What a call of a route needs: its id, query and body, where the route has them. */
export interface Sent<K extends RouteKey> {
  id?: string;
  query?: Query<K>;
  body?: Body<K>;
}
export type Call = <K extends RouteKey>(key: K, sent?: Sent<K>) => Promise<Answer<K>>;

/** A call that was answered with an error, or (`offline`) not at all. */
export class CallError extends Error {
  readonly code: ErrorCode | 'offline';
  /** Field → what is wrong with it. */
  readonly fields: Record<string, string>;

  constructor(code: ErrorCode | 'offline', fields: Record<string, string> = {}) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

/** Somebody has saved since. */
export function isConflict(error: unknown): boolean {
  return error instanceof CallError && error.code === 'version_conflict';
}

/** Calls of the API in an account: an operator names one, for all others it is their own. Throws `CallError` and `SessionEnded`. */
export function apiClient(session: Session, account: string | undefined): Call {
  return async (key, sent = {}) => {
    const response = await admitted(session, requestOf(key, sent, account));
    const body = await json(response);
    if (response.ok && isAnswer(key, body)) return body;
    throw failureOf(body, sent.body);
  };
}

/** The answer to a request with a token that is admitted, if there is one. */
export async function admitted(session: Session, request: Request): Promise<Response> {
  const response = await answered(request, await reached(session.token()));
  // The token may have ended early; whom a new one does not admit either, no account knows.
  return response.status === 401 ? answered(request, await reached(session.renew())) : response;
}

/** The issuer out of reach is as if nobody had answered. */
async function reached(token: Promise<string>): Promise<string> {
  try {
    return await token;
  } catch (error) {
    throw error instanceof SessionEnded ? error : new CallError('offline');
  }
}

interface Request {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
}

export function requestOf<K extends RouteKey>(
  key: K,
  { id, query, body }: Sent<K>,
  account: string | undefined,
): Request {
  const [method = '', path = ''] = key.split(' ');
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) parameters.set(name, value);
  return {
    url: `${path.replace('{id}', encodeURIComponent(id ?? ''))}${parameters.size > 0 ? `?${parameters}` : ''}`,
    method,
    headers: {
      ...(account === undefined ? {} : { 'x-account': account }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

async function answered({ url, method, headers, body }: Request, token: string): Promise<Response> {
  try {
    const sent = { ...headers, authorization: `Bearer ${token}` };
    return await fetch(url, { method, headers: sent, ...(body === undefined ? {} : { body }) });
  } catch {
    throw new CallError('offline');
  }
}

export async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Our own server states what it answers by the schema of the route; the page does not check it again. */
function isAnswer<K extends RouteKey>(_key: K, body: unknown): body is Answer<K> {
  return typeof body === 'object' && body !== null;
}

/** `sent`: what was called with. */
export function failureOf(body: unknown, sent?: unknown): CallError {
  if (!isFailure(body)) return new CallError('unavailable');
  const { code, fields = {} } = body.error;
  return new CallError(
    code,
    Object.fromEntries(
      Object.entries(fields).map(([path, fault]) => [path, isEmptyAt(sent, path) ? 'required' : fault]),
    ),
  );
}

/** Whether nothing was filled in there: then that is what is wrong, whatever its form wants. */
function isEmptyAt(sent: unknown, path: string): boolean {
  const value = path.split('.').reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), sent);
  return typeof value === 'string' && value.trim() === '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFailure(body: unknown): body is { error: { code: ErrorCode; fields?: Record<string, string> } } {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  return typeof body.error === 'object' && body.error !== null && 'code' in body.error;
}
