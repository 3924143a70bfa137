import * as v from 'valibot';
import type { SetRef, SetRow } from '../model/event-set.ts';
import { recordId } from '../model/ids.ts';
import type { Folded, FoldedDeal, FoldedRequest } from '../model/records.ts';
import { TryAgain } from '../model/try-again.ts';
import { converge, mostTurns } from './converge.ts';
import { inTurns } from './in-turns.ts';
import { bodyVersion, deflate, itemOf } from './item-body.ts';
import { listAttributes, type Listed } from './listing.ts';
import { eventPrefix, readRows, rowKey, rowOf, setPartition, viewKey, viewPrefix, type ViewName } from './sets.ts';
import type { Item, Table } from './table.ts';

/** What the protocol is told of the rules, knowing none itself. */
export interface SetRules {
  /** A view that was folded with a larger one is never overwritten. */
  foldVersion: number;
  /** Of two rows of one delivery; commutative, associative, idempotent. */
  mergeRow: (stored: SetRow, row: SetRow) => SetRow;
  /** Whether the stored rows of the same event make this one superfluous. */
  addsNothing: (stored: SetRow[], row: SetRow) => boolean;
  /** Pure and indifferent to the order of the rows. */
  fold: (set: SetRef, rows: SetRow[]) => Folded;
}

export interface EventSetDeps {
  table: Pick<Table, 'get' | 'query' | 'putIf'>;
  rules: SetRules;
  /** How lists show the records; a change here wants a larger `foldVersion`. */
  listed: {
    deal: (set: SetRef, deal: FoldedDeal) => Listed;
    request: (set: SetRef, request: FoldedRequest) => Listed;
  };
  /** Told of every fold of more than `largeSet` rows. */
  onLargeSet: (rows: number) => void;
}

const largeSet = 1000;

export interface EventSets {
  /** Adds one delivery's row to a set; putting it again changes nothing. */
  put: (set: SetRef, row: SetRow) => Promise<void>;
  rows: (set: SetRef) => Promise<SetRow[]>;
  /** Brings the views of a set up to its rows. Throws `TryAgain` when newer code has folded it. */
  refold: (set: SetRef, accountKey: string) => Promise<Folded>;
}

/** Event sets and the protocol that makes any order of arrival, any repeat and any crash end in the same views. */
export function eventSets(deps: EventSetDeps): EventSets {
  return {
    put: (set, row) => put(deps, set, row),
    rows: inTurns(setPartition, (set) => readRows(deps.table, set)),
    refold: inTurns<[SetRef, string], Folded>(setPartition, (set, accountKey) => refold(deps, set, accountKey)),
  };
}

async function put({ table, rules }: EventSetDeps, set: SetRef, row: SetRow): Promise<void> {
  const pk = setPartition(set);
  const sk = rowKey(row);
  const ofEvent = await table.query(pk, eventPrefix(row.eventId));
  if (ofEvent.length > 0 && rules.addsNothing(ofEvent.map(rowOf), row)) return;
  await converge(table, { pk, sk }, (stored) =>
    itemOf(pk, sk, stored === undefined ? row : rules.mergeRow(rowOf(stored), row)),
  );
}

async function refold(deps: EventSetDeps, set: SetRef, accountKey: string): Promise<Folded> {
  for (let turn = 0; turn < mostTurns; turn++) {
    // In this order: what is written below must rest on rows read after the views that it replaces.
    const views = await readViews(deps, set);
    const rows = await readRows(deps.table, set);
    if (rows.length > largeSet) deps.onLargeSet(rows.length);
    const folded = deps.rules.fold(set, rows);
    const written = await Promise.all(
      viewsOf(set).map((name) =>
        putView(deps, views.get(viewKey(name)), viewItem(deps, set, accountKey, folded, name)),
      ),
    );
    if (written.every(Boolean)) return folded;
  }
  throw new TryAgain('a set changes too often');
}

async function readViews({ table, rules }: EventSetDeps, set: SetRef): Promise<Map<string, Item>> {
  const views = await table.query(setPartition(set), viewPrefix);
  if (views.some((view) => v.parse(foldVersionSchema, view['foldVersion']) > rules.foldVersion)) {
    throw new TryAgain('newer code has folded this set');
  }
  return new Map(views.map((view) => [view.sk, view]));
}

const foldVersionSchema = v.number();

/** Which views a set has. Both are written even when the fold makes one record only: the digest guards them both. */
function viewsOf({ kind }: SetRef): ViewName[] {
  return kind === 'deal' ? ['deal', 'request'] : ['request'];
}

async function putView({ table }: EventSetDeps, stored: Item | undefined, view: Item): Promise<boolean> {
  return stored?.rev === view.rev || (await table.putIf(view, stored?.rev));
}

function viewItem(deps: EventSetDeps, set: SetRef, accountKey: string, folded: Folded, name: ViewName): Item {
  const head = { pk: setPartition(set), sk: viewKey(name), rev: folded.digest, v: bodyVersion };
  const item = { ...head, foldVersion: deps.rules.foldVersion };
  const listed = listedOf(deps, set, folded, name);
  if (listed === undefined) return item;
  return { ...item, body: deflate(folded[name]), ...listAttributes(accountKey, name, recordId(set), listed) };
}

function listedOf({ listed }: EventSetDeps, set: SetRef, folded: Folded, name: ViewName): Listed | undefined {
  if (name === 'deal') return folded.deal && listed.deal(set, folded.deal);
  return folded.request && listed.request(set, folded.request);
}
