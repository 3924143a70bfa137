import * as v from 'valibot';
import { askedAnswerSchema, connectionAnswerSchema, refusedItemSchema } from './api-outbound.ts';
import { createJobSchema, jobAnswerSchema, previewAnswerSchema } from './api-jobs.ts';
import {
  healthAnswerSchema,
  problemItemSchema,
  problemsQuerySchema,
  searchAnswerSchema,
  searchSchema,
} from './api-finding.ts';
import { importAnswerSchema, importSchema } from './import.ts';
import { auditItemSchema, hooksAnswerSchema, rotateHookSchema, salonDeletedSchema } from './api-salon-acts.ts';
import { eventAnswerSchema, eventItemSchema } from './api-events.ts';
import { fieldsAnswerSchema } from './api-fields.ts';
import {
  accountAnswerSchema,
  accountsAnswerSchema,
  catalogAnswerSchemas,
  meAnswerSchema,
  memberAnswerSchema,
  membersAnswerSchema,
  salonAnswerSchema,
  salonItemSchema,
} from './api-settings.ts';
import {
  addMemberSchema,
  auditQuerySchema,
  createAccountSchema,
  contactsQuerySchema,
  createSalonSchema,
  dealsQuerySchema,
  eventsQuerySchema,
  noQuerySchema,
  refusedQuerySchema,
  pageSchema,
  putCatalogSchemas,
  requestsQuerySchema,
  revealQuerySchema,
  saveAccountSchema,
  saveConnectionSchema,
  salonsQuerySchema,
  uploadQuerySchema,
  saveSalonSchema,
} from './api.ts';
import { dealAnswerSchema, dealItemSchema } from './deal.ts';
import { contactItemSchema, managersAnswerSchema } from './references.ts';
import { requestAnswerSchema, requestItemSchema } from './request.ts';
import { testAnswerSchema } from './salon-test.ts';
import { pipelinesAnswerSchema } from './shown.ts';
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
  /** What it answers with 200, 201 or 202. */
  answer: Schema;
  /** Of a list that can be had as CSV: an item. */
  rows?: Schema;
  /** Whether its body may be a table. */
  upload?: true;
}

/** Of an act that takes no body: what is sent is not read. */
export const noBodySchema = v.undefined();
const open = { account: false, strays: false } as const;
const inAccount = { account: true, strays: false } as const;
const read = { query: noQuerySchema, body: noBodySchema } as const;
const viewer = { role: 'viewer', ...inAccount, ...read } as const;
const admin = { role: 'admin', ...inAccount, query: noQuerySchema } as const;
/** A list that may be sent as CSV. */
const upload = { ...admin, query: uploadQuerySchema, upload: true } as const;
const operator = { role: 'operator', ...open, query: noQuerySchema } as const;

