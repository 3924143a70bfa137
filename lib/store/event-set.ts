import type { FoldedDeal } from '../model/deal.ts';
import type { ChoiceAct, ReadSet, SetRef, SetRow, StoredRow } from '../model/event-set.ts';
import type { FoldedRequest } from '../model/request.ts';
import type { BookingSources, DealFold, OwnRequest, View } from '../model/views.ts';
import { converge, turns } from './converge.ts';
import { inTurns } from './in-turns.ts';
import { itemOf } from './item-body.ts';
import {
  choiceItem,
  eventPrefix,
  hasReading,
  linkItem,
  manyItem,
  manyKey,
  manyOf,
  readLinks,
  readSet,
  rowKey,
  rowOf,
  setPartition,
  viewKey,
  viewPrefix,
} from './sets.ts';
import type { Item, Table } from './table.ts';
import { putNear, putView, type ViewDeps, type ViewRules } from './views.ts';
import { warmFacts, type Warm } from './warm.ts';

/** What the protocol is told of the rules, knowing none itself. */
export interface SetRules extends ViewRules {
  /** Of two rows of one delivery; commutative, associative, idempotent. */
  mergeRow: (stored: StoredRow, row: StoredRow) => StoredRow;
  /** Whether the stored rows of the same event make this one superfluous. */
  addsNothing: (stored: SetRow[], row: SetRow) => boolean;
  /** Pure and indifferent to the order of the rows. */
  foldDealSet: (set: SetRef, contents: ReadSet) => { deal: View<FoldedDeal>; request: View<OwnRequest> };
  foldBookingSet: (set: SetRef, sources: BookingSources) => View<FoldedRequest>;
  /** Ids of the deals that a booking's set names, ascending. */
  dealsNamed: (booking: ReadSet) => string[];
  /** Whether a deal that a booking's set names is not there by a link alone that a replay has left. */
  speaksOn: (booking: ReadSet, bookingId: string, deal: ReadSet, dealId: string) => boolean;
  /** Whether a deal names more bookings than it may speak on. */
  isSubscription: (deal: ReadSet) => boolean;
  /** Deals that may speak on one request. */
  mostDeals: number;
}

export interface EventSetDeps extends ViewDeps {
  table: Pick<Table, 'get' | 'query' | 'putIf'>;
  rules: SetRules;
  /** Told of every fold of more than `largeSet` rows. */
  onLargeSet: (rows: number) => void;
  now: () => Date;
}

const largeSet = 1000;

export interface EventSets {
  /** Adds one delivery's row to a set; putting it again changes nothing. */
  putRow: (set: SetRef, row: StoredRow) => Promise<void>;
  /** Says in a deal's set that a booking named it, or in a booking's that a deal does; once and for good. */
  putLink: (set: SetRef, id: string) => Promise<void>;
  /** Says in a set what somebody has chosen for its records; once. */
  putChoices: (set: SetRef, act: ChoiceAct) => Promise<void>;
  linksOf: (set: SetRef) => Promise<Pick<ReadSet, 'links' | 'many'>>;
  contentsOf: (set: SetRef) => Promise<ReadSet>;
  manyOf: (deal: SetRef) => Promise<ReadSet['many']>;
  /** Marks a deal that names too many bookings; stays `done` when it was. */
  openMany: (deal: SetRef) => Promise<void>;
  finishMany: (deal: SetRef) => Promise<void>;
  /** Brings the views of a set up to its rows. Throws `TryAgain` when newer code has folded it. */
  foldDeal: (deal: SetRef, accountKey: string) => Promise<DealFold>;
  /** The same; `naming`: a deal that names the booking, which is to stand in its set. */
  foldBooking: (booking: SetRef, accountKey: string, naming?: string) => Promise<FoldedRequest | undefined>;
}

/** Event sets and the protocol that makes any order of arrival, any repeat and any crash end in the same views. */
export function eventSets(deps: EventSetDeps): EventSets {
  const { table } = deps;
  const links = warmFacts<true>(deps.now);
  return {
    putRow: (set, row) => putRow(deps, set, row),
    putLink: (set, id) => putLink(table, links, linkItem(set, id)),
    linksOf: (set) => readLinks(table, set),
    contentsOf: (set) => readSet(table, set),
    manyOf: async (deal) => manyOf(await table.get(setPartition(deal), manyKey)),
    putChoices: async (set, act) => {
      await table.putIf(choiceItem(set, act), undefined);
    },
    openMany: async (deal) => {
      await table.putIf(manyItem(deal, 'open'), undefined);
    },
    finishMany: async (deal) => {
      await converge(table, manyItem(deal, 'done'), () => manyItem(deal, 'done'));
    },
    foldDeal: inTurns<[SetRef, string], DealFold>(setPartition, (deal, account) => foldDeal(deps, deal, account)),
    foldBooking: inTurns<[SetRef, string, string?], FoldedRequest | undefined>(
      (booking, _, naming = '') => `${setPartition(booking)} ${naming}`,
      (booking, account, naming) => foldBooking(deps, links, { booking, account, naming }),
    ),
  };
}

