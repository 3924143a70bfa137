import * as v from 'valibot';

const given = v.record(v.string(), v.unknown());
const named = v.map(v.string(), v.string());

const funnelSchema = v.object({
  name: v.string(),
  /** By their ids, in the order in which they were made. */
  stages: v.map(
    v.string(),
    v.object({ name: v.string(), status: v.picklist(['in_process', 'success', 'failed']), order: v.number() }),
  ),
});
export type HeldFunnel = v.InferOutput<typeof funnelSchema>;

/** All that the stand-in keeps of an account, by id. */
export const heldSchema = v.object({
  requests: v.map(v.number(), v.looseObject({ id: v.number(), communication_id: v.number() })),
  /** One row a stage, as they were uploaded; what a later row says of the deal stands in the last. */
  deals: v.map(v.string(), v.array(given)),
  contacts: v.map(v.string(), given),
  employees: named,
  dealFields: named,
  requestFields: named,
  funnels: v.map(v.string(), funnelSchema),
  campaigns: v.map(
    v.number(),
    v.object({ name: v.string(), status: v.picklist(['active', 'inactive']), siteId: v.exactOptional(v.number()) }),
  ),
  sources: v.map(v.number(), v.object({ name: v.string(), state: v.picklist(['active', 'off', 'removed']) })),
  sites: v.map(v.number(), v.string()),
  /** Visits, and when each began, as the account's clocks show it. */
  sessions: v.map(v.number(), v.string()),
  crmAccounts: v.array(v.string()),
});
export type Held = v.InferOutput<typeof heldSchema>;

export function nothingHeld(): Held {
  return {
    requests: new Map(),
    deals: new Map(),
    contacts: new Map(),
    employees: new Map(),
    dealFields: new Map(),
    requestFields: new Map(),
    funnels: new Map(),
    campaigns: new Map([[-1, { name: 'Посетители без рекламной кампании', status: 'active' }]]),
    sources: new Map(),
    sites: new Map(),
    sessions: new Map(),
    crmAccounts: ['Другая CRM'],
  };
}
