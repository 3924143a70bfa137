import type { OutboundShown } from '../model/api-outbound.ts';
import { dueOf, type Joined, type OutboundFacts } from '../model/outbound-state.ts';
import { present } from '../model/present.ts';

/** How it stands with a record in CoMagic, of an account whose records are sent (`isOn`) or not. */
export function outboundShown(facts: OutboundFacts, isOn: boolean): OutboundShown {
  return present({ ...stateShown(facts, isOn), link: facts.link && linkShown(facts.link) });
}

function linkShown({ at, communicationId, communicationType, failed }: Joined): OutboundShown['link'] {
  return present({ at, communicationId: communicationId?.toString(), communicationType, failed });
}

function stateShown({ marker, sent }: OutboundFacts, isOn: boolean): OutboundShown {
  const { isThere = false, hasSession, parked, differs, sentAt, remoteId } = sent ?? {};
  const there = isThere ? { remoteId: remoteId === undefined ? undefined : String(remoteId) } : {};
  // A request that is there stays marked until its deals are told of it.
  const isWaiting = !isThere || hasSession !== true;
  if (isOn && marker !== undefined && isWaiting)
    return present({ state: 'waiting' as const, at: dueOf(marker), ...there });
  if (parked !== undefined) {
    const { at, mnemonic, field } = parked;
    return present({ state: 'refused' as const, at, mnemonic, field, ...there });
  }
  if (!isThere) return { state: 'off' };
  return present({ state: differs === true ? ('differs' as const) : ('sent' as const), at: sentAt, ...there });
}
