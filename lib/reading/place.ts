import { cleanText, cut } from './text.ts';

/** Where a value stands in a payload: its name in what holds it, `[]` for an element of a list; the payload itself has no parent. */
export interface Place {
  readonly name: string;
  readonly parent: Place | undefined;
}

export const element = '[]';
/** Code points of a path. */
const mostInPath = 200;

/** Names from the payload down, e.g. `data.services[].price`; cut before it grows long. */
export function pathOf(place: Place): string {
  const chain: Place[] = [];
  for (let at: Place | undefined = place; at.parent !== undefined; at = at.parent) chain.push(at);
  let path = '';
  for (const { name } of chain.reverse()) {
    if (path.length > 2 * mostInPath) break;
    const shown = name.slice(0, 2 * mostInPath);
    path += path === '' || name === element ? shown : `.${shown}`;
  }
  return cut(cleanText(path), mostInPath);
}
