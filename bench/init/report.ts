import { budgets, ratios, type Budget } from './budgets.ts';
import type { Measured, Variant } from './measure.ts';

/** What was found of one function: medians in milliseconds, sizes in bytes. */
export interface Found extends Measured {
  sizes: Record<Variant, Budget>;
}

const ms = (value: number) => value.toFixed(1);
const kb = (bytes: number) => (bytes / 1000).toFixed(1);

/** Whether a function that is held to the ratio keeps it. */
export function withinGate(measured: Measured): boolean {
  return measured.ratio <= (ratios[measured.name] ?? Infinity);
}

/** Rows of the table of times and sizes, shipped beside CDK's default. */
export function tableOf(found: readonly Found[]): Record<string, Record<string, string>> {
  const rows = found.map((one) => {
    const { timing, sizes } = one;
    const both = (show: (variant: Variant) => string) => `${show('shipped')} / ${show('default')}`;
    const row = {
      'load ms': both((variant) => ms(timing[variant].load)),
      'call ms': both((variant) => ms(timing[variant].call)),
      'load + call ms': both((variant) => ms(timing[variant].first)),
      ratio: one.ratio.toFixed(2),
      'process ms': both((variant) => ms(timing[variant].whole)),
      'KB, gzip': `${kb(sizes.shipped.bytes)}, ${kb(sizes.shipped.gzip)} / ${kb(sizes.default.bytes)}, ${kb(sizes.default.gzip)}`,
    };
    return [one.name, row] as const;
  });
  return Object.fromEntries(rows);
}

/** What must hold, as [what, whether it does]. */
export function checksOf(found: readonly Found[]): (readonly [string, boolean])[] {
  return found.flatMap((one) => {
    const { bytes, gzip } = budgets[one.name];
    const { shipped } = one.sizes;
    const most = ratios[one.name];
    const sizes = [
      [`${one.name}: ${kb(shipped.bytes)} KB of ${kb(bytes)}`, shipped.bytes <= bytes],
      [`${one.name}: ${kb(shipped.gzip)} KB compressed of ${kb(gzip)}`, shipped.gzip <= gzip],
    ] as const;
    if (most === undefined) return sizes;
    const time = `${one.name}: ${one.ratio.toFixed(2)} of the default's time, at most ${most}`;
    return [...sizes, [time, withinGate(one)] as const];
  });
}
