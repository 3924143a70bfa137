import type { Message, Received } from '../model/message.ts';
import { crossDeal, type CrossDealDeps } from './cross-deal.ts';
import { refusedLine } from './journal-line.ts';
import { recordEvent, type RecordEventDeps } from './record-event.ts';

/** What the log may say of a message that was handled. */
interface LoggedFacts {
  kind?: string;
  outcome: string;
  [fact: string]: string | undefined;
}

/** What a worker does with a message of its queue: an event becomes records and a line of the journal, a refusal a line, a crossing folds. */
export function recordMessage(deps: RecordEventDeps & CrossDealDeps) {
  const event = recordEvent(deps);
  const cross = crossDeal(deps);
  return async (message: Message, { body }: Received): Promise<LoggedFacts> => {
    if (message.type === 'event') {
      const { kind, status } = await event(message, body);
      return { outcome: status, ...(kind === undefined ? {} : { kind }) };
    }
    if (message.type === 'crossing') return { outcome: await cross(message) };
    await deps.putLine({ line: refusedLine(message, deps.now()), message: body });
    return { outcome: 'refused' };
  };
}
