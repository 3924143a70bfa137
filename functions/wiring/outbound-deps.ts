import { mergeContact, listedContact } from '../../lib/domain/contact.ts';
import { mergeReference } from '../../lib/domain/references.ts';
import { refusedAgain, taken, wholeBatch } from '../../lib/domain/take-apart.ts';
import { dataApiMapping } from '../../lib/comagic/mapping.ts';
import type { OutboundDeps } from '../../lib/flow/outbound/lane.ts';
import { now as clock } from '../../lib/runtime/clock.ts';
import { outbound } from '../../lib/store/outbound.ts';
import { markNothing } from '../../lib/store/pending.ts';
import { references } from '../../lib/store/references.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Table, Unmarkable } from '../../lib/store/table.ts';

export interface OutboundTables {
  settings: Table;
  records: Table & Unmarkable;
}

/** What sending does beside its tables. */
export type OutboundOutside = Pick<OutboundDeps, 'call' | 'accessKeyOf' | 'leaseMs' | 'settleMs'> & {
  now?: () => Date;
};

/** What the flow that sends needs, over its tables. */
export function outboundDeps(tables: OutboundTables, { now = clock, ...outside }: OutboundOutside): OutboundDeps {
  const { findAccount, listSalons } = settingsStore(tables.settings);
  const joins = { joinReference: mergeReference, joinContact: mergeContact, listed: listedContact };
  const { list } = references({ table: tables.records, ...joins, mark: markNothing, now });
  return {
    ...outbound(tables.records),
    ...outside,
    findAccount,
    listSalons,
    listReferences: list,
    mapping: dataApiMapping,
    takingApart: { whole: wholeBatch, taken, refused: refusedAgain },
    now,
  };
}
