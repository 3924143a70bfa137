import { apiRoutes, webhookRoutes } from '../lib/model/routes.ts';
import type { Functions } from './functions.ts';
import type { Routes } from './gateway/server.ts';

/** Which function serves which route, as infra/ wires it in AWS. */
export function routesOf({ webhook, admin }: Functions): Routes {
  return new Map([
    ...webhookRoutes.map((key) => [key, webhook] as const),
    ...Object.keys(apiRoutes).map((key) => [key, admin] as const),
  ]);
}
