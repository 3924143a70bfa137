import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import type { CrossingMessage, EventMessage, Message } from '../../lib/model/message.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { noCounts, type Counts } from '../../bench/units/counted-table.ts';
import { countedTables } from '../../bench/units/sides.ts';
import { anAccount } from '../build/settings.ts';
import { anEvent } from './tell.ts';
import { aReceived } from './worker.ts';

const dealId = '771904';
const client = { id: '90001', name: 'Екатерина Орлова', phone: '+79161000037' };
/** Each event says something of its own, a second after the one before. */
const said = (n: number) => ({ updated_at: new Date(Date.UTC(2026, 2, 10) + n * 1000).toISOString(), amount: n });

export function dealEvent(n: number): EventMessage {
  const stage = { id: '10', name: 'Новая запись', type: 'in_process', order: 10 };
  return anEvent('deal.updated', { id: dealId, ...said(n), name: 'Абонемент', stage, contact: client });
}

/** An event of the booking of this number, which belongs to the deal. */
export function bookingEvent(n: number, booking: number): EventMessage {
  return anEvent('booking.updated', { id: `b${booking}`, deal_id: dealId, ...said(n), status: 'confirmed', client });
}

/** When the work of folding a deal's bookings without it is done: as soon as it is asked for, or after all else. */
export type Crossing = 'at once' | 'last';
/** Of one event: calls of the tables, DynamoDB's units, and processor time in ms. */
export interface Cost {
  calls: number;
  writes: number;
  reads: number;
}

export interface ToldDeal {
  /** Costs of the next event of the deal, and of its first booking. */
  nextDeal: () => Promise<{ cost: Cost; cpu: number }>;
  nextBooking: () => Promise<{ cost: Cost; cpu: number }>;
  many: () => Promise<'open' | 'done' | undefined>;
}

/** A worker in one warm process that was told so many events of a deal, and then one of each of so many bookings. */
export async function toldDeal(events: number, bookings: number, crossing: Crossing = 'at once'): Promise<ToldDeal> {
  const counts = noCounts();
  const tables = countedTables(counts);
  await settingsStore(tables.settings).saveAccount(anAccount());
  const sent: CrossingMessage[] = [];
  const outside = {
    onLargeSet: () => undefined,
    sendCrossing: (one: CrossingMessage) => Promise.resolve(void sent.push(one)),
  };
  const deps = workerDeps(tables, outside);
  const record = recordMessage(deps);
  const handle = (message: Message) => record(message, aReceived({ body: JSON.stringify(message) }));
  const cross = async () => {
    for (const one of sent.splice(0)) await handle(one);
  };
  let n = 0;
  for (let event = 0; event < events; event++) await handle(dealEvent(n++));
  for (let booking = 1; booking <= bookings; booking++) {
    await handle(bookingEvent(n++, booking));
    if (crossing === 'at once') await cross();
  }
  await cross();
  return {
    nextDeal: () => costOf(counts, () => handle(dealEvent(n++))),
    nextBooking: () => costOf(counts, () => handle(bookingEvent(n++, 1))),
    many: () => deps.manyOf({ salonKey: 'arbat', kind: 'deal', id: dealId }),
  };
}

async function costOf(counts: Counts, act: () => Promise<unknown>): Promise<{ cost: Cost; cpu: number }> {
  Object.assign(counts, noCounts());
  const began = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(began);
  const { calls, writes, reads } = counts;
  return { cost: { calls, writes: sum(writes), reads: sum(reads) }, cpu: (user + system) / 1000 };
}

function sum(units: Map<string, number>): number {
  return [...units.values()].reduce((all, one) => all + one, 0);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
