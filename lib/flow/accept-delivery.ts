import type { Delivery, DeliveryAnswer, EventAnswer, FoundHook } from '../model/delivery.ts';
import type { EventMessage } from '../model/message.ts';
import type { Metric } from '../model/metrics.ts';
import type { RefusedReason } from '../model/reasons.ts';
import type { Salon } from '../model/settings.ts';
import { deliveryMs, type Left } from './accept-delivery-budget.ts';
import { admitsFor, hookCache, refusesFor } from './accept-delivery-hooks.ts';
import { judge, type Judged, type Verdict } from './accept-delivery-judge.ts';
import { readDelivery } from './accept-delivery-read.ts';
import { refusalLimit, refusalOf } from './accept-delivery-refusals.ts';
import { sendTwice, type Send } from './accept-delivery-send.ts';

export interface AcceptDeps {
  /** The salon that a hook key was given to, read consistently; throws when it cannot be read. */
  findHook: (hookKey: string, signal: AbortSignal) => Promise<FoundHook | undefined>;
  send: Send;
  /** Whether the queue can hold a message. */
  fits: (message: EventMessage) => boolean;
  /** The status that a refusal is answered with, for its line in the journal. */
  statusOf: (reason: RefusedReason) => number;
  count: (counts: Partial<Record<Metric, number>>) => void;
  log: (line: Record<string, unknown>) => void;
  now: () => Date;
}

/** A delivery on its way through the door. */
interface Passage {
  delivery: Delivery;
  receivedAt: string;
  left: Left;
}

/** What no salon can have been given; not worth a read. */
const hookKeyForm = /^[A-Za-z0-9_-]{32,64}$/;

/** Takes a delivery in: every event that is admitted is queued, or the answer says that it was not. Never throws for store or queue. */
export function acceptDelivery(deps: AcceptDeps) {
  const decide = decider(deps);
  const refuse = refuser(deps);
  return async (delivery: Delivery): Promise<DeliveryAnswer> => {
    const at = deps.now();
    const left = () => at.getTime() + deliveryMs - deps.now().getTime();
    const passage = { delivery, receivedAt: at.toISOString(), left };
    const decided = await decide(passage).catch(() => undefined);
    if (decided === undefined) return unavailable(deps);
    if (decided.verdict === 'unknown_hook') return unknownHook(deps);
    if (decided.verdict === 'refused') return refuse(passage, decided.salon, decided.reason);
    return keep(deps, decided.events, left);
  };
}

/** Judges by settings up to a minute old; before it refuses or ignores anything by some older than 2 s, by newly read ones. */
function decider(deps: AcceptDeps) {
  const hooks = hookCache(deps);
  return async ({ delivery, receivedAt, left }: Passage): Promise<Verdict> => {
    if (!hookKeyForm.test(delivery.hookKey)) return { verdict: 'unknown_hook' };
    const read = once(() => readDelivery(delivery));
    const matter = { delivery, receivedAt, read, fits: deps.fits };
    const known = await hooks(delivery.hookKey, admitsFor, left);
    const verdict = judge(matter, known.found);
    if (admitsAll(verdict)) return verdict;
    const fresh = await hooks(delivery.hookKey, refusesFor, left);
    return fresh === known ? verdict : judge(matter, fresh.found);
  };
}

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}

function admitsAll(verdict: Verdict): boolean {
  return verdict.verdict === 'admitted' && verdict.events.every(({ message }) => message.reason === undefined);
}

/** Queues the events, in their order; no kind: bookings. */
async function keep(deps: AcceptDeps, events: Judged[], left: Left): Promise<DeliveryAnswer> {
  const outgoing = events.map(
    ({ message, kind }) => ({ queue: kind === 'deal' ? 'deals' : 'bookings', message }) as const,
  );
  const queued = await sendTwice(deps.send, outgoing, left);
  const answers = events.map((event, place) => answerOf(event, queued[place] === true));
  answers.forEach((answer, place) => {
    deps.log({ what: 'event', salonKey: events[place]?.message.salonKey, ...answer });
  });
  deps.count(countsOf(answers));
  return { outcome: queued.every(Boolean) ? 'queued' : 'partly_queued', events: answers };
}

function answerOf({ message, kind }: Judged, queued: boolean): EventAnswer {
  const event = { id: message.eventId, kind: kind ?? null };
  if (!queued) return { ...event, status: 'unavailable' };
  return message.reason === undefined
    ? { ...event, status: 'accepted' }
    : { ...event, status: 'ignored', reason: message.reason };
}

function countsOf(answers: EventAnswer[]): Partial<Record<Metric, number>> {
  const number = (status: EventAnswer['status']) => answers.filter((answer) => answer.status === status).length;
  return { accepted: number('accepted'), ignored: number('ignored'), unavailable: number('unavailable') };
}

function unavailable({ count, log }: AcceptDeps): DeliveryAnswer {
  log({ what: 'settings not read' });
  count({ unavailable: 1 });
  return { outcome: 'unavailable' };
}

/** The same answer as for a wrong token; a metric only, for there is no salon to tell. */
function unknownHook({ count }: AcceptDeps): DeliveryAnswer {
  count({ unknownHook: 1 });
  return { outcome: 'invalid_token' };
}

function refuser({ send, statusOf, count, log, now }: AcceptDeps) {
  const limit = refusalLimit(now);
  return async (
    { delivery, receivedAt, left }: Passage,
    salon: Salon,
    reason: RefusedReason,
  ): Promise<DeliveryAnswer> => {
    count(reason === 'invalid_token' ? { refused: 1, invalidToken: 1 } : { refused: 1 });
    log({ what: 'refused', salonKey: salon.key, reason, size: delivery.body.length });
    if (!limit.tells(delivery.hookKey, reason)) return { outcome: reason };
    const message = refusalOf(salon, delivery, { reason, status: statusOf(reason), receivedAt });
    const [queued] = await sendTwice(send, [{ queue: 'bookings', message }], left);
    // The answer stands all the same; the next refusal tries to be told.
    if (queued !== true) limit.forget(delivery.hookKey, reason);
    return { outcome: reason };
  };
}
