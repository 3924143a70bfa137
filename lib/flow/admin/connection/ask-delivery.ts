import type { RouteAct } from '../../../model/acts.ts';
import { setOfRecordId } from '../../../model/ids.ts';
import type { OutboundMessage } from '../../../model/outbound-message.ts';
import type { ShowRecordDeps } from '../show-record.ts';

export interface AskDeliveryDeps {
  /** Answers whether the queue has taken all of them. */
  sendOutbound: (messages: readonly OutboundMessage[]) => Promise<boolean>;
  now: () => Date;
}

export interface AskLinkDeps extends AskDeliveryDeps, Pick<ShowRecordDeps, 'findSalon' | 'findDeal'> {}

/** Has the connection tried and the catalog filled, by the function from whose address CoMagic is called. */
export function checkConnection(deps: AskDeliveryDeps): RouteAct<'POST /api/connection/check'> {
  return async ({ account: { key: accountKey, connection } }) => {
    if (connection?.keySet !== true) return { error: 'invalid_settings', fields: { accessKey: 'required' } };
    return asked(deps, { v: 1, type: 'check', accountKey }, { v: 1, type: 'catalog', accountKey, now: true });
  };
}

/** Has what is marked sent at once, and the catalog filled. */
export function loadNow(deps: AskDeliveryDeps): RouteAct<'POST /api/connection/load'> {
  return async ({ account: { key: accountKey, connection } }) => {
    if (connection?.isOn !== true) return { error: 'invalid_settings', fields: { isOn: 'required' } };
    const now = true as const;
    return asked(deps, { v: 1, type: 'drain', accountKey, now }, { v: 1, type: 'catalog', accountKey, now });
  };
}

/** Has CoMagic asked with what it has joined a deal: it tells nobody by itself. */
export function askLink(deps: AskLinkDeps): RouteAct<'POST /api/deals/{id}/link'> {
  return async ({ account: { key: accountKey, connection }, id }) => {
    const set = setOfRecordId(id);
    const salon = set && (await deps.findSalon(accountKey, set.salonKey));
    if (set?.kind !== 'deal' || salon === undefined || (await deps.findDeal(set)) === undefined)
      return { error: 'not_found' };
    if (connection?.keySet !== true) return { error: 'invalid_settings', fields: { accessKey: 'required' } };
    return asked(deps, { v: 1, type: 'link', accountKey, deal: id });
  };
}

async function asked({ sendOutbound, now }: AskDeliveryDeps, ...messages: OutboundMessage[]) {
  const askedAt = now().toISOString();
  return (await sendOutbound(messages)) ? { accepted: { askedAt } } : { error: 'unavailable' as const };
}
