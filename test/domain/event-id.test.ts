import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventId } from '../../lib/domain/event-id.ts';

describe('the id of an event', () => {
  it('is SHA-256 over the salon key and the canonical event', () => {
    const expected = createHash('sha256').update('arbat\n{"data":{"id":"1"},"event":"deal.updated"}').digest('hex');
    expect(eventId('arbat', { event: 'deal.updated', data: { id: '1' } })).toBe(expected);
  });

  it('does not depend on the order of keys', () => {
    expect(eventId('arbat', { a: '1', b: [{ c: null, d: true }] })).toBe(
      eventId('arbat', { b: [{ d: true, c: null }], a: '1' }),
    );
  });

  it('differs between salons, values and the order of a list', () => {
    const ids = [
      eventId('arbat', { a: ['1', '2'] }),
      eventId('tverskaya', { a: ['1', '2'] }),
      eventId('arbat', { a: ['2', '1'] }),
      eventId('arbat', { a: ['1'] }),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});
