import { mergeContact, listedContact } from '../../lib/domain/contact.ts';
import { mergeReference } from '../../lib/domain/references.ts';
import { accused, refusedAgain, taken, wholeBatch } from '../../lib/domain/take-apart.ts';
import { dataApiMapping } from '../../lib/comagic/mapping.ts';
import type { OutboundMessageDeps } from '../../lib/flow/outbound/outbound-message.ts';
import { deliveryQueue } from '../../lib/model/queues.ts';
import { now as clock } from '../../lib/runtime/clock.ts';
import { freshKeys } from '../../lib/runtime/fresh-keys.ts';
import { catalogStore } from '../../lib/store/catalog.ts';
import { outbound } from '../../lib/store/outbound.ts';
import { markNothing, markPending } from '../../lib/store/pending.ts';
import { remark } from '../../lib/store/remark.ts';
import { references } from '../../lib/store/references.ts';
import { accountStore } from '../../lib/store/settings-accounts.ts';
import { salonStore } from '../../lib/store/settings-salons.ts';
import type { Table, Unmarkable } from '../../lib/store/table.ts';

export interface OutboundTables {
  settings: Table;
  records: Table & Unmarkable;
}

/** What sending does beside its tables. */
export type OutboundOutside = Pick<OutboundMessageDeps, 'call' | 'accessKeyOf' | 'send' | 'count'> & {
  now?: () => Date;
};

const second = 1000;
/** Seconds for what a call of 1,000 rows leaves to be written. */
const writing = 10;

/** What the flows that send need, over their tables. */
export function outboundDeps(
  tables: OutboundTables,
  { now = clock, ...outside }: OutboundOutside,
): OutboundMessageDeps {
  const { findAccount, listAccounts } = accountStore(tables.settings);
  const { everySalon } = salonStore(tables.settings);
  const { findCatalog, fillList } = catalogStore(tables.settings);
  const joins = { joinReference: mergeReference, joinContact: mergeContact, listed: listedContact };
  const isSent = async (accountKey: string) => (await findAccount(accountKey))?.connection?.isOn === true;
  const mark = markPending({ isSent, newNonce: freshKeys.newNonce, now });
  const { list } = references({ table: tables.records, ...joins, mark: markNothing, now });
  return {
    ...outbound(tables.records),
    ...outside,
    findAccount,
    listAccounts,
    listSalons: everySalon,
    findCatalog,
    fillList,
    listReferences: list,
    remark: remark({ table: tables.records, mark }),
    mapping: dataApiMapping,
    takingApart: { whole: wholeBatch, taken, refused: refusedAgain, accused },
    settleMs: deliveryQueue.settle * second,
    // As long as a function lives, and what it may have left behind.
    leaseMs: (deliveryQueue.timeout + deliveryQueue.settle) * second,
    callMs: (deliveryQueue.call + writing) * second,
    now,
  };
}
