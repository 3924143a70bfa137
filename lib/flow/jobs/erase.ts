import { becameOf } from '../../domain/erased-there.ts';
import { contactTrait, traitsOf } from '../../domain/traits.ts';
import { clockMargin, type Erasing, type Erasure } from '../../model/erasure.ts';
import type { SetRef } from '../../model/event-set.ts';
import { recordsOfId, setOfRecordId } from '../../model/ids.ts';
import type { Job } from '../../model/job.ts';
import type { LineKey } from '../../model/journal.ts';
import type { OutboundFacts, OutboundRecord } from '../../model/outbound-state.ts';
import { present } from '../../model/present.ts';
import { queueSettings } from '../../model/queues.ts';
import type { Account } from '../../model/settings.ts';
import { accountOf, contactKeysIn, eraseLine, remake, wipeSet, type WipeDeps } from '../erase/wipe.ts';
import type { ResendDeps } from './resend.ts';
import type { Task, Work } from './step.ts';

export interface EraseDeps extends WipeDeps {
  saveErasure: (accountKey: string, erasure: Omit<Erasure, 'v' | 'number'>) => Promise<Erasure>;
  /** Lines that made no record and speak of whoever has a trait. */
  indexedLines: (accountKey: string, trait: string) => Promise<LineKey[]>;
  /** Of each queue and each of its dead letters, whether nothing waits there or is being worked on. */
  emptyQueues: () => Promise<boolean[]>;
  /** What is to be erased at CoMagic, too. */
  listErasing: (accountKey: string, job: string) => Promise<Erasing[]>;
  /** In the place of `before`: not when it was noted again. */
  putErasing: (accountKey: string, job: string, erasing: Erasing, before: Erasing) => Promise<void>;
  remark: ResendDeps['remark'];
  outboundFacts: (record: OutboundRecord) => Promise<OutboundFacts>;
  /** Forgets what was told of a record, but not that it is there. */
  forgetTold: (record: OutboundRecord) => Promise<void>;
  /** Whether neighbours lead to all sets of an account. */
  hasNeighbours: (account: Account) => Promise<boolean>;
  now: () => Date;
}

/**
 * Erases a person: the row of the erasure before anything is wiped, so that workers know of it; then the contacts that the
 * traits lead to, the sets that neighbours name with the lines of their events, and the lines that made no record.
 */
export function eraseWork(deps: EraseDeps): Work {
  const stages: [string, (account: Account, job: Job) => Promise<string | undefined>][] = [
    ['1 open', (account, job) => open(deps, account, job)],
    ['2 contacts', (account, job) => widen(deps, account, job)],
    ['3 sets', (account, job) => eraseSets(deps, account, job)],
    ['4 lines', (account, job) => eraseLines(deps, account, job)],
  ];
  return {
    page: async (job, after) => {
      const next = stages.find(([place]) => place > after);
      if (next === undefined) return waiting(deps, job, after);
      const [place, run] = next;
      const take = async () => run(await accountOf(deps, job.accountKey), job);
      return [{ place, suits: () => Promise.resolve(true), take }];
    },
  };
}

/** A place of the wait: when it was, and which queues have been seen empty since the walks. */
export const waitPattern = /^5 \S+ ([01]*)$/;
/** Days after which nothing that was sent before can still lie in a queue or among dead letters. */
const retentionDays = (queueSettings.retention + queueSettings.deadLetterRetention) / (24 * 3600);

/**
 * What stood in a queue is wiped when it is worked off: it is over once each queue was seen empty, or keeps nothing so old, and nothing
 * is left to be erased at CoMagic.
 */
async function waiting(deps: EraseDeps, job: Job, after: string): Promise<Task[]> {
  const { startedAt, createdAt } = job;
  const before = waitPattern.exec(after)?.[1] ?? '';
  const seen = (await deps.emptyQueues()).map((empty, at) => empty || before[at] === '1');
  const now = deps.now();
  const isOld = now.getTime() - Date.parse(startedAt ?? createdAt) > retentionDays * 24 * 3600 * 1000;
  const noted = await deps.listErasing(job.accountKey, job.id);
  const left = noted.filter(({ state }) => state === 'open' || state === 'marked');
  if (left.length === 0 && (isOld || !seen.includes(false))) return [];
  const place = `5 ${now.toISOString()} ${seen.map((one) => (one ? '1' : '0')).join('')}`;
  const take = () => eraseThere(deps, job, left);
  return [{ place, suits: () => Promise.resolve(left.length > 0), take, waits: true }];
}

async function eraseThere(deps: EraseDeps, job: Job, left: Erasing[]): Promise<undefined> {
  const account = await accountOf(deps, job.accountKey);
  for (const erasing of left) {
    const next = await erasedThere(deps, account, erasing);
    if (next !== undefined) await deps.putErasing(job.accountKey, job.id, next, erasing);
  }
  return undefined;
}

