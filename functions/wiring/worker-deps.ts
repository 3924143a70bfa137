import { dealColumns, requestColumns } from '../../lib/domain/columns.ts';
import { listedContact, mergeContact } from '../../lib/domain/contact.ts';
import { dealsNamed, isSubscription, setLimits, speaksOn, type SetLimits } from '../../lib/domain/event-set.ts';
import { foldBookingSet, foldDealSet } from '../../lib/domain/fold.ts';
import { addsNothing, mergeRow } from '../../lib/domain/merge-row.ts';
import { mergeReference } from '../../lib/domain/references.ts';
import { traitsOf } from '../../lib/domain/traits.ts';
import type { AfterBatchDeps } from '../../lib/flow/erase/after-batch.ts';
import type { EraseDeps } from '../../lib/flow/jobs/erase.ts';
import type { ResendDeps } from '../../lib/flow/jobs/resend.ts';
import type { SetRef, SetRow } from '../../lib/model/event-set.ts';
import type { CrossDealDeps } from '../../lib/flow/cross-deal.ts';
import type { RecordEventDeps } from '../../lib/flow/record-event.ts';
import { isTestKey } from '../../lib/model/ids.ts';
import { foldVersion } from '../../lib/model/records.ts';
import { readerContract } from '../../lib/profsalon/contract.ts';
import { now as clock } from '../../lib/runtime/clock.ts';
import { freshKeys } from '../../lib/runtime/fresh-keys.ts';
import { eventSets, type EventSets, type SetRules } from '../../lib/store/event-set.ts';
import { erasedEntry, journal } from '../../lib/store/journal.ts';
import { lineIndex, neighbours } from '../../lib/store/neighbours.ts';
import { markPending } from '../../lib/store/pending.ts';
import { salonMarks } from '../../lib/store/records.ts';
import { erasings } from '../../lib/store/erasing.ts';
import { outboundFacts } from '../../lib/store/refused.ts';
import { remark } from '../../lib/store/remark.ts';
import { references } from '../../lib/store/references.ts';
import { erasureStore } from '../../lib/store/settings-erasures.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Table } from '../../lib/store/table.ts';
import { warmAccounts } from '../../lib/store/warm-accounts.ts';

/** The tables of a worker. */
export interface WorkerTables {
  settings: Table;
  records: Table;
  journal: Table;
}

/** What a worker does beside its tables. */
export interface WorkerOutside extends Pick<RecordEventDeps, 'sendCrossing'> {
  onLargeSet: () => void;
  now?: () => Date;
}

/** What the store protocol is told of the rules. */
export function setRules(limits: SetLimits = setLimits): SetRules {
  return {
    foldVersion,
    mergeRow,
    addsNothing,
    foldDealSet: (ref, set) => foldDealSet(ref, set, limits),
    foldBookingSet,
    dealsNamed,
    speaksOn,
    isSubscription: (deal) => isSubscription(deal, limits),
    mostDeals: limits.deals,
  };
}

/** What the flows of a worker need. */
export type WorkerDeps = RecordEventDeps &
  CrossDealDeps &
  AfterBatchDeps &
  Omit<EraseDeps, 'emptyQueues' | 'hasNeighbours'> &
  Pick<EventSets, 'putChoices'> &
  Pick<ResendDeps, 'remark'>;

/** Over its tables. */
export function workerDeps(tables: WorkerTables, outside: WorkerOutside, rules: SetRules = setRules()): WorkerDeps {
  const { onLargeSet, sendCrossing, now = clock } = outside;
  const listed = { deal: dealColumns, request: requestColumns };
  const findAccount = warmAccounts(settingsStore(tables.settings).findAccount, now);
  const { putNeighbour, neighboursOf } = neighbours(tables.records);
  const isSent = async (accountKey: string) => (await findAccount(accountKey))?.connection?.isOn === true;
  const mark = markPending({ isSent, newNonce: freshKeys.newNonce, now });
  const near = { putNeighbour, traitsIn: traitsIn(findAccount) };
  const sets = eventSets({ table: tables.records, rules, listed, near, mark, onLargeSet, now });
  const joins = { joinReference: mergeReference, joinContact: mergeContact, listed: listedContact };
  const { saveReference, saveContact, remakeContact, forget } = references({
    table: tables.records,
    ...joins,
    mark,
    now,
  });
  const { putLine, deliveries, changeLine } = journal({ table: tables.journal, now });
  const { indexLine, indexedLines } = lineIndex(tables.journal);
  const { erasuresOf, saveErasure } = erasureStore(tables.settings);
  return {
    contract: readerContract,
    findAccount,
    markSalon: salonMarks(tables.records, now).markSalon,
    saveReference,
    saveContact,
    ...sets,
    isSubscription: rules.isSubscription,
    sendCrossing,
    putLine,
    deliveriesOf: deliveries,
    indexLine,
    indexedLines,
    erasuresOf,
    saveErasure,
    neighboursOf,
    changeLine,
    erasedEntry,
    remakeContact,
    remark: remark({ table: tables.records, mark }),
    ...erasings(tables.records),
    outboundFacts: outboundFacts(tables.records),
    forget,
    now,
  };
}

/** Of an account that is not there nothing can be told; its events are tried again. A test is found by nobody. */
function traitsIn(findAccount: RecordEventDeps['findAccount']) {
  return async (accountKey: string, { salonKey }: SetRef, rows: SetRow[]): Promise<string[]> => {
    const account = isTestKey(salonKey) ? undefined : await findAccount(accountKey);
    if (account === undefined) return [];
    return traitsOf(account.hmacSecret, salonKey, rows);
  };
}
