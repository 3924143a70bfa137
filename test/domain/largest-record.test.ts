import { deflateRawSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { fold } from '../../lib/domain/fold.ts';
import type { Reading } from '../../lib/model/reading.ts';
import { bookingEvent, bookingSet, dealEvent, dealOf, dealSet } from './telling.ts';

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
    bookingIds: list(50, () => rare(200)),
    utm: { source: rare(255), medium: rare(255), campaign: rare(255), term: rare(255), content: rare(255) },
    clickIds: { yclid: rare(255), gclid: rare(255), ymClientId: rare(255) },
  };
}

/** What DynamoDB allows an item, less 16 KB for its keys and for what lists show of it. */
const most = (400 - 16) * 1024;

it('a record that is full to every limit fits into an item', () => {
  const stages = list(200, stage).map((said, n) => dealEvent(n, { stage: said, pipeline: named() }));
  const deal = dealOf(...stages, dealEvent(300, everything()));
  expect(deal.warnings).toEqual(['services: cut', 'tags: cut', 'custom_fields: cut', 'stage_history: cut']);
  const { request } = fold(bookingSet, [bookingEvent(300, everything())]);
  for (const record of [deal, request, fold(dealSet, [dealEvent(300, everything())]).request])
    expect(deflateRawSync(JSON.stringify(record)).length).toBeLessThan(most);
});
