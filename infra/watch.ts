import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { counted, errorsOf, tableThrottlesOf, throttlesOf } from './metrics.ts';
import type { Parts } from './parts.ts';

/** The alarms that belong to no single queue. None is by salon: a hundred salons would be a hundred alarms. */
export function watch({ alarms, api, functions, tables }: Parts): void {
  const { webhook, bookings, deals, parked } = functions;
  alarms.add({
    name: 'parked',
    metric: counted('parked', 'parked'),
    impact: 'Events failed five times: they stand in the journal as failed and made no record.',
  });
  alarms.add({
    name: 'serverErrors',
    metric: api.api.metricServerError({ statistic: Stats.SUM }),
    impact: 'Requests were answered 5xx: a sender that does not repeat has lost a delivery.',
  });
  alarms.add({
    name: 'slowDoor',
    metric: webhook.function.metricDuration({ statistic: Stats.percentile(99) }),
    impact: 'Senders wait: they give up after two seconds and may switch the hook off.',
  });
  alarms.add({
    name: 'functionThrottles',
    metric: throttlesOf(Object.values(functions).map((one) => one.function)),
    impact: 'AWS starts no more functions: deliveries are refused or wait.',
  });
  alarms.add({
    name: 'tableThrottles',
    metric: tableThrottlesOf(Object.values(tables)),
    impact: 'Tables refuse reads or writes: events are tried again and come late.',
  });
  alarms.add({
    name: 'workerErrors',
    metric: errorsOf([bookings, deals, parked].map((one) => one.function)),
    impact: 'Workers crash or run out of time: events are tried again and come late.',
  });
  alarms.add({
    name: 'refusedTokens',
    metric: counted('invalidToken', 'webhook'),
    impact: 'Deliveries with wrong tokens: a salon has a new token that we do not know, or somebody guesses.',
  });
}
