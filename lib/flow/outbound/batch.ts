import type { Answer } from '../../model/data-api.ts';
import type { Sent } from '../../model/outbound-state.ts';
import { present } from '../../model/present.ts';
import { TryAgain } from '../../model/try-again.ts';
import { inWaves } from '../in-waves.ts';
import { haltOf } from './halt-of.ts';
import type { Halt, Lane, Session, Subject } from './lane.ts';

/** A record that is part of a batch. */
export interface Ready<R> {
  subject: Subject;
  rows: R[];
  next: Sent;
  staysMarked?: boolean;
}
/** What was known of it before it was begun to be sent. */
interface Begun<R> extends Ready<R> {
  before: Sent;
}
type Refused = Extract<Answer<unknown>, { outcome: 'row' }>;
interface Bad<R> {
  item: Begun<R>;
  answer: Refused;
}

/** Records of a batch from which on a share of refused ones says that something else is wrong. */
const suspicious = {
  of: 10,
  share: 0.2,
  /** Refused ones from which on a batch that was not gone through says so. */
  cutShort: 3,
} as const;
/** How young a time must be (ms) for its refusal to say that a clock or a zone is wrong. */
const young = 2 * 3600_000;

/**
 * Sends records in as few calls as possible. What is about to be sent is noted before; a refused batch is taken apart until each bad
 * record is known, so that no good one waits for it.
 */
export async function sendBatch<R>(session: Session, lane: Lane<R>, ready: Ready<R>[]): Promise<Halt> {
  if (ready.length === 0) return undefined;
  const items = ready.map((item) => ({ ...item, before: item.subject.sent }));
  await noteIntents(session, items);
  const bad: Bad<R>[] = [];
  const { halt, seen } = await goThrough(session, lane, items, bad);
  const refused = await setAside(session, lane, { seen, isWhole: halt === undefined, bad });
  return refused ?? halt;
}

/** `seen`: how many of them are there or were refused alone. */
async function goThrough<R>(
  session: Session,
  lane: Lane<R>,
  items: Begun<R>[],
  bad: Bad<R>[],
): Promise<{ halt: Halt; seen: number }> {
  const { takingApart } = session.deps;
  let apart = takingApart.whole(items.length);
  let last: Refused | undefined;
  let from = 0;
  while (from < items.length) {
    const group = items.slice(from, from + apart.next);
    const answer = session.hasTime() ? await lane.upload(group.flatMap(({ rows }) => rows)) : outOfTime;
    if (answer.outcome === 'again' || answer.outcome === 'account') {
      return { halt: await halted(session, answer, { items: items.slice(from), called: group.length }), seen: from };
    }
    if (answer.outcome === 'ok') {
      await settleAll(session, group);
      from += group.length;
    } else {
      last = answer;
      const culprit = group.length > 1 ? accusedIn(group, answer) : undefined;
      if (culprit !== undefined) {
        items = [...items.slice(0, from), culprit, ...items.slice(from).filter((item) => item !== culprit)];
        apart = takingApart.accused(apart);
        continue;
      }
    }
    const left = items.length - from;
    const next = answer.outcome === 'ok' ? takingApart.taken(apart, left) : takingApart.refused(apart, left);
    apart = next.apart;
    const first = items[from];
    if (next.firstIsBad && first !== undefined && last !== undefined) {
      bad.push({ item: first, answer: last });
      from++;
    }
  }
  return { halt: undefined, seen: from };
}

/** The first record that has the value that a refusal names. */
function accusedIn<R>(group: readonly Begun<R>[], { value }: Refused): Begun<R> | undefined {
  if (value === undefined) return undefined;
  return group.find(({ rows }) => valuesIn(rows).includes(value));
}

/**
 * What was not called at all is as if nobody had begun; of what was called it may not be known: it may still be carried out for some
 * time from now on. `called`: how many of the first.
 */
async function halted<R>(
  session: Session,
  answer: Extract<Answer<unknown>, { outcome: 'again' | 'account' }>,
  { items, called }: { items: Begun<R>[]; called: number },
): Promise<Halt> {
  const isUnknown = answer.outcome === 'again' && answer.applied === 'unknown';
  const unknown = isUnknown ? called : 0;
  await giveBack(session, items.slice(unknown));
  await noteIntents(session, items.slice(0, unknown));
  return haltOf(answer);
}

const outOfTime = { outcome: 'again', applied: 'no' } as const;

async function noteIntents<R>(session: Session, items: Begun<R>[]): Promise<void> {
  const intent = { at: session.deps.now().toISOString(), what: 'upload' as const };
  await inWaves(items, ({ subject, before, next }) => putSent(session, subject, { ...begun(before, next), intent }));
}

