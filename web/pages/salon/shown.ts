import { useAnswer } from '../../parts/cabinet.tsx';
import { useLateWords } from '../../parts/late-words.ts';
import type { Draft, Taught } from './draft.ts';
import type { Name } from './merge.ts';

/** A setting's value as people read it. `last4`: of the token that is kept, which the form does not hold. */
export function useShown(): (name: Name, draft: Draft, last4?: string) => string {
  const { salon } = useLateWords();
  const { conflict, requests, more } = salon;
  const nameOf = useCatalogNames();
  const text = (value: string) => (value === '' ? conflict.empty : value);
  const special: Partial<Record<Name, (draft: Draft, last4?: string) => string>> = {
    token: ({ token }, last4) =>
      token === '' ? (last4 === undefined ? conflict.empty : conflict.token(last4)) : conflict.newToken,
    attributeTo: ({ attributeTo }) =>
      attributeTo === 'campaign' ? salon.fields.defaultCampaignId : salon.fields.defaultSourceId,
    requestsFrom: ({ requestsFrom }) => requests.from[requestsFrom],
    defaultCampaignId: ({ defaultCampaignId }) => text(nameOf('campaigns', defaultCampaignId)),
    defaultSourceId: ({ defaultSourceId }) => text(nameOf('sources', defaultSourceId)),
    defaultSiteId: ({ defaultSiteId }) => text(nameOf('sites', defaultSiteId)),
    stageTypes: ({ stageTypes }) => text(listed(stageTypes, more.stage)),
    bookingStatuses: ({ bookingStatuses }) => text(listed(bookingStatuses, more.status)),
  };
  return (name, draft, last4) => {
    const shown = special[name];
    if (shown !== undefined) return shown(draft, last4);
    const value = draft[name];
    if (typeof value === 'boolean') return value ? conflict.yes : conflict.no;
    return typeof value === 'string' ? text(value) : '';
  };
}

function listed<M extends string>(rows: readonly Taught<M>[], meanings: Record<M, string>): string {
  return rows.map(({ word, meaning }) => `${word} → ${meanings[meaning]}`).join('; ');
}

/** An entry's name where the catalog has it, else its id. */
function useCatalogNames() {
  const campaigns = useAnswer('GET /api/catalog/campaigns').data?.items ?? [];
  const sources = useAnswer('GET /api/catalog/sources').data?.items ?? [];
  const sites = useAnswer('GET /api/catalog/sites').data?.items ?? [];
  const lists = {
    campaigns: new Map(campaigns.map(({ id, name }) => [id, name])),
    sources: new Map(sources.map(({ id, name }) => [id, name])),
    sites: new Map(sites.map(({ id, domainName }) => [id, domainName])),
  };
  return (list: keyof typeof lists, id: string) => lists[list].get(id) ?? id;
}
