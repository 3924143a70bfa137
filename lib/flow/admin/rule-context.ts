import type { Catalog, CatalogName } from '../../model/catalog.ts';
import type { Account } from '../../model/settings.ts';
import type { Component } from '../../model/words.ts';

/** What the rules of a salon look at beside the salon itself: the account's components, and its catalog by id. */
export interface RuleContext {
  components: readonly Component[];
  catalog: { [N in CatalogName]: ReadonlyMap<string, Catalog[N][number]> };
}
export interface RuleContextDeps {
  findCatalog: (accountKey: string) => Promise<Catalog>;
}

export async function ruleContextOf(deps: RuleContextDeps, { key, components }: Account): Promise<RuleContext> {
  const { campaigns, sources, sites } = await deps.findCatalog(key);
  return { components, catalog: { campaigns: byId(campaigns), sources: byId(sources), sites: byId(sites) } };
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.id, entry]));
}
