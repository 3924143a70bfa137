import { createHash } from 'node:crypto';
import { belongingOf, bookingsNamed, bookingsOf, dealsNamed } from '../../domain/event-set.ts';
import type { ReadSet, SetRef } from '../../model/event-set.ts';
import { recordId, setOfRecordId } from '../../model/ids.ts';
import type { Basis, Job } from '../../model/job.ts';
import type { JournalEntry } from '../../model/journal.ts';
import { understood, type RecordEventDeps } from '../record-event.ts';
import { crossingOf, eventIn } from './replay-line.ts';

export type BasisDeps = Pick<RecordEventDeps, 'contract' | 'isSubscription'> & {
  contentsOf: (set: SetRef) => Promise<ReadSet>;
};

/** Characters of a digest: of 2,000 of them two that should differ are the same once in 30 million jobs. */
const digestLength = 6;

/**
 * A digest of a line's place and of what is stored of the records that it speaks of, before it is done again: rows, acts of choosing
 * and links of its sets, and of the sets that these name.
 */
export async function lineDigest(
  deps: BasisDeps,
  job: Pick<Job, 'pinned'>,
  place: string,
  stored: JournalEntry,
): Promise<string> {
  const own = await read(deps, unique(setsOf(deps, job, stored)));
  const named = own.flatMap(({ set, contents }) => namedBy(deps, set, contents));
  const around = await read(
    deps,
    unique(named).filter((set) => !own.some((one) => recordId(one.set) === recordId(set))),
  );
  const all = [...own, ...around].map(({ set, contents: { revisions, links, many = '' } }) =>
    [recordId(set), many, ...revisions, ...links.toSorted()].join(' '),
  );
  const text = [place, ...all.sort()].join('\n');
  return createHash('sha256').update(text).digest('base64url').slice(0, digestLength);
}

/** Whether a line is one that the forecast went as far as, and is not as it was then. */
export function differsFrom({ through, digests }: Basis): (place: string, digest: string) => boolean {
  const known = new Set(digests.split(' '));
  return (place, digest) => place <= through && !known.has(digest);
}

/** The sets in which a line has spoken, in which it will, and which it names. */
function setsOf(deps: BasisDeps, { pinned }: Pick<Job, 'pinned'>, stored: JournalEntry): SetRef[] {
  const { line } = stored;
  const spoken = (line.sets ?? []).flatMap((id) => setOfRecordId(id) ?? []);
  const message = eventIn(stored);
  if (message === undefined || pinned === undefined) return [...spoken, ...listed(crossingOf(line))];
  const { salonKey } = message;
  const { reading } = understood(deps, { ...message, settings: pinned }).read;
  const { own, deal } = belongingOf(reading, salonKey);
  const bookings = bookingsOf(reading).map((id): SetRef => ({ salonKey, kind: 'booking', id }));
  return [...spoken, ...listed(own, deal), ...bookings];
}

function listed(...sets: (SetRef | undefined)[]): SetRef[] {
  return sets.flatMap((set) => set ?? []);
}

function namedBy(deps: BasisDeps, { salonKey, kind }: SetRef, contents: ReadSet): SetRef[] {
  if (kind === 'booking') return dealsNamed(contents).map((id) => ({ salonKey, kind: 'deal', id }));
  return deps.isSubscription(contents) ? [] : bookingsNamed(contents).map((id) => ({ salonKey, kind: 'booking', id }));
}

function read({ contentsOf }: BasisDeps, sets: SetRef[]) {
  return Promise.all(sets.map(async (set) => ({ set, contents: await contentsOf(set) })));
}

function unique(sets: SetRef[]): SetRef[] {
  return [...new Map(sets.map((set) => [recordId(set), set])).values()];
}
