import { setRules } from '../../functions/wiring/worker-deps.ts';
import { outboundDeps } from '../../functions/wiring/outbound-deps.ts';
import { dealColumns, requestColumns } from '../../lib/domain/columns.ts';
import { contactRecordOf, listedContact, mergeContact } from '../../lib/domain/contact.ts';
import { bookingsNamed } from '../../lib/domain/event-set.ts';
import { mergeReference, referencesOf } from '../../lib/domain/references.ts';
import { drain, type Drained } from '../../lib/flow/outbound/drain.ts';
import type { OutboundDeps } from '../../lib/flow/outbound/lane.ts';
import type { OutboundMessageDeps } from '../../lib/flow/outbound/outbound-message.ts';
import type { SetRef, SetRow } from '../../lib/model/event-set.ts';
import type { OutboundRecord } from '../../lib/model/outbound-state.ts';
import { present } from '../../lib/model/present.ts';
import type { Salon } from '../../lib/model/settings.ts';
import { eventSets } from '../../lib/store/event-set.ts';
import { outbound } from '../../lib/store/outbound.ts';
import { markPending } from '../../lib/store/pending.ts';
import { references } from '../../lib/store/references.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Table, Unmarkable } from '../../lib/store/table.ts';
import { standIn, type StandInOptions } from '../../local/comagic/stand-in.ts';
import { sendingTo } from '../comagic/calling.ts';
import { aReading } from '../build/reading.ts';
import { aRow } from '../build/row.ts';
import { aSalon, anAccount, asConnected } from '../build/settings.ts';
import { memoryTable } from '../store/memory-table.ts';

export const aSession = '14783260762';
export const origin = Date.parse('2026-03-20T09:00:00.000Z');
export const minute = 60_000;

export interface WorldOptions {
  remote?: Partial<StandInOptions>;
  isOn?: boolean;
  salon?: Partial<Salon>;
  /** What the flow is given in the place of the usual. */
  change?: (deps: OutboundMessageDeps) => OutboundMessageDeps;
  /** Before the tables of the records. */
  over?: (table: Table & Unmarkable) => Table & Unmarkable;
}

/** Records in memory, a stand-in of CoMagic, and the flow between them; the clock is the test's. */
export async function outboundWorld({
  remote: of = {},
  isOn = true,
  salon = {},
  change = (deps) => deps,
  over = (table) => table,
}: WorldOptions = {}) {
  const clock = { now: origin };
  const now = () => new Date(clock.now);
  const tables = { settings: memoryTable(), records: memoryTable() };
  const settings = settingsStore(tables.settings);
  const connection = { apiHost: 'comagic', isOn, keySet: true } as const;
  await settings.saveAccount(anAccount({ connection }));
  await settings.addSalon(asConnected(aSalon(salon)));
  const remote = standIn({ now, ...of });
  remote.held.campaigns.set(230144, { name: 'Поиск', status: 'active' });
  remote.held.sessions.set(Number(aSession), '2026-03-14 12:00:00');
  const records = over(tables.records);
  const wired = outboundDeps({ settings: tables.settings, records }, sendingTo(remote, now));
  const deps = change(wired);
  return {
    clock,
    now,
    tables,
    settings,
    remote,
    deps,
    state: outbound(tables.records),
    writer: writerOf(records, now, settings.findAccount),
    drain: (hasTime = () => true): Promise<Drained> => drain(deps)('demo', hasTime),
    /** Sends until nothing is due any more, an hour a time. */
    settle: async (most = 200): Promise<void> => {
      for (let turn = 0; turn < most; turn++) {
        clock.now += 60 * minute;
        const drained = await drain(deps)('demo', () => true);
        if (drained === 'done' && !(await isPending(wired, '9'))) return;
      }
      throw new Error('it does not come to rest');
    },
    isPending: (until = '9') => isPending(wired, until),
  };
}

/** Deals are told without saying that they were changed after their stage began. */
export function unchangedSince(deps: OutboundMessageDeps): OutboundMessageDeps {
  return {
    ...deps,
    call: (access, method, params) =>
      deps.call(
        access,
        method,
        'deals' in params
          ? {
              ...params,
              deals: params.deals.map((row) => ({ ...row, modified_date_time: row.modified_stage_date_time })),
            }
          : params,
      ),
  };
}

