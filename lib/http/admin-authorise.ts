import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Caller } from '../model/acts.ts';
import type { Failure } from '../model/api.ts';
import { noAccount } from '../model/journal.ts';
import type { ApiRoute } from '../model/routes.ts';
import type { Account, Member } from '../model/settings.ts';
import { roles, type Role } from '../model/words.ts';

export interface AuthoriseDeps {
  /** Subject of a valid access token in the Authorization header. */
  subjectOf: (authorization: string | undefined) => Promise<string | undefined>;
  findMember: (subject: string) => Promise<Member | undefined>;
  findAccount: (accountKey: string) => Promise<Account | undefined>;
}
export interface Authorised {
  caller: Caller;
  account: Account | undefined;
}

/** Who calls and in which account: the token only says who, the rest stands in our own rows. */
export function authorise(
  deps: AuthoriseDeps,
): (route: ApiRoute, headers: APIGatewayProxyEventV2['headers']) => Promise<Authorised | Failure> {
  return async (route, headers) => {
    const member = await memberOf(deps, headers['authorization']);
    if (member === undefined) return { error: 'unauthorized' };
    if (!allows(member.role, route.role)) return { error: 'forbidden' };
    const named = headers['x-account']?.trim();
    const account = await accountFor(deps, route, member, named === '' ? undefined : named);
    if (account !== undefined && 'error' in account) return account;
    return { caller: { subject: member.subject, role: member.role }, account };
  };
}

async function memberOf(deps: AuthoriseDeps, authorization: string | undefined): Promise<Member | undefined> {
  const subject = await deps.subjectOf(authorization);
  return subject === undefined ? undefined : deps.findMember(subject);
}

function allows(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

async function accountFor(
  deps: AuthoriseDeps,
  route: ApiRoute,
  member: Member,
  named: string | undefined,
): Promise<Account | Failure | undefined> {
  if (member.role === 'operator') return operatorsAccount(deps, route, named);
  if (named !== undefined && named !== member.accountKey) return { error: 'forbidden' };
  const own = member.accountKey === undefined ? undefined : await deps.findAccount(member.accountKey);
  return own ?? { error: 'unauthorized' };
}

async function operatorsAccount(
  deps: AuthoriseDeps,
  route: ApiRoute,
  named: string | undefined,
): Promise<Account | Failure | undefined> {
  if (named === undefined) return route.account ? { error: 'account_required' } : undefined;
  if (named === noAccount) return route.strays ? strays : { error: 'not_found' };
  return (await deps.findAccount(named)) ?? { error: 'not_found' };
}

/** Stands for the lines without a readable envelope, which belong to nobody. */
const strays: Account = {
  v: 1,
  key: noAccount,
  name: '',
  timezone: 'Europe/Moscow',
  components: [],
  hmacSecret: '',
  createdAt: '1970-01-01T00:00:00.000Z',
};
