import * as v from 'valibot';
import type { FoldedDeal } from '../model/deal.ts';
import type { SetRef, SetRow } from '../model/event-set.ts';
import { isTestKey, recordId } from '../model/ids.ts';
import type { FoldedRequest } from '../model/request.ts';
import { TryAgain } from '../model/try-again.ts';
import type { OwnRequest, View } from '../model/views.ts';
import { firstInstant } from '../model/words.ts';
import { bodyVersion, withBody } from './item-body.ts';
import { listAttributes, withoutDate, type Listed, type ListName } from './listing.ts';
import type { MarkPending } from './pending.ts';
import { setPartition, superseded, viewKey, type ViewName } from './sets.ts';
import type { Item, Table } from './table.ts';

export interface ViewRules {
  /** A view that was folded with a larger one is never overwritten. */
  foldVersion: number;
}

/** What views of sets are written with. */
export interface ViewDeps {
  table: Pick<Table, 'putIf'>;
  rules: ViewRules;
  /** How lists show the records, and what is kept beside; a change here wants a larger `foldVersion`. */
  listed: {
    deal: (deal: FoldedDeal) => Listed & { rest: object };
    request: (request: FoldedRequest) => Listed & { rest: object };
  };
  /** By what the persons of a set can be found (HMACs), and a row that leads from there to the set. */
  near: {
    traitsIn: (accountKey: string, set: SetRef, rows: SetRow[]) => Promise<string[]>;
    putNeighbour: (accountKey: string, trait: string, set: SetRef) => Promise<void>;
  };
  /** Marks a view that is put as changed since it was last sent. */
  mark: MarkPending;
}

const nearSchema = v.object({ near: v.optional(v.string(), '') });
/** Letters of a trait by which a view tells that its neighbour is put. */
const nearLetters = 6;

/** Puts the neighbours that the stored view does not name as put, before the view that names them; answers what it is to name. */
export async function putNear(
  { near: { traitsIn, putNeighbour } }: ViewDeps,
  views: Item[],
  { set, rows, accountKey }: { set: SetRef; rows: SetRow[]; accountKey: string },
): Promise<string> {
  const main = views.find(({ sk }) => sk === viewKey(mainView(set)));
  const named = new Set(main === undefined ? [] : v.parse(nearSchema, main).near.split(' '));
  const traits = await traitsIn(accountKey, set, rows);
  const fresh = traits.filter((trait) => !named.has(trait.slice(0, nearLetters)));
  await Promise.all(fresh.map((trait) => putNeighbour(accountKey, trait, set)));
  return traits.map((trait) => trait.slice(0, nearLetters)).join(' ');
}

const foldVersionSchema = v.number();

/** Answers whether the view is what is stored now. */
export async function putView(deps: ViewDeps, views: Item[], parts: ViewParts): Promise<boolean> {
  const { table, rules } = deps;
  const view = viewItem(deps, parts);
  const stored = views.find(({ sk }) => sk === view.sk);
  if (stored !== undefined && v.parse(foldVersionSchema, stored['foldVersion']) > rules.foldVersion) {
    throw new TryAgain('newer code has folded this set');
  }
  if (stored?.rev === view.rev) return true;
  return table.putIf({ ...view, ...(await marksOf(deps, parts, stored)) }, stored?.rev);
}

/** What never made a record need not be sent, and no test is. */
async function marksOf({ mark }: ViewDeps, parts: ViewParts, stored: Item | undefined) {
  const { set, accountKey, name, view, first } = parts;
  const isNothing = view.record === undefined || view.record === 'superseded';
  if (isTestKey(set.salonKey) || (isNothing && stored === undefined)) return {};
  return mark(accountKey, name, { firstSeen: first, stored });
}

interface ViewParts {
  set: SetRef;
  name: ViewName;
  view: View<FoldedDeal> | View<OwnRequest>;
  accountKey: string;
  /** Of the main view. */
  near?: string;
  /** When the first of its rows was received. */
  first?: string | undefined;
}

/**
 * A view without a body says that the set was folded and makes no such record. Every view of a set is written: its digest guards
 * it. Each set stands in a list, so that a walk of the lists finds all of them.
 */
function viewItem(deps: ViewDeps, { set, name, view, accountKey, near = '' }: ViewParts): Item {
  const head = { pk: setPartition(set), sk: viewKey(name), rev: view.digest, v: bodyVersion };
  const { foldVersion } = deps.rules;
  const item = { ...head, foldVersion, ...(near === '' ? {} : { near }) };
  const listedAs = (list: ListName, { dateTime, summary }: Listed) =>
    listAttributes({ accountKey, salonKey: set.salonKey }, list, recordId(set), {
      dateTime,
      summary: { ...summary, foldVersion },
    });
  if (view.record === undefined) {
    // A set without a row is known by what others say of it: it stands where the lists begin.
    const listed = { dateTime: view.first ?? firstInstant, summary: {} };
    return name === mainView(set) ? { ...item, ...listedAs('none', listed) } : item;
  }
  if (view.record === 'superseded') return withBody(item, superseded);
  const { rest, dateTime, summary } = listedOf(deps, view.record);
  return withBody({ ...item, ...listedAs(name, { dateTime, summary: withoutDate(name, summary) }) }, rest);
}

/** The view by which a set is found in a list whatever it makes. */
function mainView({ kind }: SetRef): ViewName {
  return kind === 'deal' ? 'deal' : 'request';
}

function listedOf({ listed }: ViewDeps, record: FoldedDeal | FoldedRequest) {
  return 'createdDateTime' in record ? listed.deal(record) : listed.request(record);
}
