import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { recordEvent } from '../../lib/flow/record-event.ts';
import type { Counted, Handle } from './sides.ts';

/** The workers as they are, in one warm process. */
export function handleNow(tables: Counted): Promise<Handle> {
  const outside = {
    onLargeSet: () => undefined,
    sendCrossing: () => Promise.reject(new Error('nothing crosses here')),
  };
  const handle = recordEvent(workerDeps(tables, outside));
  return Promise.resolve((message) => handle(message, JSON.stringify(message)));
}
