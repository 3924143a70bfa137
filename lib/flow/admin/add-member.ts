import type { AccountCall, Caller, RouteAct } from '../../model/acts.ts';
import type { Failure } from '../../model/api.ts';
import { noAccount } from '../../model/journal.ts';
import type { Account, StoredMember } from '../../model/settings.ts';
import { roles, type Role } from '../../model/words.ts';
import { auditedMember, isLastOfRole, isOf, isThere, memberItem, type ChangeMemberDeps } from './members.ts';

type AddMember = AccountCall<'POST /api/members'>;

/**
 * Adds the subject of a token to the account, or gives one who is there another role or e-mail (200 then, 201 for a new
 * one). Nobody gives a role above their own, and nobody's last admin steps down. A subject belongs to one account: that
 * of another is in use, and it is not said where. An operator belongs to none and is added to account `-`, by operators.
 */
export function addMember(deps: ChangeMemberDeps): RouteAct<'POST /api/members'> {
  return async (call) => {
    const { account, caller, body } = call;
    const refused = roleRefused(account, caller, body.role) ?? (await steppingDown(deps, call));
    if (refused !== undefined) return refused;
    const at = deps.now().toISOString();
    const saved = await deps.changeMember(account.key, body.subject, (stored) => {
      if (!isThere(stored)) return { value: added(call, stored, at) };
      return isOf(stored, account) ? { value: changed(call, stored, at) } : { error: 'already_in_use' };
    });
    if ('error' in saved) return saved;
    const item = memberItem(saved.value);
    return item.createdAt === at ? { created: item } : { ok: item };
  };
}

function roleRefused({ key }: Account, caller: Caller, role: Role): Failure | undefined {
  if (roles.indexOf(role) > roles.indexOf(caller.role)) return { error: 'forbidden' };
  if ((role === 'operator') === (key === noAccount)) return undefined;
  const code = role === 'operator' ? 'belongs_to_no_account' : 'needs_account';
  return { error: 'invalid_request', fields: { role: code } };
}

async function steppingDown(deps: ChangeMemberDeps, { account, caller, body }: AddMember) {
  if (body.subject !== caller.subject || body.role === caller.role) return undefined;
  const isLast = await isLastOfRole(deps, account, caller);
  return isLast ? ({ error: 'last_of_role' } as const) : undefined;
}

function added({ account, caller, body }: AddMember, removed: StoredMember | undefined, at: string): StoredMember {
  const { subject, role, email } = body;
  const owner = account.key === noAccount ? {} : { accountKey: account.key };
  const member: StoredMember = { v: 1, subject, ...owner, role, ...(email ? { email } : {}), createdAt: at };
  return auditedMember(member, removed, { at, subject: caller.subject, what: 'member_added' });
}

/** The very same member when nothing changes. */
function changed({ caller, body: { role, email } }: AddMember, stored: StoredMember, at: string): StoredMember {
  const next = email === undefined ? stored.email : (email ?? undefined);
  if (role === stored.role && next === stored.email) return stored;
  return auditedMember({ ...stored, role, email: next }, stored, { at, subject: caller.subject, what: 'member_saved' });
}
