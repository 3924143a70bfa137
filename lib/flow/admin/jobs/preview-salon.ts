import type { RouteAct } from '../../../model/acts.ts';
import { mostNamedLines } from '../../../model/job.ts';
import type { LineKey } from '../../../model/journal.ts';
import type { Salon } from '../../../model/settings.ts';
import { preview, type PreviewDeps } from '../../jobs/preview.ts';
import { newestLines, type NewestLinesDeps } from '../newest-lines.ts';
import { ruleContextOf, type RuleContextDeps } from '../rule-context.ts';
import { brokenBy, refusedFor } from '../salon-rules.ts';
import { withSettings } from '../salon-settings.ts';
import { pinnedOf } from './create-job.ts';

export interface PreviewSalonDeps extends PreviewDeps, RuleContextDeps, NewestLinesDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<Salon | undefined>;
}

/** What a save of settings would do to the last deliveries, told before it is done; what a save is refused for, this is. */
export function previewSalon(deps: PreviewSalonDeps): RouteAct<'POST /api/salons/{id}/preview'> {
  return async ({ account, id, body }) => {
    const before = await deps.findSalon(account.key, id);
    if (before === undefined) return { error: 'not_found' };
    // As the save would number it.
    const salon = { ...withSettings(before, body), version: before.version + 1 };
    const refused = refusedFor(brokenBy(before, salon, await ruleContextOf(deps, account)));
    if (refused !== undefined) return refused;
    const { key: salonKey } = before;
    const draft = { salonKey, number: deps.now().getTime(), pinned: pinnedOf(salon) };
    const { lines, replay, asNew } = await preview(deps)(draft, await lastLines(deps, before));
    const named = lines.map(({ id: event, receivedAt }) => ({ id: event, receivedAt }));
    return { ok: { lines: named, more: replay.more, replay, asNew } };
  };
}

async function lastLines(deps: PreviewSalonDeps, { accountKey, key: salonKey }: Salon): Promise<LineKey[]> {
  const lines = await newestLines(deps, { accountKey, salonKey, limit: mostNamedLines, except: 'refused' });
  return lines.map(({ id, receivedAt }) => ({ accountKey, id, receivedAt }));
}