/** The rows of the event say whether it has to be put, and over what. */
async function putRow({ table, rules }: EventSetDeps, set: SetRef, row: StoredRow): Promise<void> {
  const pk = setPartition(set);
  const sk = rowKey(row);
  await turns('a row', async () => {
    const ofEvent = await table.query(pk, eventPrefix(row.eventId));
    if (hasReading(row) && rules.addsNothing(ofEvent.map(rowOf).filter(hasReading), row)) return { done: undefined };
    const stored = ofEvent.find((item) => item.sk === sk);
    const item = itemOf(pk, sk, stored === undefined ? row : rules.mergeRow(rowOf(stored), row));
    const settled = item.rev === stored?.rev || (await table.putIf(item, stored?.rev));
    return settled ? { done: undefined } : undefined;
  });
}

async function putLink(table: Pick<Table, 'putIf'>, links: Warm<true>, item: Item): Promise<void> {
  const name = `${item.pk} ${item.sk}`;
  if (links.get(name) === true) return;
  // Whether it was there is all the same: it says nothing that could differ.
  await table.putIf(item, undefined);
  links.set(name, true);
}

async function foldDeal(deps: EventSetDeps, set: SetRef, accountKey: string): Promise<DealFold> {
  return turns('a deal’s set', async () => {
    // In this order: what is written below must rest on rows read after the views that it replaces.
    const views = await deps.table.query(setPartition(set), viewPrefix);
    const contents = await readSet(deps.table, set);
    watch(deps, contents);
    const { deal, request } = deps.rules.foldDealSet(set, contents);
    const near = await putNear(deps, views, { set, rows: contents.rows, accountKey });
    const written = await Promise.all([
      putView(deps, views, { set, name: 'deal', view: deal, accountKey, near }),
      putView(deps, views, { set, name: 'request', view: request, accountKey, first: deal.first }),
    ]);
    return written.every(Boolean) ? { done: { contents, deal: deal.record, request: request.record } } : undefined;
  });
}

interface BookingFold {
  booking: SetRef;
  account: string;
  naming: string | undefined;
}

async function foldBooking(
  deps: EventSetDeps,
  links: Warm<true>,
  { booking, account, naming }: BookingFold,
): Promise<FoldedRequest | undefined> {
  return turns('a booking’s set', async () => {
    const view = await deps.table.get(setPartition(booking), viewKey('request'));
    const own = await readSet(deps.table, booking);
    if (naming !== undefined && !deps.rules.dealsNamed(own).includes(naming)) {
      await putLink(deps.table, links, linkItem(booking, naming));
      own.links.push(naming);
    }
    const sources = await sourcesOf(deps, booking, own);
    for (const set of [own, ...sources.deals]) watch(deps, set);
    const folded = deps.rules.foldBookingSet(booking, sources);
    const views = view === undefined ? [] : [view];
    const near = await putNear(deps, views, { set: booking, rows: own.rows, accountKey: account });
    const parts = { set: booking, name: 'request', view: folded, accountKey: account, near } as const;
    const written = await putView(deps, views, { ...parts, first: folded.first });
    return written ? { done: folded.record } : undefined;
  });
}

/** The deals that speak on a booking's request, by ascending id; subscriptions are passed and do not count. */
async function sourcesOf(
  { table, rules }: EventSetDeps,
  { salonKey, id: bookingId }: SetRef,
  own: ReadSet,
): Promise<BookingSources> {
  const deals: ReadSet[] = [];
  const passed: string[] = [];
  for (const id of rules.dealsNamed(own)) {
    const deal = await readSet(table, { salonKey, kind: 'deal', id });
    if (rules.isSubscription(deal)) passed.push(id);
    else if (!rules.speaksOn(own, bookingId, deal, id)) continue;
    else if (deals.length < rules.mostDeals) deals.push(deal);
    else return { own, deals, passed, cut: true };
  }
  return { own, deals, passed, cut: false };
}

function watch({ onLargeSet }: EventSetDeps, { rows }: ReadSet): void {
  if (rows.length > largeSet) onLargeSet(rows.length);
}
