import type { JournalLine } from '../../lib/model/journal.ts';

/** A line of a deal update that was stored. */
export function aLine(over: Partial<JournalLine> = {}): JournalLine {
  return {
    v: 2,
    id: 'a'.repeat(64),
    receivedAt: '2026-03-17T14:05:45.000Z',
    accountKey: 'demo',
    salonKey: 'arbat',
    kind: 'deal',
    act: 'updated',
    status: 'done',
    deal: { outcome: 'done' },
    request: { outcome: 'done' },
    replay: 0,
    undated: false,
    warnings: [],
    unknownPaths: [],
    entities: [{ type: 'deal', id: 'arbat.d.771904' }],
    journaledAt: '2026-03-17T14:05:46.000Z',
    ...over,
  };
}
