import type { OutboundStatus, StopReason } from '../../model/outbound-state.ts';
import type { Account } from '../../model/settings.ts';
import { zoneOf } from '../../model/time-zone.ts';
import { asking, type Ask } from './ask.ts';
import { contactLane } from './contacts.ts';
import { dealLane } from './deals.ts';
import type { Halt, OutboundDeps, Session } from './lane.ts';
import { requestLane } from './requests.ts';
import { runLane } from './run-lane.ts';

/** What became of an attempt to send for an account. */
export type Drained = 'off' | 'early' | 'left' | 'stopped' | 'again' | 'done';

/** Milliseconds after which a stopped account is tried again. */
const stopMs = 15 * 60_000;
/** How long the zone of an account is not asked for again. */
const zoneMs = 86_400_000;
/** Pages of a kind in one go, at most. */
const mostRounds = 100;

/**
 * Sends what is marked of an account, as far as time and limits allow. `hasTime`: whether there is time for one more call;
 * `atOnce`: a person asks for it, so that it does not wait for its turn. Throws `TryAgain` when somebody else turns out to send for it.
 */
export function drain(deps: OutboundDeps) {
  return async (accountKey: string, hasTime: () => boolean, { atOnce = false } = {}): Promise<Drained> => {
    const account = await deps.findAccount(accountKey);
    if (account?.connection?.isOn !== true) return 'off';
    const now = deps.now().getTime();
    const status = await deps.status(accountKey);
    if (!atOnce && isEarly(status, now)) return 'early';
    const until = now + deps.leaseMs;
    if (!(await deps.takeLease(accountKey, until, now))) return 'left';
    const halt = await drainHeld(deps, account, status, hasTime);
    await deps.endLease(accountKey, until);
    return halt === undefined ? 'done' : halt.halt === 'again' ? 'again' : 'stopped';
  };
}

/** Whether it is not yet its turn, or it is stopped and not yet tried again. `now`: unix ms. */
export function isEarly({ stopped, nextAt }: OutboundStatus, now: number): boolean {
  return [stopped?.tryAt, nextAt].some((instant) => instant !== undefined && Date.parse(instant) > now);
}

async function drainHeld(
  deps: OutboundDeps,
  account: Account,
  status: OutboundStatus,
  hasTime: () => boolean,
): Promise<Halt> {
  const accessKey = await deps.accessKeyOf(account.key);
  const host = account.connection?.apiHost;
  if (accessKey === undefined || host === undefined) return stop(deps, account, 'no_key');
  const asked = asking(deps, account.key, { host, accessKey });
  let accepted = 0;
  const ask: Ask = async (method, params) => {
    const answer = await asked(method, params);
    if (answer.outcome === 'ok') accepted++;
    return answer;
  };
  const opened = await openSession(deps, account, { status, ask, hasTime });
  const halt = 'halt' in opened ? opened : await runLanes(opened);
  return ended(deps, account, { halt, accepted });
}

interface Opening {
  status: OutboundStatus;
  ask: Ask;
  hasTime: () => boolean;
}

/** The zone comes first: without it no time can be told. It is asked for again of another host or key, and of an account that was stopped. */
async function openSession(
  deps: OutboundDeps,
  account: Account,
  { status, ask, hasTime }: Opening,
): Promise<Session | NonNullable<Halt>> {
  const now = deps.now();
  const timezoneOf = accessOf(account);
  const isFresh = isZoneKnown(status, timezoneOf, now.getTime());
  let { timezone } = status;
  if (!isFresh) {
    const answer = await ask('get.account', {});
    if (answer.outcome === 'account') return { halt: 'account', reason: answer.mnemonic };
    if (answer.outcome !== 'ok') return { halt: 'again' };
    const told = { timezone: answer.data[0]?.timezone ?? account.timezone, timezoneAt: now.toISOString(), timezoneOf };
    ({ timezone } = told);
    await deps.changeStatus(account.key, (stored) => ({ ...stored, ...told }));
  }
  const zone = zoneOf(timezone ?? account.timezone) ?? zoneOf('Europe/Moscow');
  if (zone === undefined) return { halt: 'account', reason: 'clock_or_zone' };
  const salons = await deps.listSalons(account.key);
  return { deps, account, ask, zone, salons, known: new Map(), hasTime };
}

