import { createHash } from 'node:crypto';
import type { EventMessage } from '../../lib/model/message.ts';
import { asDecoded } from '../build/event.ts';
import { aMessage } from '../build/message.ts';
import type { Worker } from './worker.ts';

/** An event of these names and data as a message; of equal ones the same. */
export function anEvent(event: string, data: object, over: Partial<EventMessage> = {}): EventMessage {
  const content = asDecoded({ event, data });
  const eventId = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return aMessage({ eventId, event: content, ...over });
}

/** Hands a worker an event; answers its id. */
export async function tell(worker: Worker, event: string, data: object): Promise<string> {
  const message = anEvent(event, data);
  await worker.handle(message);
  return message.eventId;
}
