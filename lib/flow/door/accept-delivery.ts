import type { DoorContract } from '../../model/contract.ts';
import type { Delivery, DeliveryAnswer, FoundHook } from '../../model/delivery.ts';
import type { Metric } from '../../model/metrics.ts';
import type { RefusedReason } from '../../model/reasons.ts';
import { deliveryMs, type Left } from './budget.ts';
import { admitsFor, hookCache, refusesFor } from './hooks.ts';
import { judgeOf, type Verdict } from './judge.ts';
import { keeper } from './keep.ts';
import { readDelivery } from './read.ts';
import { refuser } from './refuse.ts';
import type { Send } from './send.ts';

export interface AcceptDeps {
  contract: DoorContract;
  /** The salon that a hook key was given to, read consistently; throws when it cannot be read. */
  findHook: (hookKey: string, signal: AbortSignal) => Promise<FoundHook | undefined>;
  send: Send;
  /** The status that a refusal is answered with, for its line in the journal. */
  statusOf: (reason: RefusedReason) => number;
  count: (counts: Partial<Record<Metric, number>>) => void;
  log: (line: Record<string, unknown>) => void;
  now: () => Date;
  /** Milliseconds, by a clock that nobody sets. */
  monotonic: () => number;
}

/** A delivery on its way through the door. */
interface Passage {
  delivery: Delivery;
  receivedAt: string;
  left: Left;
}

/** What no salon can have been given; not worth a read. */
export const hookKeyForm = /^[A-Za-z0-9_-]{32,64}$/;

/** Takes a delivery in: every event that is admitted is queued, or the answer says that it was not. Never throws for store or queue. */
export function acceptDelivery(deps: AcceptDeps) {
  const decide = decider(deps);
  const refuse = refuser(deps);
  const keep = keeper(deps);
  return async (delivery: Delivery): Promise<DeliveryAnswer> => {
    const end = deps.monotonic() + deliveryMs;
    const left = () => end - deps.monotonic();
    const passage = { delivery, receivedAt: deps.now().toISOString(), left };
    const decided = await decide(passage);
    if (decided.verdict === 'unread') return unavailable(deps);
    if (decided.verdict === 'unknown_hook') return unknownHook(deps);
    if (decided.verdict === 'refused') return refuse(passage, decided.salon, decided.reason);
    return keep(decided.events, left);
  };
}

/** Judges by settings up to a minute old; before it refuses or ignores anything by some older than 2 s, by newly read ones. */
function decider(deps: AcceptDeps) {
  const hooks = hookCache(deps);
  return async ({ delivery, receivedAt, left }: Passage): Promise<Verdict | { verdict: 'unread' }> => {
    if (!hookKeyForm.test(delivery.hookKey)) return { verdict: 'unknown_hook' };
    const read = once(() => readDelivery(deps.contract, delivery));
    const judge = judgeOf({ contract: deps.contract, delivery, receivedAt, read });
    const known = await hooks(delivery.hookKey, admitsFor, left);
    if (known === undefined) return { verdict: 'unread' };
    const verdict = judge(known.found);
    if (admitsAll(verdict)) return verdict;
    const fresh = await hooks(delivery.hookKey, refusesFor, left);
    if (fresh === undefined) return { verdict: 'unread' };
    return fresh === known ? verdict : judge(fresh.found);
  };
}

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}

function admitsAll(verdict: Verdict): boolean {
  return verdict.verdict === 'admitted' && verdict.events.every(({ whole }) => whole);
}

function unavailable({ count }: AcceptDeps): DeliveryAnswer {
  count({ unavailable: 1 });
  return { outcome: 'unavailable' };
}

/** The same answer as for a wrong token; a metric only, for there is no salon to tell. */
function unknownHook({ count }: AcceptDeps): DeliveryAnswer {
  count({ unknownHook: 1 });
  return { outcome: 'invalid_token' };
}