/** Routes of the cabinet's API, by the route key of API Gateway: who may, the schemas that check, and what is answered. */
export const apiRoutes = {
  'GET /api/me': { role: 'viewer', ...open, ...read, answer: meAnswerSchema },
  'GET /api/accounts': { role: 'viewer', ...open, ...read, answer: accountsAnswerSchema },
  'POST /api/accounts': { ...operator, body: createAccountSchema, answer: accountAnswerSchema },
  'PUT /api/accounts/{id}': { ...operator, body: saveAccountSchema, answer: accountAnswerSchema },
  'GET /api/members': { ...admin, strays: true, body: noBodySchema, answer: membersAnswerSchema },
  'POST /api/members': { ...admin, strays: true, body: addMemberSchema, answer: memberAnswerSchema },
  'DELETE /api/members/{id}': { ...admin, strays: true, body: noBodySchema, answer: memberAnswerSchema },
  'GET /api/salons': { ...viewer, query: salonsQuerySchema, answer: pageSchema(salonItemSchema) },
  'POST /api/salons': { ...admin, body: createSalonSchema, answer: salonAnswerSchema },
  'GET /api/salons/{id}': { ...viewer, answer: salonAnswerSchema },
  'GET /api/salons/{id}/fields': { ...viewer, answer: fieldsAnswerSchema },
  'GET /api/salons/{id}/test': { ...viewer, answer: testAnswerSchema },
  'DELETE /api/salons/{id}/test': { ...admin, body: noBodySchema, answer: testAnswerSchema },
  'POST /api/salons/{id}/test': { ...admin, body: noBodySchema, answer: testAnswerSchema },
  'POST /api/salons/{id}/import': { ...admin, body: importSchema, answer: importAnswerSchema },
  'GET /api/salons/{id}/hooks': { ...viewer, answer: hooksAnswerSchema },
  'POST /api/salons/{id}/rotate-hook': { ...admin, body: rotateHookSchema, answer: salonAnswerSchema },
  'DELETE /api/salons/{id}': { ...admin, body: noBodySchema, answer: salonDeletedSchema },
  'POST /api/salons/{id}/restore': { ...admin, body: noBodySchema, answer: salonAnswerSchema },
  'PUT /api/salons/{id}': { ...admin, body: saveSalonSchema, answer: salonAnswerSchema },
  'POST /api/salons/{id}/preview': { ...admin, body: createSalonSchema, answer: previewAnswerSchema },
  'GET /api/catalog/campaigns': { ...viewer, answer: catalogAnswerSchemas.campaigns },
  'GET /api/catalog/sources': { ...viewer, answer: catalogAnswerSchemas.sources },
  'GET /api/catalog/sites': { ...viewer, answer: catalogAnswerSchemas.sites },
  'PUT /api/catalog/campaigns': {
    ...upload,
    body: putCatalogSchemas.campaigns,
    answer: catalogAnswerSchemas.campaigns,
  },
  'PUT /api/catalog/sources': { ...upload, body: putCatalogSchemas.sources, answer: catalogAnswerSchemas.sources },
  'PUT /api/catalog/sites': { ...upload, body: putCatalogSchemas.sites, answer: catalogAnswerSchemas.sites },
  'GET /api/requests': {
    ...viewer,
    query: requestsQuerySchema,
    answer: pageSchema(requestItemSchema),
    rows: requestItemSchema,
  },
  'GET /api/requests/{id}': { ...viewer, query: revealQuerySchema, answer: requestAnswerSchema },
  'GET /api/deals': { ...viewer, query: dealsQuerySchema, answer: pageSchema(dealItemSchema), rows: dealItemSchema },
  'GET /api/deals/{id}': { ...viewer, query: revealQuerySchema, answer: dealAnswerSchema },
  'POST /api/deals/{id}/link': { ...admin, body: noBodySchema, answer: askedAnswerSchema },
  'GET /api/pipelines': { ...viewer, answer: pipelinesAnswerSchema },
  'GET /api/managers': { ...viewer, answer: managersAnswerSchema },
  'GET /api/contacts': {
    ...viewer,
    query: contactsQuerySchema,
    answer: pageSchema(contactItemSchema),
    rows: contactItemSchema,
  },
  'GET /api/connection': { ...viewer, answer: connectionAnswerSchema },
  'PUT /api/connection': { ...admin, body: saveConnectionSchema, answer: connectionAnswerSchema },
  'POST /api/connection/check': { ...admin, body: noBodySchema, answer: askedAnswerSchema },
  'POST /api/connection/load': { ...admin, body: noBodySchema, answer: askedAnswerSchema },
  'GET /api/refused': { ...viewer, query: refusedQuerySchema, answer: pageSchema(refusedItemSchema) },
  'GET /api/events': {
    ...viewer,
    strays: true,
    query: eventsQuerySchema,
    answer: pageSchema(eventItemSchema),
    rows: eventItemSchema,
  },
  'GET /api/events/{id}': { ...viewer, strays: true, query: revealQuerySchema, answer: eventAnswerSchema },
  'GET /api/audit': {
    ...admin,
    query: auditQuerySchema,
    body: noBodySchema,
    answer: pageSchema(auditItemSchema),
    rows: auditItemSchema,
  },
  'POST /api/search': { ...viewer, query: revealQuerySchema, body: searchSchema, answer: searchAnswerSchema },
  'GET /api/problems': {
    ...viewer,
    strays: true,
    query: problemsQuerySchema,
    answer: pageSchema(problemItemSchema),
  },
  'GET /api/health': { ...viewer, answer: healthAnswerSchema },
  'GET /api/jobs': { ...viewer, query: salonsQuerySchema, answer: pageSchema(jobAnswerSchema) },
  'POST /api/jobs': { ...admin, body: createJobSchema, answer: jobAnswerSchema },
  'GET /api/jobs/{id}': { ...viewer, answer: jobAnswerSchema },
  'POST /api/jobs/{id}/start': { ...admin, body: noBodySchema, answer: jobAnswerSchema },
  'POST /api/jobs/{id}/stop': { ...admin, body: noBodySchema, answer: jobAnswerSchema },
} as const satisfies Record<string, ApiRoute>;
export type RouteKey = keyof typeof apiRoutes;
