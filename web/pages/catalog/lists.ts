import type { Answer, Body, Call } from '../../api/client.ts';
import { oneOf, type Row } from './rows.ts';

const campaignStates = ['active', 'inactive'] as const;
const sourceStates = ['active', 'off', 'removed'] as const;
const siteStates = ['work', 'new', 'disable', 'error'] as const;

/** A list of the catalog as the table shows it. */
export interface List {
  rows: readonly Row[];
  version: number;
  /** CoMagic fills it, so that nobody edits it. */
  isManaged?: boolean;
}

interface Kind {
  states: typeof campaignStates | typeof sourceStates | typeof siteStates;
  /** What its names are: words, or domains. */
  named: 'name' | 'domain';
  /** Whether its entries name a site. */
  hasSite: boolean;
  read: (call: Call) => Promise<List>;
  save: (call: Call, list: List) => Promise<List>;
}

/** The three lists, each with its calls. */
export const lists = {
  campaigns: {
    states: campaignStates,
    named: 'name',
    hasSite: true,
    read: async (call) => shownCampaigns(await call('GET /api/catalog/campaigns')),
    save: async (call, list) => shownCampaigns(await call('PUT /api/catalog/campaigns', { body: sentCampaigns(list) })),
  },
  sources: {
    states: sourceStates,
    named: 'name',
    hasSite: false,
    read: async (call) => shownSources(await call('GET /api/catalog/sources')),
    save: async (call, list) => shownSources(await call('PUT /api/catalog/sources', { body: sentSources(list) })),
  },
  sites: {
    states: siteStates,
    named: 'domain',
    hasSite: false,
    read: async (call) => shownSites(await call('GET /api/catalog/sites')),
    save: async (call, list) => shownSites(await call('PUT /api/catalog/sites', { body: sentSites(list) })),
  },
} satisfies Record<string, Kind>;

export type ListName = keyof typeof lists;

export function isListName(name: string): name is ListName {
  return Object.hasOwn(lists, name);
}

function shownCampaigns({ items, ...list }: Answer<'GET /api/catalog/campaigns'>): List {
  return { ...list, rows: items.map(({ id, name, status, siteId = '' }) => ({ id, name, state: status, siteId })) };
}

function sentCampaigns({ rows, version }: List): Body<'PUT /api/catalog/campaigns'> {
  return {
    version,
    items: rows.map(({ id, name, state, siteId }) => ({
      id,
      name,
      status: oneOf(campaignStates, state),
      ...(siteId === '' ? {} : { siteId }),
    })),
  };
}

function shownSources({ items, ...list }: Answer<'GET /api/catalog/sources'>): List {
  return { ...list, rows: items.map(({ id, name, state }) => ({ id, name, state, siteId: '' })) };
}

function sentSources({ rows, version }: List): Body<'PUT /api/catalog/sources'> {
  return { version, items: rows.map(({ id, name, state }) => ({ id, name, state: oneOf(sourceStates, state) })) };
}

function shownSites({ items, ...list }: Answer<'GET /api/catalog/sites'>): List {
  return { ...list, rows: items.map(({ id, domainName, state }) => ({ id, name: domainName, state, siteId: '' })) };
}

function sentSites({ rows, version }: List): Body<'PUT /api/catalog/sites'> {
  return {
    version,
    items: rows.map(({ id, name, state }) => ({ id, domainName: name, state: oneOf(siteStates, state) })),
  };
}
