import { setRules, workerDeps, type WorkerDeps } from '../../functions/wiring/worker-deps.ts';
import { recordEvent, type RecordEventDeps } from '../../lib/flow/record-event.ts';
import type { ReaderContract } from '../../lib/model/contract.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import type { Item, Table } from '../../lib/store/table.ts';
import type { SetRules } from '../../lib/store/event-set.ts';
import { aMessage } from '../build/message.ts';
import { aReading } from '../build/reading.ts';
import { anAccount, deciding } from '../build/settings.ts';
import { memoryTable } from '../store/memory-table.ts';

/** Instants of a schedule are seconds after it. */
const origin = Date.UTC(2026, 2, 20);
export const atTick = (tick: number): Date => new Date(origin + tick * 1000);

/** Numbers of the two jobs of a schedule. */
export const numbers = { A: origin + 10, B: origin + 20 } as const;

/** Zones by which a line's event is put into one set or another: of its first delivery, of job A, of job B. */
export const zones = { first: 'Europe/Moscow', A: 'Asia/Yekaterinburg', B: 'Asia/Omsk' } as const;

/** The set of a line's deal under the settings with this zone. */
export function targetOf(line: number, zone: string): string {
  const shift = zone === zones.first ? 0 : zone === zones.A ? 1 : 2;
  return `S${(line + shift) % 3}`;
}

/** Lines that there are before a schedule begins, received from tick 10 on; of some it is said that they failed. */
export const lineCount = 4;
export const failedFirst = (line: number): boolean => line >= lineCount || line % 3 !== 2;
export const tickOf = (line: number): number => 10 + line;

/** An event is the number of its line. `onRead` may throw. */
export function lineContract(onRead: (line: number, zone: string) => void): ReaderContract {
  return {
    classify: () => ({ kind: 'deal', act: 'updated', salonIds: [], salonLogins: [] }),
    read: (event, { timezone }) => {
      onRead(Number(event), timezone);
      const reading = aReading({ dealId: targetOf(Number(event), timezone) });
      return { reading, warnings: [], unknownPaths: [] };
    },
  };
}

export function messageOf(line: number, tick: number): EventMessage {
  return aMessage({
    eventId: String(line).padStart(64, '0'),
    receivedAt: atTick(tick).toISOString(),
    event: String(line),
    settings: deciding({ timezone: zones.first }),
  });
}

export interface DeliveryTables {
  settings: Table;
  records: Table;
  journal: Table;
}

/** How deliveries are recorded: by which rules, and what a removal makes of what they are recorded with. */
export interface Recording {
  rules: SetRules;
  change?: ((deps: WorkerDeps) => WorkerDeps) | undefined;
}

/** A first delivery of a line; of one that failed its row is there all the same. */
export function deliver(tables: DeliveryTables, now: () => Date, { rules, change = (deps) => deps }: Recording) {
  const outside = { onLargeSet: () => undefined, sendCrossing: () => Promise.resolve() };
  const deps = workerDeps(tables, outside, rules);
  const noId = { outcome: 'failed', reason: 'no_id' } as const;
  const putLine =
    (failed: boolean): RecordEventDeps['putLine'] =>
    ({ line, message }) =>
      deps.putLine({ line: failed ? { ...line, status: 'failed', deal: noId } : line, message });
  const found = { contract: lineContract(() => undefined), findAccount: () => Promise.resolve(anAccount()), now };
  return async (line: number, message: EventMessage): Promise<void> => {
    const own = change({ ...deps, ...found, putLine: putLine(failedFirst(line)) });
    await recordEvent(own)(message, JSON.stringify(message));
  };
}

type Stored = Record<keyof DeliveryTables, Item[]>;
let usual: Promise<Stored> | undefined;

/** What the tables hold when a schedule begins. Without a removal it is made once: no schedule changes an item. */
export async function delivered(now: () => Date, change: Recording['change']): Promise<Stored> {
  if (change !== undefined) return madeNow(now, { rules: setRules(), change });
  usual ??= madeNow(now, { rules: setRules() });
  return usual;
}

async function madeNow(now: () => Date, recording: Recording): Promise<Stored> {
  const tables = { settings: memoryTable(), records: memoryTable(), journal: memoryTable() };
  const first = deliver(tables, now, recording);
  for (let line = 0; line < lineCount; line++) await first(line, messageOf(line, tickOf(line)));
  return { settings: tables.settings.all(), records: tables.records.all(), journal: tables.journal.all() };
}