async function isPending({ pending }: OutboundDeps, until: string): Promise<boolean> {
  for (const kind of ['contact', 'request', 'deal'] as const) {
    if ((await pending({ accountKey: 'demo', kind, until, limit: 1 })).length > 0) return true;
  }
  return false;
}

/** Stores what one event says, as a worker does. */
export function writerOf(table: Table, now: () => Date, findAccount: ReturnType<typeof settingsStore>['findAccount']) {
  let nonce = 0;
  const isSent = async (accountKey: string) => (await findAccount(accountKey))?.connection?.isOn === true;
  const mark = markPending({ isSent, newNonce: () => `n${++nonce}`, now });
  const sets = eventSets({
    table,
    rules: setRules(),
    listed: { deal: dealColumns, request: requestColumns },
    near: { traitsIn: () => Promise.resolve([]), putNeighbour: () => Promise.resolve() },
    mark,
    onLargeSet: () => undefined,
    now,
  });
  const named = references({
    table,
    joinReference: mergeReference,
    joinContact: mergeContact,
    listed: listedContact,
    mark,
    now,
  });
  return async (set: SetRef, row: SetRow) => {
    const contact = contactRecordOf(row);
    if (contact !== undefined) await named.saveContact(set.salonKey, contact, 'demo');
    for (const reference of referencesOf(row)) await named.saveReference(set.salonKey, reference);
    await sets.putRow(set, row);
    if (set.kind === 'deal') {
      const { contents } = await sets.foldDeal(set, 'demo');
      for (const id of bookingsNamed(contents)) await sets.foldBooking(bookingSet(id), 'demo', set.id);
      return;
    }
    const { dealId } = row.reading;
    if (dealId !== undefined) await sets.putLink(dealSet(dealId), set.id);
    await sets.foldBooking(set, 'demo');
    if (dealId !== undefined) await sets.foldDeal(dealSet(dealId), 'demo');
  };
}

export const dealSet = (id: string): SetRef => ({ salonKey: 'arbat', kind: 'deal', id });
export const bookingSet = (id: string): SetRef => ({ salonKey: 'arbat', kind: 'booking', id });
export const dealOf = (id: string): OutboundRecord => ({ kind: 'deal', set: dealSet(id) });
export const requestOf = (id: string): OutboundRecord => ({ kind: 'request', set: bookingSet(id) });

const client = (phone: string) => ({ name: 'Анна', phones: [{ shown: phone, e164: phone }], emails: [] });

export interface Told {
  id: string;
  at: string;
  event: string;
  client?: string;
  phone?: string;
}

/** An event of a deal; without a request half. */
export function dealRow({
  id,
  at,
  event,
  client: clientId = '7001',
  phone = '+79161234567',
  stage,
  amount,
  bookings,
  comment,
}: Told & { stage?: string; amount?: number; bookings?: string[]; comment?: string | null }): SetRow {
  const said = stage === undefined ? {} : { stage: { id: stage, name: `Этап ${stage}` } };
  const reading = aReading({
    kind: 'deal',
    act: 'updated',
    dealId: id,
    updatedAt: { at },
    createdAt: { at: '2026-03-10T09:00:00.000Z' },
    client: { id: clientId, ...client(phone) },
    ...said,
    ...present({ amount, bookingIds: bookings, comment }),
  });
  const { request: _, ...row } = aRow({
    eventId: event,
    receivedAt: at,
    reading,
    contact: { key: clientId, byId: true },
  });
  return row;
}

export function bookingRow({
  id,
  at,
  event,
  client: clientId = '7001',
  phone = '+79161234567',
  campaign = '230144',
  session,
  deal,
}: Told & { campaign?: string; session?: string; deal?: string }): SetRow {
  const reading = aReading({
    kind: 'booking',
    act: 'created',
    bookingId: id,
    updatedAt: { at },
    createdAt: { at },
    client: { id: clientId, ...client(phone) },
    ...present({ session, dealId: deal }),
  });
  const row = aRow({ eventId: event, receivedAt: at, reading, contact: { key: clientId, byId: true } });
  return { ...row, request: { ...row.request!, defaultCampaignId: campaign } };
}
