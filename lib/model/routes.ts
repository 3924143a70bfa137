import * as v from 'valibot';
import {
  addMemberSchema,
  createAccountSchema,
  createSalonSchema,
  dealsQuerySchema,
  eventsQuerySchema,
  noQuerySchema,
  putCatalogSchemas,
  requestsQuerySchema,
  saveAccountSchema,
  saveSalonSchema,
} from './api.ts';
import type { Role } from './words.ts';

type Schema = v.GenericSchema<unknown, unknown>;

/** Routes of the webhook: no login, the hook key in the path admits. Greedy, for a slash at the end is the same URL. */
export const webhookRoutes = [
  'POST /webhooks/profsalon/{hookKey+}',
  'GET /webhooks/profsalon/{hookKey+}',
  'HEAD /webhooks/profsalon/{hookKey+}',
] as const;

export interface ApiRoute {
  /** The smallest role that may. */
  role: Role;
  /** Whether the act needs an account: an operator then names it in `X-Account`. */
  account: boolean;
  /** Whether an operator may also name account `-`: deliveries without a readable envelope, members of no account (operators). */
  strays: boolean;
  query: Schema;
  body: Schema;
}

/** Of an act that takes no body: what is sent is not read. */
export const noBodySchema = v.undefined();
const open = { account: false, strays: false } as const;
const inAccount = { account: true, strays: false } as const;
const read = { query: noQuerySchema, body: noBodySchema } as const;
const viewer = { role: 'viewer', ...inAccount, ...read } as const;
const admin = { role: 'admin', ...inAccount, query: noQuerySchema } as const;
const operator = { role: 'operator', ...open, query: noQuerySchema } as const;

/** Routes of the cabinet's API, by the route key of API Gateway: who may, and the schemas that check. */
export const apiRoutes = {
  'GET /api/me': { role: 'viewer', ...open, ...read },
  'GET /api/accounts': { role: 'viewer', ...open, ...read },
  'POST /api/accounts': { ...operator, body: createAccountSchema },
  'PUT /api/accounts/{id}': { ...operator, body: saveAccountSchema },
  'GET /api/members': { ...admin, strays: true, body: noBodySchema },
  'POST /api/members': { ...admin, strays: true, body: addMemberSchema },
  'DELETE /api/members/{id}': { ...admin, strays: true, body: noBodySchema },
  'GET /api/salons': viewer,
  'POST /api/salons': { ...admin, body: createSalonSchema },
  'GET /api/salons/{id}': viewer,
  'PUT /api/salons/{id}': { ...admin, body: saveSalonSchema },
  'GET /api/catalog/campaigns': viewer,
  'GET /api/catalog/sources': viewer,
  'GET /api/catalog/sites': viewer,
  'PUT /api/catalog/campaigns': { ...admin, body: putCatalogSchemas.campaigns },
  'PUT /api/catalog/sources': { ...admin, body: putCatalogSchemas.sources },
  'PUT /api/catalog/sites': { ...admin, body: putCatalogSchemas.sites },
  'GET /api/requests': { ...viewer, query: requestsQuerySchema },
  'GET /api/requests/{id}': viewer,
  'GET /api/deals': { ...viewer, query: dealsQuerySchema },
  'GET /api/deals/{id}': viewer,
  'GET /api/pipelines': viewer,
  'GET /api/events': { ...viewer, strays: true, query: eventsQuerySchema },
  'GET /api/events/{id}': { ...viewer, strays: true },
} as const satisfies Record<string, ApiRoute>;
export type RouteKey = keyof typeof apiRoutes;
