import * as v from 'valibot';
import { dealsOf, requestsOf } from './expected.ts';
import type { Hooked } from './connect.ts';
import type { Visit } from './facts.ts';
import type { Found } from './look.ts';
import type { Kept, Posted } from './post.ts';

export interface Difference {
  /** What must be there and is not, as text. */
  missing: string[];
  /** What is there and must not be. */
  besides: string[];
  /** How many lines are of events that were not said to be queued. */
  unsure: number;
}

const halfSchema = v.object({ outcome: v.string(), reason: v.optional(v.string()) });
const lineSchema = v.object({ id: v.string(), status: v.string(), deal: halfSchema, request: halfSchema });

/** Compares what was answered and what the API shows with the list of what must be there. */
export function compare(
  visits: readonly Visit[],
  salons: readonly Hooked[],
  { kept, unsure }: Pick<Posted, 'kept' | 'unsure'>,
  found: Found,
): Difference {
  const of = (recordsOf: typeof requestsOf) =>
    visits.flatMap((visit) => {
      const salon = salons[visit.salon];
      return salon === undefined ? [] : recordsOf(visit, salon).map(textOf);
    });
  const answers = kept.map(({ id, said }) => answerText(id, said));
  const lines = difference('line', kept.map(lineExpected), linesOf(found).map(lineFound));
  const explained = without(lines.besides, difference('line', [], unsure.map(lineExpected)).besides);
  const parts = [
    difference('request', of(requestsOf), found.requests.map(textOf)),
    difference('deal', of(dealsOf), found.deals.map(textOf)),
    difference(
      'answer',
      kept.map(({ id, words }) => answerText(id, words)),
      answers,
    ),
    { missing: lines.missing, besides: explained },
  ];
  return {
    missing: parts.flatMap(({ missing }) => missing),
    besides: parts.flatMap(({ besides }) => besides),
    unsure: lines.besides.length - explained.length,
  };
}

/** Lines of events: what was refused has no event. */
export function linesOf({ lines }: Found) {
  return lines.filter(({ status }) => status !== 'refused').map((line) => v.parse(lineSchema, line));
}

/** Each side counts how often: a thing that is there twice and must be once is besides once. */
function difference(what: string, wanted: readonly string[], there: readonly string[]): Omit<Difference, 'unsure'> {
  return {
    missing: without(wanted, there).map((text) => `${what} ${text}`),
    besides: without(there, wanted).map((text) => `${what} ${text}`),
  };
}

function without(texts: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of taken) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}

function answerText(id: string, { kind, answer }: { kind: string | null; answer: string }): string {
  return `${id} ${kind ?? 'no kind'} ${answer}`;
}

function lineExpected({ id, words: { status, deal, request } }: Kept): string {
  return lineText(id, status, deal, request);
}

function lineFound({ id, status, deal, request }: v.InferOutput<typeof lineSchema>): string {
  return lineText(id, status, outcomeOf(deal), outcomeOf(request));
}

function lineText(id: string, status: string, deal: string, request: string): string {
  return `${id} ${status}, deal ${deal}, request ${request}`;
}

function outcomeOf({ outcome, reason }: v.InferOutput<typeof halfSchema>): string {
  return reason === undefined ? outcome : `${outcome} ${reason}`;
}

/** JSON with its names in order, at any depth. */
function textOf(value: object): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
