import type { Failure } from '../../model/api.ts';
import type { AuditLine, Salon, SalonWrite, StoredSalon } from '../../model/settings.ts';

export interface ChangeSalonDeps {
  /** In the place of `before`, if that is still what is stored. */
  saveSalon: (salon: StoredSalon, before: StoredSalon) => Promise<SalonWrite>;
}

/** What an act does to a salon beside saving its settings, by whom, and what its audit line says. */
export interface Change {
  /** The one instant of the act: of what it changes and of its audit line. ISO 8601, UTC. */
  at: string;
  subject: string;
  what: AuditLine['what'];
  to: Partial<Salon>;
  changes: AuditLine['changes'];
}

/** Stores a salon as an act changed it, with its audit line. */
export async function changeSalon(
  deps: ChangeSalonDeps,
  before: StoredSalon,
  { at, subject, what, to, changes }: Change,
): Promise<{ salon: StoredSalon } | Failure> {
  const version = before.version + 1;
  const lastAudit: AuditLine = { v: 1, at, subject, salonKey: before.key, what, version, changes };
  const salon = { ...before, ...to, version, updatedAt: at, lastAudit };
  const saved = await deps.saveSalon(salon, before);
  return saved === 'saved' ? { salon } : { error: saved };
}

/** What may be told of a secret key. */
export function lettersOf(key: string | undefined): { last4?: string } {
  return key === undefined ? {} : { last4: key.slice(-4) };
}
