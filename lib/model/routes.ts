import type * as v from 'valibot';
import {
  createSalonSchema,
  dealsQuerySchema,
  eventsQuerySchema,
  noQuerySchema,
  putCatalogSchemas,
  requestsQuerySchema,
  saveSalonSchema,
} from './api.ts';
import type { Role } from './words.ts';

type Schema = v.GenericSchema<unknown, unknown>;

/** Routes of the webhook: no login, the hook key in the path admits. */
export const webhookRoutes = [
  'POST /webhooks/profsalon/{hookKey}',
  'GET /webhooks/profsalon/{hookKey}',
  'HEAD /webhooks/profsalon/{hookKey}',
] as const;

export interface ApiRoute {
  /** The smallest role that may. */
  role: Role;
  /** Whether the act needs an account: an operator then names it in `X-Account`. */
  account: boolean;
  query: Schema;
  body?: Schema;
}

/** Routes of the cabinet's API, by the route key of API Gateway: who may, and the schemas that check. */
export const apiRoutes = {
  'GET /api/me': { role: 'viewer', account: false, query: noQuerySchema },
  'GET /api/accounts': { role: 'viewer', account: false, query: noQuerySchema },
  'GET /api/salons': { role: 'viewer', account: true, query: noQuerySchema },
  'POST /api/salons': { role: 'admin', account: true, query: noQuerySchema, body: createSalonSchema },
  'GET /api/salons/{id}': { role: 'viewer', account: true, query: noQuerySchema },
  'PUT /api/salons/{id}': { role: 'admin', account: true, query: noQuerySchema, body: saveSalonSchema },
  'GET /api/catalog/campaigns': { role: 'viewer', account: true, query: noQuerySchema },
  'GET /api/catalog/sources': { role: 'viewer', account: true, query: noQuerySchema },
  'GET /api/catalog/sites': { role: 'viewer', account: true, query: noQuerySchema },
  'PUT /api/catalog/campaigns': {
    role: 'admin',
    account: true,
    query: noQuerySchema,
    body: putCatalogSchemas.campaigns,
  },
  'PUT /api/catalog/sources': { role: 'admin', account: true, query: noQuerySchema, body: putCatalogSchemas.sources },
  'PUT /api/catalog/sites': { role: 'admin', account: true, query: noQuerySchema, body: putCatalogSchemas.sites },
  'GET /api/requests': { role: 'viewer', account: true, query: requestsQuerySchema },
  'GET /api/requests/{id}': { role: 'viewer', account: true, query: noQuerySchema },
  'GET /api/deals': { role: 'viewer', account: true, query: dealsQuerySchema },
  'GET /api/deals/{id}': { role: 'viewer', account: true, query: noQuerySchema },
  'GET /api/pipelines': { role: 'viewer', account: true, query: noQuerySchema },
  'GET /api/events': { role: 'viewer', account: true, query: eventsQuerySchema },
  'GET /api/events/{id}': { role: 'viewer', account: true, query: noQuerySchema },
} as const satisfies Record<string, ApiRoute>;
export type RouteKey = keyof typeof apiRoutes;
