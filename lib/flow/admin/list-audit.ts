import * as v from 'valibot';
import type { RouteAct } from '../../model/acts.ts';
import { auditItemSchema } from '../../model/api-salon-acts.ts';
import type { AuditLine } from '../../model/settings.ts';
import { nameOfQuery, pageAnswer, type StoredPage } from './pages.ts';
import { periodOf, type Period } from './period.ts';

interface AuditQuery extends Period {
  accountKey: string;
  order: 'asc' | 'desc';
  limit: number;
  cursor?: string | undefined;
  query: string;
  keep: (line: AuditLine) => boolean;
}
export interface ListAuditDeps {
  pageOfAudit: (query: AuditQuery) => Promise<StoredPage<AuditLine>>;
  now: () => Date;
}

/** What was changed in an account, by whom and when. */
export function listAudit(deps: ListAuditDeps): RouteAct<'GET /api/audit'> {
  return async ({ account, query }) => {
    const period = periodOf(query, account.timezone, deps.now());
    if ('error' in period) return period;
    const { salon, what, order, limit, cursor } = query;
    // By key alone: a salon that was deleted has its lines, too.
    const keep = (line: AuditLine) =>
      (salon === undefined || line.salonKey === salon) && (what === undefined || line.what === what);
    const asked = { ...period, order, limit, cursor, query: nameOfQuery('GET /api/audit', account, query), keep };
    const page = await deps.pageOfAudit({ accountKey: account.key, ...asked });
    return pageAnswer(page, (line) => [v.parse(auditItemSchema, { ...line, salon: line.salonKey })]);
  };
}
