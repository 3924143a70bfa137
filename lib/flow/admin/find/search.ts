import { dealItem } from '../../../domain/deal-record.ts';
import { requestItem } from '../../../domain/request-record.ts';
import type { RouteAct } from '../../../model/acts.ts';
import type { SearchAnswer } from '../../../model/api-finding.ts';
import { dealFields, type FoldedDeal } from '../../../model/deal.ts';
import type { SetRef } from '../../../model/event-set.ts';
import { summaryOf } from '../../../model/journal.ts';
import { keptOf } from '../../../model/record-fields.ts';
import { requestFields, type FoldedRequest } from '../../../model/request.ts';
import type { Account } from '../../../model/settings.ts';
import { instantAsked } from '../period.ts';
import { eventItem } from '../read-events.ts';
import { salonsAsked, todayOfMany, type TodayDeps } from '../today.ts';
import { cluesOf, type CluesDeps } from './clues.ts';
import { foundBy, type Found, type FoundDeps, type Where } from './found.ts';
import { inWaves } from '../../in-waves.ts';
import { nothingCame, type NothingDeps } from './nothing-came.ts';

export interface SearchDeps extends CluesDeps, FoundDeps, NothingDeps, TodayDeps {
  /** Whether neighbours lead to all sets of an account. */
  hasNeighbours: (account: Account) => Promise<boolean>;
  findDeal: (set: SetRef) => Promise<FoldedDeal | undefined>;
  findRequest: (set: SetRef) => Promise<FoldedRequest | 'superseded' | undefined>;
}

/** "Where is my booking?": what became of whatever can be said of it, or what there is to know of its not having come. */
export function search(deps: SearchDeps): RouteAct<'POST /api/search'> {
  return async ({ account, body }) => {
    const salons = await salonsAsked(deps, account.key, body.salon);
    if ('error' in salons) return salons;
    const at = body.at === undefined ? undefined : instantAsked(body.at, account.timezone);
    if (body.at !== undefined && at === undefined) return { error: 'invalid_request', fields: { at: 'invalid' } };
    const asked = cluesOf(deps, account, salons, body);
    if ('error' in asked) return asked;
    const where = { account, salons };
    const missing = (await deps.hasNeighbours(account)) ? {} : ({ incomplete: true } as const);
    for (const clues of asked.clues) {
      const found = await foundBy(deps, where, clues);
      if (found.lines.length + found.sets.length > 0) {
        return { ok: { ...(await shown(deps, where, found)), ...missing } };
      }
    }
    const moment = at ?? asked.at ?? deps.now().toISOString();
    const nothing = await nothingCame(deps, where, moment);
    return { ok: { requests: [], deals: [], events: [], more: false, ...missing, nothing } };
  };
}

async function shown(deps: SearchDeps, { salons }: Where, found: Found): Promise<SearchAnswer> {
  const deals = await dealsIn(deps, salons, found.sets);
  const requests = await requestsIn(deps, salons, found.sets);
  return {
    requests,
    deals,
    events: found.lines.map(summaryOf).map(eventItem),
    more: found.more,
  };
}

async function dealsIn(deps: SearchDeps, salons: Where['salons'], sets: SetRef[]) {
  const todayIn = todayOfMany(deps, salons, 'deal');
  const items = await inWaves(
    sets.filter(({ kind }) => kind === 'deal'),
    async (set) => {
      const [deal, today] = await Promise.all([deps.findDeal(set), todayIn(set.salonKey)]);
      return deal === undefined || today === undefined ? [] : [dealItem(set, keptOf(dealFields, deal, 'list'), today)];
    },
  );
  return items.flat().sort((a, b) => (a.createdDateTime < b.createdDateTime ? 1 : -1));
}

async function requestsIn(deps: SearchDeps, salons: Where['salons'], sets: SetRef[]) {
  const todayIn = todayOfMany(deps, salons, 'request');
  const items = await inWaves(sets, async (set) => {
    const [request, today] = await Promise.all([deps.findRequest(set), todayIn(set.salonKey)]);
    // What gave way to the requests of its bookings is listed nowhere.
    if (request === undefined || request === 'superseded' || today === undefined) return [];
    return [requestItem(set, keptOf(requestFields, request, 'list'), today)];
  });
  return items.flat().sort((a, b) => (a.dateTime < b.dateTime ? 1 : -1));
}
