import { createHash } from 'node:crypto';
import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { keepFailed } from '../../lib/flow/keep-failed.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import type { EventMessage, Message, RefusalMessage } from '../../lib/model/message.ts';
import type { Salon } from '../../lib/model/settings.ts';
import { asDecoded } from '../build/event.ts';
import { aMessage } from '../build/message.ts';
import { asConnected, aSalon } from '../build/settings.ts';
import type { Stand } from './stand.ts';

/** An instant so many minutes ago: lines of the journal are shown for 30 days only. */
export function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** Salons and deliveries in the tables that the admin λ reads, written by the very workers. */
export function deliveries({ tables, settings }: Stand) {
  // A deal with more than 20 bookings is no business of these tests.
  const sendCrossing = () => Promise.reject(new Error('a crossing'));
  const deps = workerDeps(tables, { onLargeSet: () => undefined, sendCrossing });
  const handle = recordMessage(deps);
  const unreadable = keepFailed(deps, 'unreadable');
  const received = (body: string) => ({ messageId: 'stray-1', receiveCount: 1, sentAt: ago(1), body });
  const put = async (message: Message) => {
    await handle(message, received(JSON.stringify(message)));
  };
  return {
    connect: async (over: Partial<Salon> = {}) => {
      if ((await settings.addSalon(asConnected(aSalon(over)))) !== 'saved')
        throw new Error('no such salon can be added');
    },
    /** Answers the event's id. */
    deliver: async (event: object, over: Partial<EventMessage> = {}) => {
      const eventId = createHash('sha256').update(JSON.stringify(event)).digest('hex');
      const message = aMessage({ eventId, receivedAt: ago(5), event: asDecoded(event), ...over });
      await put(message);
      return message.eventId;
    },
    refuse: (over: Partial<RefusalMessage> = {}) =>
      put({
        v: 1,
        type: 'refusal',
        accountKey: 'demo',
        salonKey: 'arbat',
        receivedAt: ago(5),
        reason: 'invalid_token',
        status: 401,
        size: 12,
        ...over,
      }),
    stray: (body: string) => unreadable(received(body), undefined),
  };
}
