import { useAnswer } from './cabinet.tsx';

/** Campaigns, sources and sites of the account, as choices and by their ids; one that left the catalog is told by its id. */
export function useCatalogNames() {
  const campaigns = useAnswer('GET /api/catalog/campaigns').data?.items ?? [];
  const sources = useAnswer('GET /api/catalog/sources').data?.items ?? [];
  const sites = (useAnswer('GET /api/catalog/sites').data?.items ?? []).map(({ id, domainName }) => ({
    id,
    name: domainName,
  }));
  return {
    campaigns: choices(campaigns),
    sources: choices(sources),
    campaign: nameIn(campaigns),
    source: nameIn(sources),
    site: nameIn(sites),
  };
}

interface Named {
  id: string;
  name: string;
}

function choices(items: readonly Named[]) {
  return items.map(({ id, name }) => ({ id, name, detail: id }));
}

function nameIn(items: readonly Named[]): (id: string | undefined) => string | undefined {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return (id) => (id === undefined ? undefined : (names.get(id) ?? id));
}
