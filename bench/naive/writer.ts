import { readerContract } from '../../lib/profsalon/contract.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import type { Counts } from '../units/counted-table.ts';

/** Units of a naive writer, mean an event, on the stream of bench/units: what these figures are compared with. */
export const frozen = { writes: 20.5, reads: 2.67, calls: 7.33 };

type Record_ = Record<string, unknown>;

/**
 * The same records as most would write them: read the dedupe row and the records, lay what was said over them, write all of it
 * in one transaction with the dedupe row and the log line, and put every reference again. It loses what comes out of order.
 */
export function naiveWriter(counts: Counts): (message: EventMessage) => void {
  const stored = new Map<string, Record_>();

  function read(key: string): Record_ | undefined {
    const item = stored.get(key);
    counts.calls++;
    add(counts.reads, key.split('#')[0] ?? '', Math.max(1, Math.ceil(bytesOf(item ?? {}) / 4096)));
    return item;
  }
  function write(key: string, item: Record_, indexes: number, factor: number): void {
    stored.set(key, item);
    const units = Math.ceil(bytesOf({ key, ...item }) / 1024);
    add(counts.writes, key.split('#')[0] ?? '', units * factor + units * indexes);
  }

  return (message) => {
    const { receivedAt, settings, eventId, salonKey } = message;
    const { timezone, currency } = settings;
    const { reading } = readerContract.read(message.event, { timezone, currency, fieldMap: {}, receivedAt });
    if (read(`dedupe#${eventId}`) !== undefined) return;
    const keys = [
      ...(reading.dealId === undefined || reading.kind === 'booking' ? [] : [`deal#${salonKey}#${reading.dealId}`]),
      ...[reading.bookingId, ...(reading.bookingIds ?? [])].flatMap((id) =>
        id === undefined ? [] : [`request#${salonKey}#${id}`],
      ),
    ];
    const records = keys.map((key) => [key, { ...read(key), ...reading }] as const);
    counts.calls++;
    // A transaction costs twice.
    write(`dedupe#${eventId}`, { receivedAt }, 0, 2);
    for (const [key, record] of records) write(key, record, 1, 2);
    write(`line#${eventId}`, { ...message }, 2, 2);
    for (const [kind, said] of referencesIn(reading)) {
      counts.calls++;
      write(`${kind}#${salonKey}#${JSON.stringify(said)}`, { said, receivedAt }, 0, 1);
    }
  };
}

function referencesIn(reading: ReturnType<typeof readerContract.read>['reading']): [string, unknown][] {
  const { pipeline, stage, manager, client, userFields = [] } = reading;
  const said = Object.entries({ pipeline, stage, manager, contact: client }).filter(([, value]) => value !== undefined);
  return [...said, ...userFields.map(({ id }): [string, unknown] => ['field', id])];
}

function bytesOf(item: Record_): number {
  return Buffer.byteLength(JSON.stringify(item));
}

function add(units: Map<string, number>, kind: string, count: number): void {
  units.set(kind, (units.get(kind) ?? 0) + count);
}