async function erasedThere(deps: EraseDeps, account: Account, erasing: Erasing): Promise<Erasing | undefined> {
  const { v, kind, id, state } = erasing;
  const record = recordsOfId(id).find((one) => one.kind === kind);
  if (record === undefined) return { v, kind, id, state: 'done' };
  if (state === 'open') {
    await deps.remark({ accountKey: account.key, record });
    return { v, kind, id, state: 'marked' };
  }
  const became = becameOf(await deps.outboundFacts(record), account.connection?.isOn === true);
  if (became?.mnemonic === 'off') await deps.forgetTold(record);
  return became && present({ v, kind, id, ...became });
}

/** Its instant is ahead of all clocks, so that whatever came before is before it. */
function erasureOf(deps: EraseDeps, account: Account, job: Job, more: Partial<Widening> = {}): Promise<Erasure> {
  const instant = new Date(deps.now().getTime() + clockMargin).toISOString();
  return deps.saveErasure(account.key, { job: job.id, traits: [], instant, ...more });
}
type Widening = Pick<Erasure, 'traits' | 'contacts'>;

/**
 * Counts whether older sets may be missed. The row names at once the contacts that the traits lead to: as soon as it is there, whoever
 * finds an event of it wipes what leads to them.
 */
async function open(deps: EraseDeps, account: Account, job: Job): Promise<string | undefined> {
  const traits = [...(job.traits ?? []), ...(await contactsOf(deps, account, job))];
  await erasureOf(deps, account, job, { traits });
  return (await deps.hasNeighbours(account)) ? undefined : 'incomplete';
}

/** Once more, for what was put while the row was not yet there. */
async function widen(deps: EraseDeps, account: Account, job: Job): Promise<undefined> {
  await erasureOf(deps, account, job, { traits: await contactsOf(deps, account, job) });
  return undefined;
}

/** Whoever has the phone or the e-mail is erased as the contact that she is, too: other events name her by that alone. */
async function contactsOf(deps: EraseDeps, account: Account, { traits = [] }: Job): Promise<string[]> {
  const contacts = new Set<string>();
  for (const set of await setsOf(deps, account, traits)) {
    for (const row of (await deps.contentsOf(set)).rows) {
      const hers = traitsOf(account.hmacSecret, set.salonKey, [row]).some((trait) => traits.includes(trait));
      if (hers && row.contact !== undefined)
        contacts.add(contactTrait(account.hmacSecret, set.salonKey, row.contact.key));
    }
  }
  return [...contacts];
}

async function setsOf(deps: EraseDeps, account: Account, traits: string[]): Promise<SetRef[]> {
  const found = await Promise.all(traits.map((trait) => deps.neighboursOf(account.key, trait)));
  return found.flat();
}

/**
 * A contact is made of all its sets, so it is made anew once, after them; which contacts these are is kept before the first set is wiped, for
 * afterwards none would tell.
 */
async function eraseSets(deps: EraseDeps, account: Account, job: Job): Promise<string | undefined> {
  const { traits } = await erasureOf(deps, account, job);
  const sets = await setsOf(deps, account, traits);
  const erasure = await erasureOf(deps, account, job, { contacts: await contactsIn(deps, sets) });
  for (const set of sets) {
    const rows = await wipeSet(deps, account, set, { erasure, leavesContacts: true });
    for (const id of new Set(rows.map(({ eventId }) => eventId))) await eraseEvent(deps, account, erasure, id);
  }
  for (const { salonKey, key } of erasure.contacts ?? []) await remake(deps, account, salonKey, key);
  return 'erased';
}

async function contactsIn(deps: EraseDeps, sets: SetRef[]): Promise<NonNullable<Erasure['contacts']>> {
  const named: NonNullable<Erasure['contacts']> = [];
  for (const set of sets) {
    const keys = contactKeysIn((await deps.contentsOf(set)).rows);
    named.push(...keys.map((key) => ({ salonKey: set.salonKey, key })));
  }
  return named;
}

async function eraseLines(deps: EraseDeps, account: Account, job: Job): Promise<undefined> {
  const erasure = await erasureOf(deps, account, job);
  for (const trait of erasure.traits) {
    for (const { id } of await deps.indexedLines(account.key, trait)) {
      const lines = await deps.deliveriesOf(account.key, id);
      const isOld = lines.some(({ line }) => line.receivedAt < erasure.instant);
      if (isOld) await eraseEvent(deps, account, erasure, id);
    }
  }
  return undefined;
}

/** Each line of an event leads to the sets in which it may have rows; the lines last. */
async function eraseEvent(deps: EraseDeps, account: Account, erasure: Erasure, id: string): Promise<void> {
  const lines = await deps.deliveriesOf(account.key, id);
  for (const name of new Set(lines.flatMap(({ line }) => line.sets ?? []))) {
    const set = setOfRecordId(name);
    if (set !== undefined) await wipeSet(deps, account, set, { erasure, also: [id] });
  }
  for (const { line } of lines) await eraseLine(deps, line, erasure);
}
