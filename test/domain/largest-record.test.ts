import { deflateRawSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { dealColumns, requestColumns } from '../../lib/domain/columns.ts';
import type { Reading } from '../../lib/model/reading.ts';
import { bookingEvent, dealEvent, dealOf, dealsRequest, requestOf } from './telling.ts';

/** Code points that no deflation makes much smaller, the same in every run (xorshift, fixed seed). */
function noise(length: number, from: number, span: number): string {
  return Array.from({ length }, () => String.fromCodePoint(from + (next() % span))).join('');
}
let state = 20260317;
function next(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

/** Four bytes each (CJK extension B). */
const rare = (length: number) => noise(length, 0x20000, 0xa000);
const latin = (length: number) => noise(length, 0x23, 0x39);
const list = <T>(length: number, make: () => T) => Array.from({ length }, make);

const named = () => ({ id: rare(200), name: rare(255) });
const stage = () => ({ ...named(), type: 'in_process' as const, order: 1 });

const statuses = () => ['status', 'attendance', 'visit_attendance'].map((field) => ({ text: rare(255), field }));

function everything(): Partial<Reading> {
  return {
    name: rare(255),
    number: rare(255),
    source: rare(255),
    origin: { text: rare(255), online: true },
    comment: rare(4000),
    pageUrl: rare(2000),
    referrer: rare(2000),
    manager: { ...named(), role: rare(255) },
    staff: named(),
    pipeline: named(),
    stage: stage(),
    client: {
      ...named(),
      phones: list(50, () => ({ shown: rare(255) })),
      emails: list(50, () => `${noise(240, 0x4e00, 0x5000)}@b.ru`),
    },
    tags: list(100, named),
    services: list(100, () => ({ ...named(), price: 1e13, quantity: '123456789012' })),
    userFields: list(200, () => ({ id: latin(200), name: latin(255), type: latin(255), value: latin(1000) })),
    statuses: statuses(),
    utm: { source: rare(255), medium: rare(255), campaign: rare(255), term: rare(255), content: rare(255) },
    clickIds: { yclid: rare(255), gclid: rare(255), ymClientId: rare(255) },
  };
}

/** What DynamoDB allows an item, less 4 KB for its keys. */
const most = (400 - 4) * 1024;

it('a record that is full to every limit fits into an item', () => {
  const stages = list(200, stage).map((said, n) => dealEvent(n, { stage: said, pipeline: named() }));
  const bookings = dealEvent(299, { bookingIds: list(50, () => rare(200)) });
  const warned = { warnings: list(50, () => `${noise(255, 0x430, 32)}: not_read`) };
  const deal = dealOf(...stages, bookings, dealEvent(300, everything(), warned));
  expect(deal.warnings.slice(50)).toEqual(['services: cut', 'tags: cut', 'custom_fields: cut', 'stage_history: cut']);
  const told = list(19, statuses).map((said, n) => bookingEvent(n, { statuses: said }));
  const request = requestOf(...told, bookingEvent(300, everything(), warned));
  expect(request.statuses).toHaveLength(20);
  const own = dealsRequest(dealEvent(300, everything(), warned));
  if (own === undefined || own === 'superseded') throw new Error('the deal has no request of its own');
  for (const { summary, rest } of [dealColumns(deal), requestColumns(request), requestColumns(own)]) {
    const bytes = Buffer.byteLength(JSON.stringify(summary)) + deflateRawSync(JSON.stringify(rest)).length;
    expect(bytes).toBeLessThan(most);
  }
});
