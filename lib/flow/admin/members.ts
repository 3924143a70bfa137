import type { Caller } from '../../model/acts.ts';
import type { MemberAnswer } from '../../model/api-settings.ts';
import type { Failure } from '../../model/api.ts';
import { noAccount } from '../../model/journal.ts';
import type { Account, AuditLine, Member, StoredMember } from '../../model/settings.ts';
import { changesIn } from './changes.ts';

/** The members of an account. Account `-` stands for none: its members are the operators. */
export interface ListMembersDeps {
  listMembers: (accountKey: string) => Promise<Member[]>;
}
export interface ChangeMemberDeps extends ListMembersDeps {
  /** `accountKey`: to which the member will belong. */
  changeMember: (
    accountKey: string,
    subject: string,
    decide: (stored: StoredMember | undefined) => { value: StoredMember } | Failure,
  ) => Promise<{ value: StoredMember } | Failure>;
  now: () => Date;
}

export function memberItem({ subject, role, email, createdAt }: Member): MemberAnswer {
  return { subject, role, email, createdAt };
}

/** Whether a subject is a member of any account, and was not removed. */
export function isThere(stored: StoredMember | undefined): stored is StoredMember {
  return stored !== undefined && stored.removedAt === undefined;
}

/** Whether a member belongs to an account. */
export function isOf({ accountKey = noAccount }: Member, { key }: Account): boolean {
  return accountKey === key;
}

interface MemberSave {
  at: string;
  subject: string;
  what: 'member_added' | 'member_saved' | 'member_removed';
}

/** A member with the audit line of its save. Of an e-mail, which names a person, it says only that it changed. */
export function auditedMember(member: StoredMember, before: StoredMember | undefined, act: MemberSave): StoredMember {
  const version = (before?.version ?? 0) + 1;
  const was = act.what === 'member_added' ? {} : before;
  const { email, ...changes } = changesIn<Member>(['role', 'email'], was ?? {}, member);
  const shown: AuditLine['changes'] = email === undefined ? changes : { ...changes, email: {} };
  return { ...member, version, lastAudit: { v: 1, ...act, member: member.subject, version, changes: shown } };
}

/**
 * Whether a member of the account who gives up a role leaves no other who has it. Others may take it from them: they have the same
 * role or are operators. Two who give it up at the same moment may both be let go; an operator names another then, and
 * the command that made the first operator makes another.
 */
export async function isLastOfRole(deps: ListMembersDeps, { key }: Account, { subject, role }: Caller) {
  const holders = (await deps.listMembers(key)).filter((member) => member.role === role);
  return holders.length === 1 && holders[0]?.subject === subject;
}
