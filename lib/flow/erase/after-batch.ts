import { traitsOf } from '../../domain/traits.ts';
import { contactOf } from '../../domain/contact.ts';
import { belongingOf } from '../../domain/event-set.ts';
import type { EventMessage, Message, Received } from '../../model/message.ts';
import type { Account } from '../../model/settings.ts';
import { TryAgain } from '../../model/try-again.ts';
import { understood, type RecordEventDeps } from '../record-event.ts';
import { accountOf, wipeEvent, type Suspect, type WipeDeps } from './wipe.ts';

export interface AfterBatchDeps extends WipeDeps, Pick<RecordEventDeps, 'contract'> {
  /** Drops what the process knows of contacts and references. */
  forget: () => void;
}

const mostTurns = 20;

/**
 * After the last line of a batch is put: one read of each account's erasures serves all its events. When they have changed since
 * this process read them, its events are done again; then those that are of an erasure are wiped, whatever was put of them.
 */
export function afterBatch(deps: AfterBatchDeps, again: Again) {
  return async (done: readonly { message: Message; received: Received }[]): Promise<void> => {
    const events = done.flatMap(({ message, received }) => (message.type === 'event' ? [{ message, received }] : []));
    for (const [accountKey, own] of Map.groupBy(events, ({ message }) => message.accountKey)) {
      await wipeAll(deps, accountKey, own, again);
    }
  };
}

/** Does an event again. */
type Again = (message: EventMessage, received: Received) => Promise<unknown>;

async function wipeAll(
  deps: AfterBatchDeps,
  accountKey: string,
  events: { message: EventMessage; received: Received }[],
  again: Again,
): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const { erasures, changed } = await deps.erasuresOf(accountKey);
    if (!changed) {
      if (erasures.length === 0) return;
      const account = await accountOf(deps, accountKey);
      for (const { message } of events) await wipeEvent(deps, account, erasures, suspectOf(deps, account, message));
      return;
    }
    deps.forget();
    for (const { message, received } of events) await again(message, received);
  }
  throw new TryAgain('erasures come too often');
}

/** What tells of an event whether it is of an erasure; its set as its reading names it, whatever settings say. */
export function suspectOf(
  deps: Pick<RecordEventDeps, 'contract'>,
  { hmacSecret }: Account,
  message: EventMessage,
): Suspect {
  const { eventId, receivedAt, salonKey } = message;
  const { reading } = understood(deps, message).read;
  const contact = contactOf(reading, hmacSecret);
  const traits = traitsOf(hmacSecret, salonKey, [{ reading, contact }]);
  return { own: belongingOf(reading, salonKey).own, eventId, receivedAt, traits, salonKey, contact: contact?.key };
}
