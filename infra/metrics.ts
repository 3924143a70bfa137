import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { FunctionName } from '../lib/model/env.ts';
import { metricNamespace, metrics, type Metric as MetricName } from '../lib/model/metrics.ts';
import type { AnyTable } from './constructs/tables.ts';

/** How often a function counted something; it writes these itself (lib/runtime/metrics.ts). */
export function counted(metric: MetricName, by: FunctionName): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName: metrics[metric],
    dimensionsMap: { function: by },
    statistic: Stats.SUM,
    label: `${metrics[metric]} (${by})`,
  });
}

/** Seconds that the oldest message has waited. */
export function ageOfOldest(queue: IQueue): Metric {
  return queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM });
}

/** The sum of one kind of metric over several things; `kind` tells it from the other sums of a graph. */
function sumOf(kind: string, all: readonly Metric[]): MathExpression {
  const named = all.map((metric, index) => [`${kind}${index}`, metric] as const);
  return new MathExpression({
    expression: named.map(([name]) => name).join(' + '),
    usingMetrics: Object.fromEntries(named),
    label: kind,
  });
}

export function errorsOf(functions: readonly IFunction[]): MathExpression {
  const metricsOf = (one: IFunction) => one.metricErrors({ statistic: Stats.SUM });
  return sumOf('errors', functions.map(metricsOf));
}

export function throttlesOf(functions: readonly IFunction[]): MathExpression {
  const metricsOf = (one: IFunction) => one.metricThrottles({ statistic: Stats.SUM });
  return sumOf('throttles', functions.map(metricsOf));
}

/** Reads and writes that the tables and their indexes refused. */
export function tableThrottlesOf(tables: readonly AnyTable[]): MathExpression {
  const metricsOf = (table: AnyTable) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => table.metric(name, { statistic: Stats.SUM }));
  return sumOf('tableThrottles', tables.flatMap(metricsOf));
}
