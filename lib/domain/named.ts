import type { Named } from '../model/words.ts';

/** A name as it is compared: trimmed, lower case, ё as е. */
export function plainName(name: string): string {
  return name.trim().toLowerCase().replaceAll('ё', 'е');
}

/** Whether two namings mean the same: by id when both have one, else by name; undefined when nothing can be compared. */
export function sameNamed(a: Named, b: Named): boolean | undefined {
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id;
  if (a.name !== undefined && b.name !== undefined) return plainName(a.name) === plainName(b.name);
  return undefined;
}
