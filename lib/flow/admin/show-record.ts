import { dealRecord } from '../../domain/deal-record.ts';
import { eventsOf } from '../../domain/record-events.ts';
import { requestRecord } from '../../domain/request-record.ts';
import type { Today } from '../../domain/today.ts';
import type { Act } from '../../model/acts.ts';
import type { Failure } from '../../model/api.ts';
import type { SetRef, SetRow } from '../../model/event-set.ts';
import { setOfRecordId } from '../../model/ids.ts';
import type { FoldedDeal, FoldedRequest, RecordEvent } from '../../model/records.ts';
import type { Account, Salon } from '../../model/settings.ts';
import type { TodayDeps } from './today.ts';

export interface ShowRecordDeps extends Pick<TodayDeps, 'listReferences'> {
  findSalon: (accountKey: string, salonKey: string) => Promise<Salon | undefined>;
  findDeal: (set: SetRef) => Promise<FoldedDeal | undefined>;
  findRequest: (set: SetRef) => Promise<FoldedRequest | undefined>;
  rowsOf: (set: SetRef) => Promise<SetRow[]>;
}

/** A request with the events that it was folded from. */
export function showRequest(deps: ShowRecordDeps): Act<'GET /api/requests/{id}'> {
  return ({ account, id }) =>
    showRecord(deps, account, id, 'request', async (set, today) => {
      const request = await deps.findRequest(set);
      return request && requestRecord(set, request, today);
    });
}

/** A deal with the events that it was folded from. */
export function showDeal(deps: ShowRecordDeps): Act<'GET /api/deals/{id}'> {
  return ({ account, id }) =>
    showRecord(deps, account, id, 'deal', async (set, today) => {
      const deal = await deps.findDeal(set);
      return deal && dealRecord(set, deal, today);
    });
}

async function showRecord<R extends object>(
  deps: ShowRecordDeps,
  account: Account,
  id: string,
  kind: 'deal' | 'request',
  find: (set: SetRef, today: Today) => Promise<R | undefined>,
): Promise<{ ok: R & { events: RecordEvent[] } } | Failure> {
  const set = setOfRecordId(id);
  // Whose a record is, its salon says: one of another account is not found.
  const salon = set && (await deps.findSalon(account.key, set.salonKey));
  if (set === undefined || salon === undefined) return { error: 'not_found' };
  const today = { salon, references: await deps.listReferences(salon.key, 'stage') };
  const record = await find(set, today);
  if (record === undefined) return { error: 'not_found' };
  return { ok: { ...record, events: eventsOf(set, await deps.rowsOf(set), kind, today) } };
}
