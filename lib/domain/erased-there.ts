import type { Erasing } from '../model/erasure.ts';
import { nothingSent, type OutboundFacts } from '../model/outbound-state.ts';

type Became = Pick<Erasing, 'state' | 'mnemonic' | 'field' | 'remoteId'>;

/**
 * What became at CoMagic of a record that is erased; what is left of it is sent as any change is: once nothing is marked, nothing else is
 * there. Undefined: it is not yet known. `isOn`: whether the account's records are sent.
 */
export function becameOf({ marker, sent = nothingSent }: OutboundFacts, isOn: boolean): Became | undefined {
  const { isThere, intent, parked, remoteId } = sent;
  if (isOn && (marker !== undefined || intent !== undefined)) return undefined;
  if (!isThere && intent === undefined) return { state: 'done' };
  if (!isOn) return { state: 'byHand', mnemonic: 'off', remoteId };
  if (parked === undefined) return { state: 'done' };
  return { state: 'byHand', mnemonic: parked.mnemonic, field: parked.field, remoteId };
}
