import type { MethodData } from '../../model/data-api.ts';
import { recordsOfId } from '../../model/ids.ts';
import type { Joined, OutboundRecord } from '../../model/outbound-state.ts';
import { present } from '../../model/present.ts';
import { askOfAccount, type AskOfAccountDeps } from './ask-of-account.ts';
import { recordExtId } from './ext-id.ts';
import { filterByExtIds, mostListed } from './filters.ts';
import { outcomeOf } from './outcome-of.ts';

export interface AskLinkDeps extends AskOfAccountDeps {
  putJoined: (deal: OutboundRecord, link: Joined) => Promise<void>;
}

/** Asks with what CoMagic has joined a deal, because a person wants to know; what it said before goes. */
export function askLink(deps: AskLinkDeps) {
  return async (accountKey: string, id: string): Promise<string> => {
    const deal = recordsOfId(id).find(({ kind }) => kind === 'deal');
    if (deal === undefined) return 'none';
    const at = deps.now().toISOString();
    const asked = await askOfAccount(deps, accountKey, { forPeople: true });
    if (asked === undefined) {
      await deps.putJoined(deal, { v: 1, at, failed: 'no_key' });
      return 'failed';
    }
    const answer = await asked.ask('get.deals_history', {
      filter: filterByExtIds([recordExtId(deal)]),
      limit: mostListed,
    });
    if (answer.outcome !== 'ok') {
      await deps.putJoined(deal, { v: 1, at, failed: outcomeOf(answer) });
      return 'failed';
    }
    const joined = answer.data.findLast(({ communication_id: number }) => typeof number === 'number');
    await deps.putJoined(deal, { v: 1, at, ...joinedWith(joined) });
    return joined === undefined ? 'not joined' : 'joined';
  };
}

type Row = MethodData<'get.deals_history'>[number];

function joinedWith(row: Row | undefined): Pick<Joined, 'communicationId' | 'communicationType'> {
  const { communication_id: number, communication_type: type } = row ?? {};
  return present({ communicationId: number ?? undefined, communicationType: type ?? undefined });
}
