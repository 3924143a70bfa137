import { noAccount } from '../model/journal.ts';
import { settingsKeys } from '../model/keys.ts';
import { storedMemberSchema, type Member, type StoredMember } from '../model/settings.ts';
import { converge } from './converge.ts';
import { changeAudited, type Decision } from './settings-audit.ts';
import { settingsItem, settingsValue } from './settings-item.ts';
import type { Table } from './table.ts';

/**
 * Members. One item a subject admits it, and says to which account: so nobody is ever in two. Beside it stands a name
 * in the account, which is put before and never taken away: it only says where to look, and a list shows what admits.
 * Whatever crashes between the two writes, list and admission agree. Removing marks the item; nothing is deleted.
 */
export function memberStore(table: Pick<Table, 'get' | 'query' | 'putIf'>) {
  async function stored(subject: string): Promise<StoredMember | undefined> {
    const { pk, sk } = settingsKeys.member(subject);
    const item = await table.get(pk, sk);
    return item === undefined ? undefined : settingsValue(storedMemberSchema, item);
  }
  async function putName(owner: string, subject: string): Promise<void> {
    await table.putIf(settingsItem(settingsKeys.memberOf(owner, subject), { v: 1, subject }), undefined);
  }

  return {
    findMember: async (subject: string): Promise<Member | undefined> => {
      const member = await stored(subject);
      return member?.removedAt === undefined ? member : undefined;
    },
    /** The members of an account; the operators of account `-`. */
    listMembers: async (accountKey: string): Promise<StoredMember[]> => {
      const { pk, sk } = settingsKeys.memberOf(accountKey, '');
      const names = await table.query(pk, sk);
      const members = await Promise.all(names.map((name) => stored(name.sk.slice(sk.length))));
      return members.flatMap((member) => (member !== undefined && belongs(member, accountKey) ? [member] : []));
    },
    /** Whatever was stored before, without an audit line: for seeds. */
    saveMember: async (member: Member): Promise<void> => {
      await putName(ownerOf(member), member.subject);
      const key = settingsKeys.member(member.subject);
      await converge(table, key, () => settingsItem(key, member));
    },
    /** `accountKey`: to which the member will belong. */
    changeMember: async (
      accountKey: string,
      subject: string,
      decide: (stored: StoredMember | undefined) => Decision<StoredMember>,
    ): Promise<Decision<StoredMember>> => {
      const key = settingsKeys.member(subject);
      const before = () => putName(accountKey, subject);
      return changeAudited(table, { key, schema: storedMemberSchema, auditOf: ownerOf, before }, decide);
    },
  };
}

function ownerOf({ accountKey }: Member): string {
  return accountKey ?? noAccount;
}

function belongs(member: StoredMember, accountKey: string): boolean {
  return member.removedAt === undefined && ownerOf(member) === accountKey;
}
