import type * as v from 'valibot';
import { dealItem } from '../../domain/deal-record.ts';
import { plainName } from '../../domain/named.ts';
import { requestItem } from '../../domain/request-record.ts';
import type { Today } from '../../domain/today.ts';
import type { RouteAct } from '../../model/acts.ts';
import type { DealsQuery, Failure, Page, RequestsQuery } from '../../model/api.ts';
import { dealColumnsSchema, type DealItem } from '../../model/deal.ts';
import type { SetRef } from '../../model/event-set.ts';
import type { HiddenReason } from '../../model/records.ts';
import type { RequestItem } from '../../model/request.ts';
import type { RouteKey } from '../../model/routes.ts';
import type { Account } from '../../model/settings.ts';
import { requestColumnsV1Schema } from '../../model/stored-v1.ts';
import { nameOfQuery, pageAnswer, type StoredPage } from './pages.ts';
import { periodOf, type Period } from './period.ts';
import { salonsAsked, todayOfMany, type RecordKind, type TodayDeps } from './today.ts';

interface Listed<C> {
  set: SetRef;
  columns: C;
}
interface RecordsQuery<C> extends Period {
  accountKey: string;
  list: RecordKind;
  schema: v.GenericSchema<unknown, C>;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string | undefined;
  /** Names the query, for its cursors. */
  query: string;
  keep: (listed: Listed<C>) => Promise<boolean>;
}
export interface ListRecordsDeps extends TodayDeps {
  listRecords: <C>(query: RecordsQuery<C>) => Promise<StoredPage<Listed<C>>>;
  now: () => Date;
}

/** Requests of an account by their `dateTime`. */
export function listRequests(deps: ListRecordsDeps): RouteAct<'GET /api/requests'> {
  return ({ account, query }) =>
    listRecords(deps, account, query, {
      route: 'GET /api/requests',
      list: 'request',
      schema: requestColumnsV1Schema,
      shown: requestItem,
      suits: (item) => suitsRequest(query, item),
    });
}

/** Deals of an account by their `createdDateTime`. */
export function listDeals(deps: ListRecordsDeps): RouteAct<'GET /api/deals'> {
  return ({ account, query }) =>
    listRecords(deps, account, query, {
      route: 'GET /api/deals',
      list: 'deal',
      schema: dealColumnsSchema,
      shown: dealItem,
      suits: (item) => suitsDeal(query, item),
    });
}

function suitsRequest(query: RequestsQuery, item: RequestItem): boolean {
  const { status, step, campaign, source, noContact } = query;
  return (
    // One that is superseded is listed nowhere; version 1 kept it in the index.
    !item.hidden.includes('superseded') &&
    (status === undefined || item.bookingStatus === status) &&
    (step === undefined || isOfStep(item, step)) &&
    (campaign === undefined || item.campaignId === campaign) &&
    (source === undefined || item.sourceId === source) &&
    (noContact === undefined || String(item.noContact) === noContact)
  );
}

function isOfStep({ attribution }: RequestItem, step: NonNullable<RequestsQuery['step']>): boolean {
  if (step !== 'unfound') return attribution.step === step;
  return attribution.step === 'default' || attribution.step === 'none';
}

function suitsDeal({ type, pipeline, stage, manager }: DealsQuery, item: DealItem): boolean {
  return (
    (type === undefined || (item.stage?.type ?? 'none') === type) &&
    (pipeline === undefined || item.pipeline.id === pipeline) &&
    (stage === undefined || isStage(item, stage)) &&
    (manager === undefined || item.manager?.id === manager)
  );
}

function isStage({ stage }: DealItem, name: string): boolean {
  return stage !== undefined && plainName(stage.name ?? stage.id ?? '') === plainName(name);
}

interface Listing<C, I> {
  route: RouteKey;
  list: RecordKind;
  schema: v.GenericSchema<unknown, C>;
  shown: (set: SetRef, columns: C, today: Today) => I;
  suits: (item: I) => boolean;
}

async function listRecords<C, I extends { hidden: HiddenReason[] }>(
  deps: ListRecordsDeps,
  account: Account,
  query: RequestsQuery | DealsQuery,
  { route, list, schema, shown, suits }: Listing<C, I>,
): Promise<{ ok: Page<I> } | Failure> {
  const period = periodOf(query, account.timezone, deps.now());
  if ('error' in period) return period;
  const salons = await salonsAsked(deps, account.key, query.salon);
  if ('error' in salons) return salons;
  const todayIn = todayOfMany(deps, salons, list);
  const items = new Map<Listed<C>, I>();
  const keep = async (listed: Listed<C>) => {
    const today = await todayIn(listed.set.salonKey);
    const item = today && shown(listed.set, listed.columns, today);
    if (item === undefined || !(query.hidden || item.hidden.length === 0) || !suits(item)) return false;
    items.set(listed, item);
    return true;
  };
  const { order, limit, cursor } = query;
  const paging = { ...period, order, limit, cursor, query: nameOfQuery(route, account, query), keep };
  const page = await deps.listRecords({ accountKey: account.key, list, schema, ...paging });
  return pageAnswer(page, (listed) => {
    const item = items.get(listed);
    return item === undefined ? [] : [item];
  });
}
