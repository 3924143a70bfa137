import { randomBytes } from 'node:crypto';
import type { Account, Member } from '../../lib/model/settings.ts';

export const adminId = 'demo-admin';
export const operatorId = 'demo-operator';
const accountKey = 'demo';
/** Under which its access key is kept. */
const keyName = 'first';

/** Who signs in to the page, one of each role; each is found in tokens under the subject `person-…`. */
export const people = ['admin', 'viewer', 'operator'] as const;
export type PersonName = (typeof people)[number];

export function subjectOf(name: PersonName): string {
  return `person-${name}`;
}

export interface SeedAccountDeps {
  findAccount: (key: string) => Promise<Account | undefined>;
  saveAccount: (account: Account) => Promise<void>;
  findMember: (subject: string) => Promise<Member | undefined>;
  saveMember: (member: Member) => Promise<void>;
  putAccessKey: (accountKey: string, name: string, accessKey: string) => Promise<void>;
}

/** The demo account, connected to CoMagic, with its members, and operators of no account, unless they are there. */
export async function seedAccount(deps: SeedAccountDeps, now: Date, comagicKey: string): Promise<void> {
  const createdAt = now.toISOString();
  if ((await deps.findAccount(accountKey)) === undefined) {
    await deps.putAccessKey(accountKey, keyName, comagicKey);
    await deps.saveAccount(demoAccount(createdAt, comagicKey.slice(-4)));
  }
  for (const member of demoMembers(createdAt)) {
    if ((await deps.findMember(member.subject)) === undefined) await deps.saveMember(member);
  }
}

function demoAccount(createdAt: string, keyLast4: string): Account {
  return {
    v: 1,
    key: accountKey,
    name: 'Демо-кабинет',
    timezone: 'Europe/Moscow',
    components: ['offlineRequests', 'endToEndAnalytics'],
    hmacSecret: randomBytes(32).toString('base64'),
    createdAt,
    hasNeighbours: true,
    connection: { apiHost: 'comagic', isOn: true, keySet: true, keyName, keyLast4 },
  };
}

function demoMembers(createdAt: string): Member[] {
  return [
    { v: 1, subject: adminId, accountKey, role: 'admin', createdAt },
    { v: 1, subject: operatorId, role: 'operator', createdAt },
    ...people.map((role): Member => {
      const owner = role === 'operator' ? {} : { accountKey };
      return { v: 1, subject: subjectOf(role), ...owner, role, email: `${role}@example.com`, createdAt };
    }),
  ];
}
