import { noAccount } from '../../lib/model/journal.ts';
import type { StoredMember } from '../../lib/model/settings.ts';

/** What it takes of the settings store. `decide` answers what is to be stored, or why nothing is. */
export interface MakeOperatorDeps {
  changeMember: (
    accountKey: string,
    subject: string,
    decide: (stored: StoredMember | undefined) => { value: StoredMember } | Refused,
  ) => Promise<{ value: StoredMember } | { error: string }>;
  now: () => Date;
}
interface Refused {
  error: 'already_in_use';
}
interface Person {
  subject: string;
  email: string | undefined;
}

/**
 * Makes a subject an operator, with an audit line in the name of the command; one who is an operator stays as stored. Throws
 * an Error for people when the subject is a member of an account: its rights there would be gone unnoticed.
 */
export async function makeOperator({ changeMember, now }: MakeOperatorDeps, person: Person): Promise<void> {
  const at = now().toISOString();
  const made = await changeMember(noAccount, person.subject, (stored) => {
    if (stored === undefined || stored.removedAt !== undefined) return { value: operator(person, stored, at) };
    return stored.role === 'operator' ? { value: stored } : { error: 'already_in_use' };
  });
  if (!('error' in made)) return;
  throw new Error(`${person.subject} is a member of an account: remove it there first (DELETE /api/members/{id}).`);
}

function operator({ subject, email }: Person, removed: StoredMember | undefined, at: string): StoredMember {
  const version = (removed?.version ?? 0) + 1;
  const named = email === undefined ? {} : { email };
  // Of an e-mail, which names a person, the line says only that there is one.
  const changes = { role: { to: 'operator' }, ...(email === undefined ? {} : { email: {} }) };
  const act = { at, subject: 'create-operator', member: subject, what: 'member_added' } as const;
  const lastAudit = { v: 1, ...act, version, changes } as const;
  return { v: 1, subject, role: 'operator', ...named, createdAt: at, version, lastAudit };
}
