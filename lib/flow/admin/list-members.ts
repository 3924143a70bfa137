import type { RouteAct } from '../../model/acts.ts';
import { memberItem, type ListMembersDeps } from './members.ts';

/** The members of an account, in the order in which they were added. */
export function listMembers(deps: ListMembersDeps): RouteAct<'GET /api/members'> {
  return async ({ account }) => {
    const members = await deps.listMembers(account.key);
    const inOrder = members.sort((a, b) => (a.createdAt + a.subject < b.createdAt + b.subject ? -1 : 1));
    return { ok: { items: inOrder.map(memberItem) } };
  };
}
