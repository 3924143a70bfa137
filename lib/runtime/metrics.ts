import { metricNamespace, metrics, type Metric } from '../model/metrics.ts';

/** How often each has happened. */
export type Counts = Partial<Record<Metric, number>>;

/**
 * Counts as one line of CloudWatch's embedded metric format, by function (the log names it).
 * Source: "Specification: Embedded metric format", Amazon CloudWatch user guide.
 */
export function embeddedMetrics(
  log: (line: Record<string, unknown>) => void,
  now: () => Date,
): (counts: Counts) => void {
  return (counts) => {
    const values = named(counts);
    const Metrics = Object.keys(values).map((Name) => ({ Name, Unit: 'Count' }));
    if (Metrics.length === 0) return;
    const directive = { Namespace: metricNamespace, Dimensions: [['function']], Metrics };
    log({ _aws: { Timestamp: now().getTime(), CloudWatchMetrics: [directive] }, ...values });
  };
}

function named(counts: Counts): Record<string, number> {
  const rows = Object.entries(metrics).flatMap(([metric, name]) => {
    const count = Object.entries(counts).find(([counted]) => counted === metric)?.[1] ?? 0;
    return count > 0 ? [[name, count] as const] : [];
  });
  return Object.fromEntries(rows);
}
