import * as v from 'valibot';
import type { Caller } from '../../model/acts.ts';
import { apiRoutes, type RouteKey } from '../../model/routes.ts';
import type { Account, AuditLine } from '../../model/settings.ts';
import { maskedAnswer } from './masked-answer.ts';

export interface ShowPersonsDeps {
  saveAudit: (accountKey: string, line: AuditLine) => Promise<void>;
  newKey: () => string;
  now: () => Date;
}

/** An answer that is about to leave: of which call. */
export interface Leaving {
  route: RouteKey;
  caller: Caller;
  account: Account | undefined;
  id: string;
  query: unknown;
}

/**
 * What of an answer its caller may see. A viewer sees persons masked, unless the account lets all see them, or until `reveal` asks
 * for them: then a line of the audit says who saw what, and is put before the answer leaves.
 */
export function showPersons(deps: ShowPersonsDeps) {
  return async ({ route, caller, account, id, query }: Leaving, answer: unknown): Promise<unknown> => {
    if (caller.role !== 'viewer' || account?.maskPersons === false) return answer;
    if (account === undefined || !v.is(revealing, query)) return maskedAnswer(apiRoutes[route].answer, answer);
    const shown = { key: deps.newKey(), route, ...(id === '' ? {} : { id }) };
    const what = { subject: caller.subject, what: 'persons_shown', version: 0, changes: {}, shown } as const;
    await deps.saveAudit(account.key, { v: 1, at: deps.now().toISOString(), ...what });
    return answer;
  };
}

const revealing = v.object({ reveal: v.literal(true) });
