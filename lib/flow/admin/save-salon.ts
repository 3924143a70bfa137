import type { RouteAct } from '../../model/acts.ts';
import type { Salon, SalonWrite, StoredSalon } from '../../model/settings.ts';
import { brokenSalonId, type SalonIdDeps } from './has-records.ts';
import { ruleContextOf, type RuleContextDeps } from './rule-context.ts';
import { salonAnswer, type SalonAnswerDeps } from './salon-answer.ts';
import { brokenBy, refusedFor } from './salon-rules.ts';
import { changesOf, withSettings } from './salon-settings.ts';
import { brokenToken } from './token-sent.ts';

export interface SaveSalonDeps extends SalonAnswerDeps, RuleContextDeps, SalonIdDeps {
  findSalon: (accountKey: string, salonKey: string) => Promise<StoredSalon | undefined>;
  /** In the place of `before`, if that is still what is stored. */
  saveSalon: (salon: StoredSalon, before: StoredSalon) => Promise<SalonWrite>;
}

/** Saves what was sent of a salon's settings, unless somebody saved since the version that it names. */
export function saveSalon(deps: SaveSalonDeps): RouteAct<'PUT /api/salons/{id}'> {
  return async ({ account, caller, id, body }) => {
    const before = await deps.findSalon(account.key, id);
    if (before === undefined) return { error: 'not_found' };
    if (before.version !== body.version) return { error: 'version_conflict' };
    const salon = next(withSettings(before, body), deps.now());
    const context = await ruleContextOf(deps, account);
    const refused = refusedFor([
      ...brokenBy(before, salon, context),
      ...brokenToken(body.token, before),
      ...(await brokenSalonId(deps, before, salon)),
    ]);
    if (refused !== undefined) return refused;
    const stored = audited(salon, before, caller.subject);
    const saved = await deps.saveSalon(stored, before);
    return saved === 'saved' ? { ok: await salonAnswer(deps, stored, context) } : { error: saved };
  };
}

function next(salon: Salon, now: Date): Salon {
  return { ...salon, version: salon.version + 1, updatedAt: now.toISOString() };
}

function audited(salon: Salon, before: Salon, subject: string): StoredSalon {
  const { key: salonKey, version, updatedAt: at } = salon;
  const changes = changesOf(before, salon);
  return { ...salon, lastAudit: { v: 1, at, subject, salonKey, what: 'salon_saved', version, changes } };
}
