import { canonicalJson } from '../../model/json.ts';
import type { AuditLine } from '../../model/settings.ts';

/** Which of the named fields differ, from what and to what; absent is `null` to it. */
export function changesIn<T extends object>(
  names: readonly (keyof T & string)[],
  before: Partial<T>,
  after: T,
): AuditLine['changes'] {
  const changed = names.filter((name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null));
  return Object.fromEntries(changed.map((name) => [name, { from: before[name], to: after[name] }]));
}
