import type { CatalogEntry } from '../model/catalog.ts';
import type { MethodData } from '../model/data-api.ts';
import type { Mapping } from '../model/outbound.ts';
import { present } from '../model/present.ts';

/** Letters of a name that are kept. */
const longest = 255;

/** Lists of the Data API as the catalog keeps them; a state that is not known is the usual one. */
export const catalogEntries: Mapping['catalog'] = {
  campaigns: (rows) => eachOnce(rows.map(campaign)),
  sources: (rows) => eachOnce(rows.map(source)),
  sites: (rows) => eachOnce(rows.map(site)),
};

function campaign({ id, name, status, site_id }: MethodData<'get.campaigns'>[number]): CatalogEntry['campaigns'] {
  const known = status === 'inactive' ? ('inactive' as const) : ('active' as const);
  return present({ id: `${id}`, name: named(name, id), status: known, siteId: site_id?.toString() });
}

function source({ id, name, state }: MethodData<'get.sources'>[number]): CatalogEntry['sources'] {
  return { id: `${id}`, name: named(name, id), state: state === 'off' || state === 'removed' ? state : 'active' };
}

function site({ id, domain_name, state }: MethodData<'get.sites'>[number]): CatalogEntry['sites'] {
  const isOdd = state === 'new' || state === 'disable' || state === 'error';
  return { id: `${id}`, domainName: named(domain_name, id), state: isOdd ? state : 'work' };
}

function named(name: string, id: number): string {
  return name.trim().slice(0, longest).toWellFormed().trim() || `${id}`;
}

function eachOnce<E extends { id: string }>(entries: E[]): E[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