/** What may be there from now on, whatever is heard of the call: a request is found there by when it was sent as made. */
function begun(sent: Sent, next: Sent): Sent {
  const { dateTime = sent.dateTime, hasSession, parameters = sent.parameters, modified = sent.modified } = next;
  return present({ ...sent, dateTime, hasSession, parameters, modified });
}

/** Nothing of it is there. */
async function giveBack<R>(session: Session, items: Begun<R>[]): Promise<void> {
  await inWaves(items, ({ subject, before }) => putSent(session, subject, before));
}

async function settleAll<R>(session: Session, items: Begun<R>[]): Promise<void> {
  const sentAt = session.deps.now().toISOString();
  await inWaves(items, async ({ subject, next, staysMarked }) => {
    await putSent(session, subject, { ...next, sentAt });
    if (staysMarked !== true) await unmark(session.deps, subject);
  });
}

/** What is done about those that were refused alone. */
async function setAside<R>(
  session: Session,
  lane: Lane<R>,
  { seen, isWhole, bad }: { seen: number; isWhole: boolean; bad: Bad<R>[] },
): Promise<Halt> {
  const { deps } = session;
  const lost = bad.filter(({ item, answer }) => !isCurable(lane, item.subject, answer)).length;
  const isMany = isWhole ? seen >= suspicious.of : lost >= suspicious.cutShort;
  const isOdd = isMany && lost > seen * suspicious.share;
  const now = deps.now().getTime();
  const clock = bad.some((one) => one.answer.mnemonic === 'invalid_date_time' && isYoung(session, one, now));
  if (isOdd || clock) {
    await giveBack(
      session,
      bad.map(({ item }) => item),
    );
    return { halt: 'account', reason: clock ? 'clock_or_zone' : 'too_many_refused' };
  }
  for (const { item, answer } of bad) await setAsideOne(session, lane, item, answer);
  return undefined;
}

/** It is there already, or what it names can be made. */
function isCurable<R>({ heal }: Lane<R>, { sent, marker = '' }: Subject, { mnemonic }: Refused): boolean {
  if (mnemonic === 'duplicate_entity') return true;
  return mnemonic === 'entity_not_found' && heal !== undefined && sent.healed !== marker;
}

async function setAsideOne<R>(
  session: Session,
  lane: Lane<R>,
  { subject, before }: Begun<R>,
  answer: Refused,
): Promise<void> {
  const marker = subject.marker ?? '';
  // It is there: what it is there is found out by the next call that is about it.
  if (answer.mnemonic === 'duplicate_entity') {
    const { intent, ...sent } = subject.sent;
    return putSent(session, subject, present({ ...sent, isThere: true, sentAt: intent?.at ?? sent.sentAt }));
  }
  if (isCurable(lane, subject, answer)) {
    await lane.heal?.(subject, answer.field);
    return putSent(session, subject, { ...before, healed: marker });
  }
  subject.sent = before;
  await park(session, subject, answer.mnemonic, answer.field);
}

/** Whether the time that was refused is young; any of them if it was not said which, but for the time of change that a record told again gets from us. */
function isYoung<R>({ deps, zone }: Session, { item, answer: { value } }: Bad<R>, now: number): boolean {
  const { rows, before, next } = item;
  const since = deps.mapping.dateTimeIn(new Date(now - young).toISOString(), zone);
  const form = since.replace(digit, '0');
  const ours = before.isThere ? next.modified : undefined;
  const times = value === undefined ? valuesIn(rows).filter((text) => text !== ours) : [value];
  return times.some((text) => text.length === since.length && text.replace(digit, '0') === form && text > since);
}
export const digit = /\d/g;

/** Texts and numbers of rows. */
function valuesIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [];
}

/** Says of a record why it was refused; people read it, and may have it sent again. */
export async function park(
  session: Session,
  subject: Subject,
  mnemonic: Refused['mnemonic'],
  field?: string,
): Promise<void> {
  const { deps } = session;
  const { marker = '' } = subject;
  const told = { mnemonic, ...(field === undefined ? {} : { field }), at: deps.now().toISOString(), marker };
  // What was told before may be of a person who is erased.
  const { hash: _, ...sent } = withoutIntent(subject.sent);
  await putSent(session, subject, { ...sent, parked: told });
  await unmark(deps, subject);
}

/** Takes the marker away, unless the record was changed since it was read. */
export async function unmark(deps: Session['deps'], { record, marker }: Subject): Promise<void> {
  if (marker !== undefined) await deps.unmark(record, marker);
}

/** Keeps what is known of a record there. Throws `TryAgain` when somebody else has: then two send at once. */
export async function putSent({ deps, account }: Session, subject: Subject, sent: Sent): Promise<void> {
  const rev = await deps.putSent(account.key, subject.record, sent, subject.rev);
  if (rev === undefined) throw new TryAgain('somebody else sends for this account');
  subject.sent = sent;
  subject.rev = rev;
}

export function withoutIntent({ intent: _, ...sent }: Sent): Sent {
  return sent;
}
