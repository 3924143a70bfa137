import * as v from 'valibot';
import type { RouteAct } from '../../model/acts.ts';
import { subjectSchema } from '../../model/api.ts';
import { auditedMember, isLastOfRole, isOf, isThere, memberItem, type ChangeMemberDeps } from './members.ts';

/** Takes a member out of the account: its tokens admit nobody from the next call on. Nobody's last admin leaves. */
export function removeMember(deps: ChangeMemberDeps): RouteAct<'DELETE /api/members/{id}'> {
  return async ({ account, caller, id }) => {
    if (!v.is(subjectSchema, id)) return { error: 'not_found' };
    if (id === caller.subject && (await isLastOfRole(deps, account, caller))) return { error: 'last_of_role' };
    const at = deps.now().toISOString();
    const removed = await deps.changeMember(account.key, id, (stored) => {
      if (!isThere(stored) || !isOf(stored, account)) return { error: 'not_found' };
      const act = { at, subject: caller.subject, what: 'member_removed' } as const;
      return { value: auditedMember({ ...stored, removedAt: at }, stored, act) };
    });
    return 'error' in removed ? removed : { ok: memberItem(removed.value) };
  };
}
