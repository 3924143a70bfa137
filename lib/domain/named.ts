import type { Named } from '../model/words.ts';
import type { Told } from './told.ts';

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

/** What is known of somebody or something after one more naming: of the same, what was said before stays. */
export function restated<N extends Named>(before: N | undefined, said: N | undefined): N | undefined {
  if (before === undefined || said === undefined) return said ?? before;
  const namesNobody = said.id === undefined && said.name === undefined;
  return namesNobody || sameNamed(before, said) === true ? { ...before, ...said } : said;
}

/** What events name, as last said; each of its properties as last said of it. */
export function lastNamed<N extends Named>(events: Told[], say: (event: Told) => N | undefined): N | undefined {
  return events.reduce<N | undefined>((known, event) => restated(known, say(event)), undefined);
}
