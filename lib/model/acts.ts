import type * as v from 'valibot';
import type { Failure } from './api.ts';
import type { apiRoutes, RouteKey } from './routes.ts';
import type { Account } from './settings.ts';
import type { Role } from './words.ts';

type Routes = typeof apiRoutes;
/** Routes whose act happens in an account. */
export type AccountRouteKey = {
  [K in RouteKey]: Routes[K]['account'] extends true ? K : never;
}[RouteKey];

/** Who calls: the verified subject of the token and the role that `members` gives it. */
export interface Caller {
  subject: string;
  role: Role;
}

/** A call of a route: its parts as its schemas take them. `id`: of the path, empty where there is none. */
export interface Call<K extends RouteKey> {
  caller: Caller;
  /** The caller's own account, or the one that an operator names. */
  account: Account | undefined;
  id: string;
  query: v.InferOutput<Routes[K]['query']>;
  body: v.InferOutput<Routes[K]['body']>;
}
export type AccountCall<K extends RouteKey> = Omit<Call<K>, 'account'> & { account: Account };

/** What an act answers: something read or saved (200), something made (201), something that will be done (202), or why not. */
export type Reply<A> = { ok: A } | { created: A } | { accepted: A } | Failure;
type Answer<K extends RouteKey> = v.InferOutput<Routes[K]['answer']>;

type OpenRouteKey = Exclude<RouteKey, AccountRouteKey>;
export type OpenActs = { [K in OpenRouteKey]: (call: Call<K>) => Promise<Reply<Answer<K>>> };
export type AccountActs = { [K in AccountRouteKey]: (call: AccountCall<K>) => Promise<Reply<Answer<K>>> };
/** One act a route: neither a route without an act nor an act without a route compiles. */
export type Acts = OpenActs & AccountActs;
export type RouteAct<K extends RouteKey> = Acts[K];
