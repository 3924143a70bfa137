import type { Fault, Problem } from '../../model/api-settings.ts';
import type { Failure } from '../../model/api.ts';
import type { Salon } from '../../model/settings.ts';
import { zoneOf } from '../../model/time-zone.ts';
import { changesIn } from './changes.ts';
import type { RuleContext } from './rule-context.ts';

interface Rule {
  /** The switch that it hangs on and the fields that it looks at: a save that changes none of them is not held to it. */
  fields: readonly (keyof Salon)[];
  broken: (salon: Salon, context: RuleContext) => Problem[];
}

/** Every rule that a salon's settings break as they stand: a default may have left the catalog, a component the account. */
export function problemsOf(salon: Salon, context: RuleContext): Problem[] {
  return rules.flatMap(({ broken }) => broken(salon, context));
}

/**
 * What a save breaks: only the rules count whose switch it turns on or whose fields it changes, so that switching off and
 * a new token are never refused for what was wrong before. Empty when it may be saved.
 */
export function brokenBy(before: Partial<Salon>, salon: Salon, context: RuleContext): Problem[] {
  const touched = rules.filter(({ fields }) => Object.keys(changesIn(fields, before, salon)).length > 0);
  return touched.flatMap(({ broken }) => broken(salon, context));
}

/** The refusal of a save, if anything is wrong with it. */
export function refusedFor(problems: readonly Problem[]): Failure | undefined {
  if (problems.length === 0) return undefined;
  return { error: 'invalid_settings', fields: Object.fromEntries(problems.map(({ field, code }) => [field, code])) };
}

const rules: readonly Rule[] = [
  { fields: ['isActive', 'salonId'], broken: activeNeeds('salonId') },
  { fields: ['isActive', 'salonLogin'], broken: activeNeeds('salonLogin') },
  { fields: ['isActive', 'requireToken', 'tokenSha256'], broken: activeNeedsToken },
  { fields: ['sendRequests'], broken: requestsNeedComponent },
  { fields: ['sendRequests', 'attributeTo', 'defaultCampaignId'], broken: campaignIsActive },
  { fields: ['sendRequests', 'attributeTo', 'defaultSourceId'], broken: sourceIsActive },
  { fields: ['sendRequests', 'attributeTo', 'defaultSiteId'], broken: sourceHasSite },
  { fields: ['sendRequests', 'attributeTo', 'defaultCampaignId', 'defaultSiteId'], broken: noCampaignHasSite },
  { fields: ['sendDeals'], broken: dealsNeedComponent },
  { fields: ['timezone'], broken: timezoneIsReal },
  { fields: ['currency'], broken: currencyIsReal },
];

function activeNeeds(field: 'salonId' | 'salonLogin') {
  return (salon: Salon): Problem[] =>
    salon.isActive && salon[field] === undefined ? [{ field, code: 'required' }] : [];
}

function activeNeedsToken({ isActive, requireToken, tokenSha256 }: Salon): Problem[] {
  return isActive && requireToken && tokenSha256 === undefined ? [{ field: 'token', code: 'required' }] : [];
}

function requestsNeedComponent({ sendRequests }: Salon, { components }: RuleContext): Problem[] {
  const has = components.includes('offlineRequests');
  return sendRequests && !has ? [{ field: 'sendRequests', code: 'component_required' }] : [];
}

function dealsNeedComponent({ sendDeals }: Salon, { components }: RuleContext): Problem[] {
  const has = components.includes('endToEndAnalytics');
  return sendDeals && !has ? [{ field: 'sendDeals', code: 'component_required' }] : [];
}

function campaignIsActive(salon: Salon, { catalog }: RuleContext): Problem[] {
  if (!salon.sendRequests || salon.attributeTo !== 'campaign') return [];
  return named('defaultCampaignId', salon, catalog.campaigns, ({ status }) =>
    status === 'active' ? undefined : 'inactive',
  );
}

function sourceIsActive(salon: Salon, { catalog }: RuleContext): Problem[] {
  if (!salon.sendRequests || salon.attributeTo !== 'source') return [];
  return named('defaultSourceId', salon, catalog.sources, ({ state }) => (state === 'active' ? undefined : 'inactive'));
}

function sourceHasSite(salon: Salon, context: RuleContext): Problem[] {
  return salon.sendRequests && salon.attributeTo === 'source' ? site(salon, context) : [];
}

/** Campaign -1 is "Посетители без рекламной кампании". */
function noCampaignHasSite(salon: Salon, context: RuleContext): Problem[] {
  const needed = salon.attributeTo === 'campaign' && salon.defaultCampaignId === '-1';
  return salon.sendRequests && needed ? site(salon, context) : [];
}

function site(salon: Salon, { catalog }: RuleContext): Problem[] {
  return named('defaultSiteId', salon, catalog.sites, ({ state }) => (state === 'disable' ? 'disabled' : undefined));
}

/** What is wrong with the entry of a list that a field names. */
function named<T>(
  field: 'defaultCampaignId' | 'defaultSourceId' | 'defaultSiteId',
  salon: Salon,
  list: ReadonlyMap<string, T>,
  fault: (entry: T) => Fault | undefined,
): Problem[] {
  const id = salon[field];
  if (id === undefined) return [{ field, code: 'required' }];
  const entry = list.get(id);
  const code = entry === undefined ? 'unknown' : fault(entry);
  return code === undefined ? [] : [{ field, code }];
}

function timezoneIsReal({ timezone }: Salon): Problem[] {
  return zoneOf(timezone) !== undefined ? [] : [{ field: 'timezone', code: 'invalid' }];
}

function currencyIsReal({ currency }: Salon): Problem[] {
  return Intl.supportedValuesOf('currency').includes(currency) ? [] : [{ field: 'currency', code: 'invalid' }];
}
