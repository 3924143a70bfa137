import type { StageType } from '../../../lib/model/words.ts';
import type { DealItem } from '../records/use-deal-columns.tsx';
import type { RequestItem } from '../records/use-request-columns.tsx';
import { steps } from '../records/records-view.ts';

type Step = (typeof steps)[number];

/** By which steps a source is found, not set. */
const found: readonly Step[] = ['session', 'booking', 'utm', 'contact'];

/** CoMagic's line: of so many requests the source is to be known. */
export const line = 0.8;

export interface StepSum {
  step: Step;
  count: number;
  /** Of all, 0 to 1. */
  share: number;
  /** With the steps before it; of steps that find a source alone. */
  sum: number | undefined;
}

/** How many requests each step has given a source, in the order of the steps. */
export function stepSums(requests: readonly RequestItem[]): { steps: StepSum[]; known: number } {
  const all = Math.max(requests.length, 1);
  let known = 0;
  const sums = steps.map((step) => {
    const count = requests.filter(({ attribution }) => attribution.step === step).length;
    const isFound = found.includes(step);
    if (isFound) known += count;
    return { step, count, share: count / all, sum: isFound ? known / all : undefined };
  });
  return { steps: sums, known };
}

export type DealType = StageType | 'none';

/** Deals by the type of their stage, and what those that were won have brought, in kopecks by currency. */
export function dealSums(deals: readonly DealItem[]) {
  const counts: Record<DealType, number> = { success: 0, in_process: 0, failed: 0, none: 0 };
  const won = new Map<string, { revenue: number; count: number }>();
  for (const { stage, revenue = 0, currency } of deals) {
    const type = stage?.type ?? 'none';
    counts[type] += 1;
    const before = won.get(currency) ?? { revenue: 0, count: 0 };
    if (type === 'success') won.set(currency, { revenue: before.revenue + revenue, count: before.count + 1 });
  }
  return { counts, won: [...won].map(([currency, sum]) => ({ currency, ...sum })) };
}

/** How many of some instants lie in each day. */
export function perDay(instants: readonly string[], dayOf: (instant: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const instant of instants) counts.set(dayOf(instant), (counts.get(dayOf(instant)) ?? 0) + 1);
  return counts;
}
