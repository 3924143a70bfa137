import type { OutboundMessage } from '../../model/outbound-message.ts';
import { askLink, type AskLinkDeps } from './ask-link.ts';
import { checkConnection } from './check-connection.ts';
import { drain } from './drain.ts';
import { fillCatalog, type FillCatalogDeps } from './fill-catalog.ts';
import type { OutboundDeps } from './lane.ts';
import { sweep, type SweepDeps } from './sweep.ts';

export interface OutboundMessageDeps extends OutboundDeps, SweepDeps, FillCatalogDeps, AskLinkDeps {
  /** Milliseconds without which no further call is begun: it may take so long, and what it did is kept afterwards. */
  callMs: number;
}

/** What is done with a message of the queue of what is sent; `leftMs`: milliseconds that are left for it. */
export function outboundMessage(deps: OutboundMessageDeps) {
  const [sweeping, draining, checking] = [sweep(deps), drain(deps), checkConnection(deps)];
  const [filling, linking] = [fillCatalog(deps), askLink(deps)];
  const act = async (message: OutboundMessage, leftMs: () => number): Promise<string> => {
    if (message.type === 'sweep') return `woken ${await sweeping()}`;
    const { accountKey } = message;
    if (message.type === 'check') return checking(accountKey);
    if (message.type === 'link') return linking(accountKey, message.deal);
    if (message.type === 'catalog') return filling(accountKey, { forPeople: message.now === true });
    return draining(accountKey, () => leftMs() > deps.callMs, { atOnce: message.now === true });
  };
  return async (message: OutboundMessage, leftMs: () => number) => {
    const account = message.type === 'sweep' ? {} : { account: message.accountKey };
    return { type: message.type, ...account, outcome: await act(message, leftMs) };
  };
}
