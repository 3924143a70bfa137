import { useState } from 'react';
import type { Call, Answer, Query } from '../api/client.ts';
import { useUnsaved } from './unsaved.ts';

/** Of a save that came too late: what it was based on, what was typed, and what stands there now. */
export interface Conflict<S, D> {
  was: S;
  yours: D;
  theirs: S;
  /** Who saved theirs and when, where it is known. */
  saved: Saved | undefined;
}

interface Saved {
  /** An e-mail, where one is known, else the name by which they sign in. */
  by: string;
  at: string;
}

type AuditLine = Answer<'GET /api/audit'>['items'][number];

/** Who saved what stands there now: the audit's newest line of those that did, and what the account's members say of its subject. */
export async function savedBy(
  call: Call,
  query: Query<'GET /api/audit'>,
  didSave: (line: AuditLine) => boolean,
): Promise<Saved | undefined> {
  const read = Promise.all([call('GET /api/audit', { query }), call('GET /api/members')]);
  const [audit, members] = await read.catch(() => [undefined, undefined]);
  const line = audit?.items.find(didSave);
  if (line === undefined) return undefined;
  const { subject, at } = line;
  return { by: members?.items.find((member) => member.subject === subject)?.email ?? subject, at };
}

interface DraftOptions<S, D> {
  draftOf: (saved: S) => D;
  /** What differs between two forms. */
  changedIn: (before: D, after: D) => readonly unknown[];
}

/** What is typed over something saved stays until it is saved or discarded, whoever else saves meanwhile. */
export function useDraft<S extends { version: number }, D extends object>(
  saved: S,
  { draftOf, changedIn }: DraftOptions<S, D>,
) {
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(saved));
  const [conflict, setConflict] = useState<Conflict<S, D>>();
  const isDirty = changedIn(draftOf(base), draft).length > 0;
  useUnsaved(isDirty);
  const show = (next: S) => {
    setBase(next);
    setDraft(draftOf(next));
    setConflict(undefined);
  };
  if (!isDirty && saved.version > base.version) show(saved);
  return {
    /** What the draft stands on. */
    base,
    draft,
    isDirty,
    conflict,
    setConflict,
    set: (change: Partial<D>) => {
      setDraft((known) => ({ ...known, ...change }));
    },
    show,
    /** Goes on from theirs with what was chosen. */
    goOnFrom: (theirs: S, chosen: D) => {
      setBase(theirs);
      setDraft(chosen);
    },
    discard: () => {
      setDraft(draftOf(base));
    },
  };
}
