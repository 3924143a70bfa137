import { listed, listingParameters } from '../listing.ts';
import type { StandInMethod } from '../method.ts';
import { Refusal } from '../refusal.ts';

const component = 'data_api';
const list = { component, parameters: listingParameters } as const;

/** Lists that the account's own people keep. */
export const listMethods = {
  'get.account': {
    component,
    parameters: {},
    act: (given, { timezone }) => {
      if (Object.keys(given).length > 0) throw new Refusal('unexpected_parameters');
      return { data: [{ app_id: 4735, name: 'Студия', timezone }] };
    },
  },
  'get.crm_accounts': {
    ...list,
    act: (given, { held }) =>
      listed(
        held.crmAccounts.map((name, at) => ({
          id: at + 1,
          name,
          type: 'custom',
          deal_conversion_model: 'last_before_deal',
          is_ignore_outgoing_calls: false,
          deals_load_state: 'completed',
        })),
        given,
        {
          all: [
            'id',
            'name',
            'description',
            'type',
            'url',
            'deal_conversion_model',
            'is_ignore_outgoing_calls',
            'last_deals_load_time',
            'deals_load_state',
            'deals_load_error',
            'last_leads_load_time',
            'leads_load_state',
          ],
          filterable: ['id', 'name', 'type', 'url'],
        },
      ),
  },
  'get.campaigns': {
    ...list,
    act: (given, { held }) =>
      listed(
        [...held.campaigns].map(([id, { name, status, siteId }]) => ({
          id,
          name,
          status,
          type: id === -1 ? 'system' : 'basic',
          site_id: siteId,
          site_domain_name: siteId === undefined ? undefined : held.sites.get(siteId),
        })),
        given,
        {
          all: ['id', 'name', 'description', 'status', 'type', 'engine', 'site_id', 'site_domain_name', 'costs'],
          filterable: ['id', 'name', 'status', 'type', 'site_id'],
        },
      ),
  },
  'get.sources': {
    ...list,
    component: 'call_tracking',
    act: (given, { held }) =>
      listed(
        [...held.sources].map(([id, { name, state }]) => ({ id, name, state, is_custom: false })),
        given,
        { all: ['id', 'name', 'state', 'is_custom', 'priority'], filterable: ['id', 'name', 'state'] },
      ),
  },
  'get.sites': {
    ...list,
    act: (given, { held }) =>
      listed(
        [...held.sites].map(([id, domain]) => ({ id, domain_name: domain, name: domain, state: 'work' })),
        given,
        { all: ['id', 'domain_name', 'name', 'site_key', 'state'], filterable: ['id', 'domain_name', 'name'] },
      ),
  },
} as const satisfies Record<string, StandInMethod>;