/** Of which access a zone is: a key by its last letters. */
function accessOf({ connection }: Account): string {
  return `${connection?.apiHost ?? ''} ${connection?.keyLast4 ?? ''}`;
}

function isZoneKnown({ timezoneAt, timezoneOf, stopped }: OutboundStatus, of: string, now: number): boolean {
  return (
    timezoneAt !== undefined && now - Date.parse(timezoneAt) < zoneMs && timezoneOf === of && stopped === undefined
  );
}

/** Contacts before what names them; changes of contacts, which are one a call, last. */
async function runLanes(session: Session): Promise<Halt> {
  const made = contactLane(session, { changes: false });
  const changed = contactLane(session, { changes: true });
  const halt = await inTurn(session, [(after) => runLane(session, made, after)]);
  return (
    halt ??
    inTurn(session, [
      (after) => runLane(session, requestLane(session), after),
      (after) => runLane(session, dealLane(session), after),
      (after) => runLane(session, changed, after),
    ])
  );
}

type RunPage = (after: string | undefined) => ReturnType<typeof runLane>;

/** A page of each, then the next of each, so that many of one kind do not keep the others waiting. */
async function inTurn({ hasTime }: Session, runs: RunPage[]): Promise<Halt> {
  let left = runs.map((run): { run: RunPage; after?: string } => ({ run }));
  for (let round = 0; round < mostRounds && left.length > 0; round++) {
    const further: typeof left = [];
    for (const { run, after } of left) {
      const page = await run(after);
      if (page.halt !== undefined) return page.halt;
      if (page.after !== undefined) further.push({ run, after: page.after });
    }
    left = further;
    if (!hasTime()) break;
  }
  return left.length > 0 ? { halt: 'again' } : undefined;
}

/** `accepted`: how many calls were; without one, what the account was stopped for is not known to be mended. */
async function ended(
  deps: OutboundDeps,
  account: Account,
  { halt, accepted }: { halt: Halt; accepted: number },
): Promise<Halt> {
  if (halt?.halt === 'account') return stop(deps, account, halt.reason);
  const now = deps.now();
  const done =
    halt === undefined ? { doneAt: now.toISOString(), nextAt: await nextAt(deps, account.key, { now, accepted }) } : {};
  await deps.changeStatus(account.key, ({ stopped, nextAt: _, ...rest }) => ({
    ...rest,
    ...(accepted > 0 || stopped === undefined ? {} : { stopped }),
    ...done,
  }));
  return halt;
}

/** Nothing is set aside; once in a while it is tried whether people have mended it. A zone that may be wrong is asked for again. */
async function stop(deps: OutboundDeps, account: Account, reason: StopReason): Promise<Halt> {
  const now = deps.now().getTime();
  const tryAt = new Date(now + stopMs).toISOString();
  await deps.changeStatus(account.key, ({ timezoneAt, nextAt: _, ...rest }) => ({
    ...rest,
    ...(reason === 'clock_or_zone' || timezoneAt === undefined ? {} : { timezoneAt }),
    stopped: { reason, since: rest.stopped?.since ?? new Date(now).toISOString(), tryAt },
  }));
  return { halt: 'account', reason };
}

/**
 * Charged calls that a round is taken to have made: what it did make, within what a round of a trickle makes (contacts, requests, deals; with visits
 * the report too, and the deals again); and the share of a day's calls that such rounds may take.
 */
const pace = { leastCalls: 3, mostCalls: 6, share: 0.6, leastMs: 60_000, dayMs: 86_400_000 } as const;

/** So that what comes in a trickle does not use up the day’s calls: the fewer there are, the longer records wait for one another. */
async function nextAt(
  deps: OutboundDeps,
  accountKey: string,
  { now, accepted }: { now: Date; accepted: number },
): Promise<string> {
  const points = await deps.points(accountKey);
  const calls = Math.min(Math.max(accepted, pace.leastCalls), pace.mostCalls);
  const wait = points === undefined ? pace.leastMs : (pace.dayMs * calls) / (pace.share * points.day.limit);
  return new Date(now.getTime() + Math.max(pace.leastMs, wait)).toISOString();
}
