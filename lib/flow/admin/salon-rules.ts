import type { Catalog } from '../../model/catalog.ts';
import type { Salon } from '../../model/settings.ts';
import type { Component } from '../../model/words.ts';
import { zoneOf } from '../../model/time-zone.ts';

/** What the rules look at beside the salon itself. */
export interface RuleContext {
  components: readonly Component[];
  catalog: Catalog;
}
/** Field → code: `required`, `unknown`, `inactive`, `disabled`, `component_required`, `invalid`. */
type Broken = Record<string, string>;
type Rule = (salon: Salon, context: RuleContext) => Broken;

/** Every rule that a salon's settings break, at once. Empty when they may be saved. */
export function brokenRules(salon: Salon, context: RuleContext): Broken {
  return Object.fromEntries(rules.flatMap((rule) => Object.entries(rule(salon, context))));
}

const rules: readonly Rule[] = [
  activeNeedsSalon,
  activeNeedsToken,
  requestsNeedComponent,
  campaignIsActive,
  sourceIsActive,
  defaultHasSite,
  dealsNeedComponent,
  timezoneIsReal,
  currencyIsReal,
];

function activeNeedsSalon({ isActive, salonId, salonLogin }: Salon): Broken {
  if (!isActive) return {};
  return {
    ...(salonId === undefined ? { salonId: 'required' } : {}),
    ...(salonLogin === undefined ? { salonLogin: 'required' } : {}),
  };
}

function activeNeedsToken({ isActive, requireToken, tokenSha256 }: Salon): Broken {
  return isActive && requireToken && tokenSha256 === undefined ? { token: 'required' } : {};
}

function requestsNeedComponent({ sendRequests }: Salon, { components }: RuleContext): Broken {
  return sendRequests && !components.includes('offlineRequests') ? { sendRequests: 'component_required' } : {};
}

function dealsNeedComponent({ sendDeals }: Salon, { components }: RuleContext): Broken {
  return sendDeals && !components.includes('endToEndAnalytics') ? { sendDeals: 'component_required' } : {};
}

function campaignIsActive(salon: Salon, { catalog }: RuleContext): Broken {
  if (!salon.sendRequests || salon.attributeTo !== 'campaign') return {};
  return named('defaultCampaignId', salon.defaultCampaignId, catalog.campaigns, ({ status }) =>
    status === 'active' ? undefined : 'inactive',
  );
}

function sourceIsActive(salon: Salon, { catalog }: RuleContext): Broken {
  if (!salon.sendRequests || salon.attributeTo !== 'source') return {};
  return named('defaultSourceId', salon.defaultSourceId, catalog.sources, ({ state }) =>
    state === 'active' ? undefined : 'inactive',
  );
}

/** A source needs a site, and so does campaign -1 ("Посетители без рекламной кампании"). */
function defaultHasSite(salon: Salon, { catalog }: RuleContext): Broken {
  const needed = salon.attributeTo === 'source' || salon.defaultCampaignId === '-1';
  if (!salon.sendRequests || !needed) return {};
  return named('defaultSiteId', salon.defaultSiteId, catalog.sites, ({ state }) =>
    state === 'disable' ? 'disabled' : undefined,
  );
}

/** What is wrong with the entry of a list that a field names. */
function named<T extends { id: string }>(
  field: string,
  id: string | undefined,
  list: readonly T[],
  fault: (entry: T) => string | undefined,
): Broken {
  if (id === undefined) return { [field]: 'required' };
  const entry = list.find((one) => one.id === id);
  const code = entry === undefined ? 'unknown' : fault(entry);
  return code === undefined ? {} : { [field]: code };
}

function timezoneIsReal({ timezone }: Salon): Broken {
  return zoneOf(timezone) !== undefined ? {} : { timezone: 'invalid' };
}

function currencyIsReal({ currency }: Salon): Broken {
  return Intl.supportedValuesOf('currency').includes(currency) ? {} : { currency: 'invalid' };
}
