import type { EventMessage } from '../../lib/model/message.ts';
import { deciding } from './settings.ts';

/** One event as it travels through a queue. */
export function aMessage(over: Partial<EventMessage> = {}): EventMessage {
  return {
    v: 1,
    type: 'event',
    accountKey: 'demo',
    salonKey: 'arbat',
    receivedAt: '2026-03-17T14:05:45.000Z',
    eventId: 'a'.repeat(64),
    replay: 0,
    warnings: [],
    settings: deciding(),
    event: { event: 'deal.updated', data: { id: '771904' } },
    ...over,
  };
}
