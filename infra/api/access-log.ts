import { RemovalPolicy } from 'aws-cdk-lib';
import { Stats, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, LogGroup, MetricFilter, type JsonPattern, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { answerMetrics, metricNamespace, type AnswerMetric } from '../../lib/model/metrics.ts';

/** What is logged of a request: never its path or query, which name people and carry hook keys. */
export const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  routeKey: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  responseLength: '$context.responseLength',
  error: '$context.error.responseType',
});

export function newAccessLog(scope: Construct, retention: RetentionDays): LogGroup {
  return new LogGroup(scope, 'AccessLog', { retention, removalPolicy: RemovalPolicy.DESTROY });
}

// All values of the log are texts: a comparison of numbers would match none.
const status = (like: string) => FilterPattern.stringValue('$.status', '=', like);
const route = (comparison: '=' | '!=') => FilterPattern.stringValue('$.routeKey', comparison, '* /webhooks/*');

/** The webhook's answers apart from all others, so that none falls between. */
const patterns = {
  doorErrors: FilterPattern.all(status('5*'), route('=')),
  cabinetErrors: FilterPattern.all(status('5*'), route('!=')),
  tooManyRequests: status('429'),
} satisfies Record<AnswerMetric, JsonPattern>;

/** Counts answers in the access log (docs/adr/0013). */
export function countAnswers(scope: Construct, logGroup: LogGroup): Record<AnswerMetric, Metric> {
  const count = (name: AnswerMetric): Metric =>
    new MetricFilter(scope, `Count-${name}`, {
      logGroup,
      filterPattern: patterns[name],
      metricNamespace,
      metricName: answerMetrics[name],
    }).metric({ statistic: Stats.SUM });
  return {
    doorErrors: count('doorErrors'),
    cabinetErrors: count('cabinetErrors'),
    tooManyRequests: count('tooManyRequests'),
  };
}
