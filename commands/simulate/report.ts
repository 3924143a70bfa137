import { linesOf, type Difference } from './compare.ts';
import type { Found } from './look.ts';
import type { Posted } from './post.ts';

/** What a run came to. */
export interface Run {
  posted: Posted;
  found: Found;
  /** Messages that were not handled at the end; undefined where queues cannot be asked. */
  queued: number | undefined;
  difference: Difference;
}

const shown = 5;

/** The summary of a run as lines of text. Ids of simulated people alone are in it. */
export function summary({ posted: { statuses, kept }, found, queued, difference }: Run): string[] {
  const lines = linesOf(found);
  const journaled = lines.length - difference.unsure;
  const waiting = queued ?? kept.length - journaled;
  return [
    `answered  ${counted([...statuses].map(([status, count]) => [String(status), count]))}`,
    `accepted  ${kept.length} = journaled ${journaled} + queued ${waiting}${balanced(kept.length, journaled, waiting)}`,
    `unsure    ${difference.unsure} journaled that were answered 503, beside their second try`,
    `stored    ${found.requests.length} requests, ${found.deals.length} deals`,
    `ignored   ${counted(reasons(lines, 'ignored'))}`,
    `failed    ${counted(reasons(lines, 'failed'))}`,
    `refused   ${found.lines.length - lines.length} lines`,
    ...told('missing', difference.missing),
    ...told('besides', difference.besides),
  ];
}

/** Whether nothing is lost, and nothing is there that nobody sent. */
export function isClean({ posted: { kept }, found, queued = 0, difference }: Run): boolean {
  const { missing, besides, unsure } = difference;
  return missing.length === 0 && besides.length === 0 && kept.length === linesOf(found).length - unsure + queued;
}

function balanced(accepted: number, journaled: number, waiting: number): string {
  return accepted === journaled + waiting ? '' : ' (NOT EQUAL)';
}

/** How many halves came to such an outcome, by why. */
function reasons(lines: ReturnType<typeof linesOf>, outcome: string): [string, number][] {
  const counts = new Map<string, number>();
  for (const half of lines.flatMap(({ deal, request }) => [deal, request])) {
    if (half.outcome !== outcome || half.reason === undefined) continue;
    counts.set(half.reason, (counts.get(half.reason) ?? 0) + 1);
  }
  return [...counts];
}

function counted(counts: [name: string, count: number][]): string {
  return counts.length === 0
    ? '0'
    : counts
        .map(([name, count]) => `${name}: ${count}`)
        .sort()
        .join(', ');
}

function told(what: string, texts: readonly string[]): string[] {
  return [`${what}   ${texts.length}`, ...texts.slice(0, shown).map((text) => `  ${text}`)];
}
