import type { DeliveryAnswer, EventAnswer } from '../../model/delivery.ts';
import type { Outgoing } from '../../model/message.ts';
import type { Metric } from '../../model/metrics.ts';
import type { Left } from './budget.ts';
import type { Judged } from './message.ts';
import { sendTwice, type Send } from './send.ts';

export interface KeepDeps {
  send: Send;
  count: (counts: Partial<Record<Metric, number>>) => void;
  log: (line: Record<string, unknown>) => void;
}

/** Queues the events of a delivery, in their order, and says of each whether it is kept. */
export function keeper({ send, count, log }: KeepDeps) {
  return async (events: Judged[], left: Left): Promise<DeliveryAnswer> => {
    const queued = await sendTwice(send, events.map(outgoing), left);
    const answers = events.map((event, place) => eventAnswer(event, queued[place] === true));
    for (const [place, answer] of answers.entries()) {
      log({ what: 'event', salonKey: events[place]?.salonKey, ...answer });
    }
    count(countsOf(answers));
    return { outcome: queued.every(Boolean) ? 'queued' : 'partly_queued', events: answers };
  };
}

/** The message of an event, and the queue it is for; no kind: bookings. */
export function outgoing({ salonKey, kind, body }: Judged): Outgoing {
  return { queue: kind === 'deal' ? 'deals' : 'bookings', group: salonKey, body };
}

function eventAnswer({ id, kind, reason }: Judged, queued: boolean): EventAnswer {
  const event = { id, kind: kind ?? null };
  if (!queued) return { ...event, status: 'unavailable' };
  return reason === undefined ? { ...event, status: 'accepted' } : { ...event, status: 'ignored', reason };
}

function countsOf(answers: EventAnswer[]): Partial<Record<Metric, number>> {
  const number = (status: EventAnswer['status']) => answers.filter((answer) => answer.status === status).length;
  return { accepted: number('accepted'), ignored: number('ignored'), unavailable: number('unavailable') };
}
