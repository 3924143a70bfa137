import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { FunctionName } from '../../lib/model/env.ts';
import { metricNamespace, metrics, type Metric as MetricName } from '../../lib/model/metrics.ts';
import type { AnyTable } from '../tables/tables.ts';

/** How often a function counted something; it writes these itself (lib/runtime/metrics.ts). */
export function counted(metric: MetricName, by: FunctionName): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName: metrics[metric],
    dimensionsMap: { function: by },
    statistic: Stats.SUM,
  });
}

/** Seconds that the oldest message has waited. */
export function ageOfOldest(queue: IQueue): Metric {
  return queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM });
}

/** Runs of a function that ended in an error, a crash or a time-out. */
export function errorsOf(one: IFunction): Metric {
  return one.metricErrors({ statistic: Stats.SUM });
}

/** Starts of a function that AWS refused. */
export function throttlesOf(one: IFunction): Metric {
  return one.metricThrottles({ statistic: Stats.SUM });
}

export const tableThrottles = ['ReadThrottleEvents', 'WriteThrottleEvents'] as const;

/** Reads or writes that a table refused. */
export function throttledAt(table: AnyTable, kind: (typeof tableThrottles)[number]): Metric {
  return table.metric(kind, { statistic: Stats.SUM });
}
