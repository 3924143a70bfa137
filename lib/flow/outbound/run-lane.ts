import type { Pending, Sent } from '../../model/outbound-state.ts';
import { nothingSent } from '../../model/outbound-state.ts';
import { inWaves } from '../in-waves.ts';
import { park, putSent, sendBatch, unmark, withoutIntent, type Ready } from './batch.ts';
import { haltOf } from './halt-of.ts';
import type { Halt, Lane, Plan, Session, Subject } from './lane.ts';

/** Markers that are looked at in one go. */
const page = 1000;
/** Plans of one record in a row: remove, then send. */
const mostPlans = 3;

/** A page of what is marked of a kind was looked at. */
interface LanePage {
  /** Why sending ends. */
  halt: Halt;
  /** The marker after which the next page begins; undefined: nothing was left. */
  after: string | undefined;
}

/** Sends what is marked of a kind, of the page that begins after a marker; what has to wait keeps nobody from being looked at. */
export async function runLane<R>(session: Session, lane: Lane<R>, after?: string): Promise<LanePage> {
  const { deps, account } = session;
  const until = deps.now().toISOString();
  const pending = await deps.pending({ accountKey: account.key, kind: lane.kind, after, until, limit: page });
  const read = await inWaves(pending, (one) => subjectOf(deps, one));
  const subjects = read.filter((subject) => subject !== undefined);
  const halt = await sendSubjects(session, lane, subjects);
  return { halt, after: pending.at(-1)?.marker };
}

/** Sends records that were read, in the order given. */
export async function sendSubjects<R>(session: Session, lane: Lane<R>, subjects: Subject[]): Promise<Halt> {
  const known = await reconciled(session, lane, subjects);
  const unprepared = await lane.prepare?.(known);
  if (unprepared !== undefined) return unprepared;
  let ready: Ready<R>[] = [];
  let rows = 0;
  for (const subject of known) {
    const planned = await carriedOut(session, lane, subject);
    if (planned === undefined) continue;
    if ('halt' in planned) return (await sendBatch(session, lane, ready)) ?? planned;
    if (rows + planned.rows.length > lane.most) {
      const halt = await sendBatch(session, lane, ready);
      if (halt !== undefined) return halt;
      [ready, rows] = [[], 0];
    }
    ready.push(planned);
    rows += planned.rows.length;
  }
  return sendBatch(session, lane, ready);
}

/** The marker is read with the record, so that what is sent is not older than it; and before what is known of it there. */
async function subjectOf(deps: Session['deps'], { record }: Pending): Promise<Subject | undefined> {
  const { marker, value } = await deps.read(record);
  if (marker === undefined) return undefined;
  const { value: sent = nothingSent, rev } = await deps.sent(record);
  return { record, marker, read: value, sent, rev };
}

/**
 * Reads back what became of calls that were given up, once they cannot be carried out any more; until then, and as long as it cannot be
 * told, their records wait and the others go on. Answers those of which it is known.
 */
async function reconciled<R>(session: Session, lane: Lane<R>, subjects: Subject[]): Promise<Subject[]> {
  const { deps } = session;
  const settled = deps.now().getTime() - deps.settleMs;
  const unknown = subjects.filter(({ sent }) => sent.intent !== undefined);
  const old = unknown.filter(({ sent }) => Date.parse(sent.intent?.at ?? '') <= settled);
  const found = old.length === 0 ? new Map<Subject, Sent>() : await lane.readBack(old);
  await inWaves([...found], ([subject, sent]) => putSent(session, subject, withoutIntent(sent)));
  return subjects.filter(({ sent }) => sent.intent === undefined);
}

/** Does what needs no batch; answers what is to be part of one. */
async function carriedOut<R>(
  session: Session,
  lane: Lane<R>,
  subject: Subject,
): Promise<Ready<R> | NonNullable<Halt> | undefined> {
  for (let turn = 0; turn < mostPlans; turn++) {
    const plan = await lane.plan(subject);
    if (plan.act === 'leave') return undefined;
    if (plan.act === 'send') return { subject, ...plan };
    if (plan.act === 'park') {
      await park(session, subject, plan.mnemonic, plan.field);
      return undefined;
    }
    if (plan.act === 'clear') {
      await cleared(session, subject, plan.next);
      return undefined;
    }
    const halt = await called(session, subject, plan);
    if (halt !== undefined) return halt;
    if (subject.sent.parked !== undefined && subject.sent.parked.marker === (subject.marker ?? '')) return undefined;
  }
  return undefined;
}

/** Nothing is lacking there, so that nothing is refused any more. */
async function cleared(session: Session, subject: Subject, next = subject.sent): Promise<void> {
  const { parked, ...known } = next;
  if (next !== subject.sent || parked !== undefined) await putSent(session, subject, known);
  await unmark(session.deps, subject);
}

type Call<R> = Extract<Plan<R>, { act: 'call' }>;

async function called<R>(session: Session, subject: Subject, { what, make, next }: Call<R>): Promise<Halt> {
  const { deps, hasTime } = session;
  if (!hasTime()) return { halt: 'again' };
  const before = subject.sent;
  await putSent(session, subject, { ...before, intent: { at: deps.now().toISOString(), what } });
  const answer = await make();
  if (answer.outcome === 'ok')
    await putSent(session, subject, next.isThere ? { ...next, sentAt: deps.now().toISOString() } : next);
  else if (answer.outcome === 'row') {
    // What is to go is gone, or what is to be changed is not there: both are as good as known.
    if (answer.mnemonic === 'entity_not_found')
      await putSent(session, subject, what === 'remove' ? next : { v: 1, isThere: false });
    else await park(session, subject, answer.mnemonic, answer.field);
  } else {
    const isUnknown = answer.outcome === 'again' && answer.applied === 'unknown';
    // It may still be carried out for some time from now on.
    const intent = { at: deps.now().toISOString(), what };
    await putSent(session, subject, isUnknown ? { ...before, intent } : before);
    return haltOf(answer);
  }
  return undefined;
}
