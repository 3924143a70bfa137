import { Aws, Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  Stats,
  type IMetric,
  type IWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Parts } from '../parts.ts';
import { ageOfOldest, counted, tableThrottles, throttledAt, throttlesOf } from './metrics.ts';

const graph = (title: string, left: IMetric[]): IWidget =>
  new GraphWidget({ title, left, width: 8, height: 6, period: Duration.minutes(5) });

/** One page that answers: is anything lost or late? And below it: what does it cost? */
export function addDashboard(scope: Construct, parts: Parts): void {
  const widgets = [
    [new AlarmStatusWidget({ title: 'Lost or late?', alarms: parts.alarms.all, width: 24, height: 4 })],
    fate(),
    waiting(parts),
    sending(parts),
    speed(parts),
    cost(parts),
  ];
  new Dashboard(scope, 'Dashboard', { dashboardName: Aws.STACK_NAME, widgets });
}

function fate(): IWidget[] {
  return [
    graph('At the door', [
      counted('accepted', 'webhook'),
      counted('ignored', 'webhook'),
      counted('refused', 'webhook'),
      counted('invalidToken', 'webhook'),
      counted('unknownHook', 'webhook'),
      counted('unavailable', 'webhook'),
    ]),
    graph('Processed', [counted('processed', 'bookings'), counted('processed', 'deals')]),
    graph('Failed', [
      counted('parked', 'parked'),
      counted('retried', 'parked'),
      ...(['bookings', 'deals'] as const).flatMap((name) => [
        counted('unreadable', name),
        counted('retried', name),
        counted('largeSet', name),
      ]),
    ]),
  ];
}

function waiting({ queues }: Parts): IWidget[] {
  const all = Object.values(queues);
  const dead = all.map(({ deadLetters }) => deadLetters);
  const live = all.map(({ queue }) => queue);
  return [
    graph('Age of the oldest message, s', [...live, ...dead].map(ageOfOldest)),
    graph(
      'Messages waiting',
      live.map((queue) => queue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM })),
    ),
    graph(
      'Dead letters',
      dead.map((queue) => queue.metricNumberOfMessagesReceived({ statistic: Stats.SUM })),
    ),
  ];
}

function sending({ deliveryQueue: { queue }, functions: { delivery } }: Parts): IWidget[] {
  return [
    graph(
      'To CoMagic: accounts',
      (['accountsStopped', 'accountsLate', 'defaultsInactive'] as const).map((metric) => counted(metric, 'delivery')),
    ),
    graph('To CoMagic: age of the oldest message, s', [ageOfOldest(queue)]),
    graph('To CoMagic: duration, ms', [delivery.function.metricDuration({ statistic: Stats.percentile(99) })]),
  ];
}

function speed({ api: { api, answers }, functions, tables }: Parts): IWidget[] {
  const { webhook, bookings, deals } = functions;
  const quantiles = [50, 99];
  return [
    graph('Latency of the API, ms', [
      ...quantiles.map((quantile) => api.metricLatency({ statistic: Stats.percentile(quantile) })),
      ...quantiles.map((quantile) => webhook.function.metricDuration({ statistic: Stats.percentile(quantile) })),
    ]),
    graph(
      'Duration of the workers, ms',
      [bookings, deals].flatMap((worker) =>
        quantiles.map((quantile) => worker.function.metricDuration({ statistic: Stats.percentile(quantile) })),
      ),
    ),
    graph('Errors and throttles', [
      ...Object.values(answers),
      ...Object.values(functions).map((one) => throttlesOf(one.function)),
      ...Object.values(tables).flatMap((table) => tableThrottles.map((kind) => throttledAt(table, kind))),
    ]),
  ];
}

function cost({ functions, queues, tables }: Parts): IWidget[] {
  return [
    graph(
      'Runs of functions',
      Object.values(functions).map((one) => one.function.metricInvocations({ statistic: Stats.SUM })),
    ),
    graph(
      'Capacity units of the tables',
      Object.values(tables).flatMap((table) => [
        table.metricConsumedReadCapacityUnits({ statistic: Stats.SUM }),
        table.metricConsumedWriteCapacityUnits({ statistic: Stats.SUM }),
      ]),
    ),
    graph(
      'Messages sent',
      Object.values(queues).map(({ queue }) => queue.metricNumberOfMessagesSent({ statistic: Stats.SUM })),
    ),
  ];
}
