import type { RequestChoice } from '../model/event-set.ts';
import type { FoldedRequest } from '../model/request.ts';

type Attributed = Pick<FoldedRequest, 'attribution' | 'campaignId' | 'sourceId' | 'siteId'>;

/** "Посетители без рекламной кампании": of a site, so it needs one; any other campaign has its own. */
const noCampaign = '-1';

/** First hit wins: the visit's session → the default of the settings (campaign, or source + site) → none. */
export function attributed(session: string | undefined, choice: RequestChoice): Attributed {
  if (session !== undefined) return { attribution: { step: 'session', reason: 'visitor_session' } };
  return (choice.attributeTo === 'campaign' ? byCampaign(choice) : bySource(choice)) ?? nothing;
}

const nothing: Attributed = { attribution: { step: 'none', reason: 'no_default' } };

function byCampaign({ defaultCampaignId: campaignId, defaultSiteId: siteId }: RequestChoice): Attributed | undefined {
  if (campaignId === undefined) return undefined;
  const attribution = { step: 'default', reason: 'default_campaign' } as const;
  if (campaignId !== noCampaign) return { attribution, campaignId };
  return siteId === undefined ? undefined : { attribution, campaignId, siteId };
}

function bySource({ defaultSourceId: sourceId, defaultSiteId: siteId }: RequestChoice): Attributed | undefined {
  if (sourceId === undefined || siteId === undefined) return undefined;
  return { attribution: { step: 'default', reason: 'default_source' }, sourceId, siteId };
}
