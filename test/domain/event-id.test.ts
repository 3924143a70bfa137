import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventId } from '../../lib/domain/event-id.ts';
import { canonicalJson, type Json } from '../../lib/model/json.ts';

/** The id of an event of a salon, as the door asks for it. */
const idOf = (salonKey: string, event: Json) => eventId(salonKey, canonicalJson(event));

describe('the id of an event', () => {
  it('is SHA-256 over the salon key and the canonical event', () => {
    const expected = createHash('sha256').update('arbat\n{"data":{"id":"1"},"event":"deal.updated"}').digest('hex');
    expect(idOf('arbat', { event: 'deal.updated', data: { id: '1' } })).toBe(expected);
  });

  it('does not depend on the order of keys', () => {
    expect(idOf('arbat', { a: '1', b: [{ c: null, d: true }] })).toBe(
      idOf('arbat', { b: [{ d: true, c: null }], a: '1' }),
    );
  });

  it('differs between salons, values and the order of a list', () => {
    const ids = [
      idOf('arbat', { a: ['1', '2'] }),
      idOf('tverskaya', { a: ['1', '2'] }),
      idOf('arbat', { a: ['2', '1'] }),
      idOf('arbat', { a: ['1'] }),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});
