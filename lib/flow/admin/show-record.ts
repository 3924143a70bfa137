import { dealRecord } from '../../domain/deal-record.ts';
import { decidedBy } from '../../domain/choice.ts';
import { dealsNamed, isSubscription, ownRows, setLimits } from '../../domain/event-set.ts';
import { eventsOf, eventsOfSuperseded } from '../../domain/record-events.ts';
import { outboundShown } from '../../domain/outbound-shown.ts';
import { requestRecord, supersededRecord } from '../../domain/request-record.ts';
import type { Today } from '../../domain/today.ts';
import type { RouteAct } from '../../model/acts.ts';
import type { OutboundShown } from '../../model/api-outbound.ts';
import type { Failure } from '../../model/api.ts';
import type { FoldedDeal } from '../../model/deal.ts';
import type { ReadSet, SetRef, SetRow } from '../../model/event-set.ts';
import { salonOfTestKey, setOfRecordId } from '../../model/ids.ts';
import type { OutboundFacts, OutboundRecord } from '../../model/outbound-state.ts';
import type { Account, Salon } from '../../model/settings.ts';
import type { OwnRequest } from '../../model/views.ts';
import { todayOf, type RecordKind, type TodayDeps } from './today.ts';

export interface ShowRecordDeps extends Pick<TodayDeps, 'listReferences'> {
  findSalon: (accountKey: string, salonKey: string) => Promise<Salon | undefined>;
  findDeal: (set: SetRef) => Promise<FoldedDeal | undefined>;
  findRequest: (set: SetRef) => Promise<OwnRequest | undefined>;
  contentsOf: (set: SetRef) => Promise<ReadSet>;
  outboundFacts: (record: OutboundRecord) => Promise<OutboundFacts>;
}

/** A request with the events that it was folded from. */
export function showRequest(deps: ShowRecordDeps): RouteAct<'GET /api/requests/{id}'> {
  return ({ account, id }) =>
    showRecord(deps, account, id, 'request', async (set, today) => {
      const request = await deps.findRequest(set);
      if (request === undefined) return undefined;
      const contents = await deps.contentsOf(set);
      if (request === 'superseded') {
        const events = eventsOfSuperseded(ownRows(set, contents.rows));
        return { ...supersededRecord(set, contents, today), events };
      }
      const rows = set.kind === 'deal' ? ownRows(set, contents.rows) : await rowsOfBooking(deps, set, contents);
      const decided = decidedBy(contents, rows, 'request');
      return { ...requestRecord(set, request, today), decided, events: eventsOf(set, rows, 'request', today) };
    });
}

/** A deal with the events that it was folded from. */
export function showDeal(deps: ShowRecordDeps): RouteAct<'GET /api/deals/{id}'> {
  return ({ account, id }) =>
    showRecord(deps, account, id, 'deal', async (set, today) => {
      const deal = await deps.findDeal(set);
      if (deal === undefined) return undefined;
      const contents = await deps.contentsOf(set);
      const rows = ownRows(set, contents.rows);
      const decided = decidedBy(contents, rows, 'deal');
      return { ...dealRecord(set, deal, today), decided, events: eventsOf(set, rows, 'deal', today) };
    });
}

/** A booking's own events, and those of the deals that speak on its request. */
async function rowsOfBooking(deps: ShowRecordDeps, set: SetRef, contents: ReadSet): Promise<SetRow[]> {
  const rows = ownRows(set, contents.rows);
  let speaking = 0;
  for (const id of dealsNamed(contents)) {
    const deal = await deps.contentsOf({ salonKey: set.salonKey, kind: 'deal', id });
    if (isSubscription(deal)) continue;
    if (++speaking > setLimits.deals) break;
    rows.push(...deal.rows.filter(({ reading }) => reading.kind === 'deal'));
  }
  return rows;
}

async function showRecord<R extends object>(
  deps: ShowRecordDeps,
  account: Account,
  id: string,
  kind: RecordKind,
  show: (set: SetRef, today: Today) => Promise<R | undefined>,
): Promise<{ ok: R & { delivery: OutboundShown } } | Failure> {
  const set = setOfRecordId(id);
  // Whose a record is, its salon says: one of another account is not found.
  const salon = set && (await deps.findSalon(account.key, salonOfTestKey(set.salonKey) ?? set.salonKey));
  if (set === undefined || salon === undefined) return { error: 'not_found' };
  // What a test has named stands under its own key.
  const record = await show(set, await todayOf(deps, { ...salon, key: set.salonKey }, kind));
  if (record === undefined) return { error: 'not_found' };
  const facts = await deps.outboundFacts({ kind, set });
  return { ok: { ...record, delivery: outboundShown(facts, account.connection?.isOn === true) } };
}
