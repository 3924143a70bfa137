import type * as v from 'valibot';
import { dealItem } from '../../domain/deal-record.ts';
import { requestItem } from '../../domain/request-record.ts';
import type { Today } from '../../domain/today.ts';
import type { Act } from '../../model/acts.ts';
import type { DealItem, RequestItem } from '../../model/api-records.ts';
import type { DealsQuery, Failure, Page, RequestsQuery } from '../../model/api.ts';
import { dealColumnsSchema, requestColumnsSchema } from '../../model/columns.ts';
import type { SetRef } from '../../model/event-set.ts';
import type { HiddenReason } from '../../model/records.ts';
import type { Account } from '../../model/settings.ts';
import { pageAnswer, type StoredPage } from './pages.ts';
import { periodOf, type Period } from './period.ts';
import { salonsAsked, todayOf, type TodayDeps } from './today.ts';

interface RecordsQuery<T> extends Period {
  accountKey: string;
  list: 'deal' | 'request';
  schema: v.GenericSchema<unknown, T>;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string | undefined;
  keep: (columns: T) => boolean;
}
export interface ListRecordsDeps extends TodayDeps {
  listRecords: <T>(query: RecordsQuery<T>) => Promise<StoredPage<T>>;
  now: () => Date;
}

/** Requests of an account by their `dateTime`. */
export function listRequests(deps: ListRecordsDeps): Act<'GET /api/requests'> {
  return ({ account, query }) =>
    listRecords(deps, account, query, {
      list: 'request',
      schema: requestColumnsSchema,
      shown: requestItem,
      suits: (item) => suitsRequest(query, item),
    });
}

/** Deals of an account by their `createdDateTime`. */
export function listDeals(deps: ListRecordsDeps): Act<'GET /api/deals'> {
  return ({ account, query }) =>
    listRecords(deps, account, query, {
      list: 'deal',
      schema: dealColumnsSchema,
      shown: dealItem,
      suits: (item) => suitsDeal(query, item),
    });
}

function suitsRequest({ status, step, noContact }: RequestsQuery, item: RequestItem): boolean {
  return (
    (status === undefined || item.bookingStatus === status) &&
    (step === undefined || item.attribution.step === step) &&
    (noContact === undefined || String(item.noContact) === noContact)
  );
}

function suitsDeal({ type }: DealsQuery, item: DealItem): boolean {
  return type === undefined || item.stage?.type === type;
}

interface Listing<C, I> {
  list: 'deal' | 'request';
  schema: v.GenericSchema<unknown, C>;
  shown: (columns: C, today: Today) => I;
  suits: (item: I) => boolean;
}

async function listRecords<C extends { set: SetRef }, I extends { hidden: HiddenReason[] }>(
  deps: ListRecordsDeps,
  account: Account,
  query: RequestsQuery | DealsQuery,
  { list, schema, shown, suits }: Listing<C, I>,
): Promise<{ ok: Page<I> } | Failure> {
  const period = periodOf(query, account.timezone, deps.now());
  if ('error' in period) return period;
  const salons = await salonsAsked(deps, account.key, query.salon);
  if ('error' in salons) return salons;
  const today = await todayOf(deps, salons);
  const itemOf = (columns: C): I[] => {
    const salon = today.get(columns.set.salonKey);
    const item = salon && shown(columns, salon);
    return item !== undefined && (query.hidden || item.hidden.length === 0) && suits(item) ? [item] : [];
  };
  const { order, limit, cursor } = query;
  const keep = (columns: C) => itemOf(columns).length > 0;
  const page = await deps.listRecords({ accountKey: account.key, list, schema, ...period, order, limit, cursor, keep });
  return pageAnswer(page, itemOf);
}
