import { describe, expect, it } from '@jest/globals';
import { outboundShown } from '../../lib/domain/outbound-shown.ts';
import type { Sent } from '../../lib/model/outbound-state.ts';

const marker = '2026-03-20T09:15:00.000Z#n1';
const sentAt = '2026-03-20T09:00:00.000Z';
const there: Sent = { v: 1, isThere: true, sentAt, remoteId: 41 };
const parked = {
  mnemonic: 'invalid_parameter_value',
  field: 'phone',
  at: '2026-03-20T10:00:00.000Z',
  marker: 'm',
} as const;
const refused = { state: 'refused', at: parked.at, mnemonic: parked.mnemonic, field: 'phone' };

describe('how it stands with a record in CoMagic', () => {
  it.each([
    ['that was never marked is off', undefined, undefined, { state: 'off' }],
    [
      'that is marked waits until its marker is due',
      marker,
      undefined,
      { state: 'waiting', at: '2026-03-20T09:15:00.000Z' },
    ],
    ['that is there was sent', undefined, there, { state: 'sent', at: sentAt, remoteId: '41' }],
    [
      'that was changed since waits again',
      marker,
      there,
      { state: 'waiting', at: '2026-03-20T09:15:00.000Z', remoteId: '41' },
    ],
    [
      'that is there with a visit was sent, although its deals are still to be told',
      marker,
      { ...there, hasSession: true },
      { state: 'sent', at: sentAt, remoteId: '41' },
    ],
    [
      'that cannot be changed there differs',
      undefined,
      { ...there, differs: true },
      { state: 'differs', at: sentAt, remoteId: '41' },
    ],
    ['that was refused says why', undefined, { v: 1, isThere: false, parked }, refused],
    ['of which a change was refused says so, too', undefined, { ...there, parked }, { ...refused, remoteId: '41' }],
    [
      'that is sent again waits',
      marker,
      { v: 1, isThere: false, parked },
      { state: 'waiting', at: '2026-03-20T09:15:00.000Z' },
    ],
    ['that was deleted there is off', undefined, { v: 1, isThere: false }, { state: 'off' }],
  ] as const)('one %s', (_which, mark, sent, shown) => {
    expect(outboundShown({ marker: mark, sent }, true)).toEqual(shown);
  });

  it.each([
    ['what waits does not', undefined, { state: 'off' }],
    ['what is there still is', there, { state: 'sent', at: sentAt, remoteId: '41' }],
  ] as const)('of an account that sends nothing: %s', (_which, sent, shown) => {
    expect(outboundShown({ marker, sent }, false)).toEqual(shown);
  });
});
