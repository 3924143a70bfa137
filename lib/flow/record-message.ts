import type { Handled, Message, Received } from '../model/message.ts';
import { present } from '../model/present.ts';
import { crossDeal, type CrossDealDeps } from './cross-deal.ts';
import { refusedLine } from './journal-line.ts';
import { recordEvent, type RecordEventDeps } from './record-event.ts';

/** What a worker does with a message of its queue: an event becomes records and a line of the journal, a refusal a line, a crossing folds. */
export function recordMessage(deps: RecordEventDeps & CrossDealDeps) {
  const event = recordEvent(deps);
  const cross = crossDeal(deps);
  return async (message: Message, { body }: Received): Promise<Handled> => {
    if (message.type === 'event') {
      const { kind, status, entities } = await event(message, body);
      return { facts: present({ kind, outcome: status }), records: entities };
    }
    if (message.type === 'crossing') {
      const { outcome, records } = await cross(message);
      return { facts: { outcome }, records };
    }
    await deps.putLine({ line: refusedLine(message, deps.now()), message: body });
    return { facts: { outcome: 'refused' }, records: [] };
  };
}
