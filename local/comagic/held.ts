import type { Given } from './parameters.ts';

export interface HeldFunnel {
  name: string;
  /** By their ids, in the order in which they were made. */
  stages: Map<string, { name: string; status: 'in_process' | 'success' | 'failed'; order: number }>;
}

/** All that the stand-in keeps of an account, by id. */
export interface Held {
  requests: Map<number, Given & { id: number; communication_id: number }>;
  /** One row a stage, as they were uploaded; what a later row says of the deal stands in the last. */
  deals: Map<string, Given[]>;
  contacts: Map<string, Given>;
  employees: Map<string, string>;
  dealFields: Map<string, string>;
  requestFields: Map<string, string>;
  funnels: Map<string, HeldFunnel>;
  campaigns: Map<number, { name: string; status: 'active' | 'inactive'; siteId?: number }>;
  sources: Map<number, { name: string; state: 'active' | 'off' | 'removed' }>;
  sites: Map<number, string>;
  /** Visits, and when each began, as the account's clocks show it. */
  sessions: Map<number, string>;
  crmAccounts: string[];
}

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
