import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { counted, errorsOf, tableThrottles, throttledAt, throttlesOf } from './metrics.ts';
import type { Parts } from '../parts.ts';

/** The alarms that belong to no single queue. None is by salon: a hundred salons would be a hundred alarms. */
export function watch(parts: Parts): void {
  const { alarms, api, functions } = parts;
  const { webhook, bookings, deals, parked } = functions;
  alarms.add({
    name: 'parked',
    metric: counted('parked', 'parked'),
    impact: 'Events failed five times: they stand in the journal as failed and made no record.',
  });
  alarms.add({
    name: 'parkingFails',
    metric: counted('retried', 'parked'),
    impact: 'Events that failed five times cannot be written into the journal: nobody sees that they are missing.',
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
    name: 'refusedTokens',
    metric: counted('invalidToken', 'webhook'),
    impact: 'Deliveries with wrong tokens: a salon has a new token that we do not know, or somebody guesses.',
  });
  for (const [of, one] of Object.entries(functions)) {
    alarms.add({
      name: 'functionThrottles',
      of,
      metric: throttlesOf(one.function),
      impact: `AWS starts the ${of} function no more: deliveries are refused or wait.`,
    });
  }
  for (const [of, one] of Object.entries({ bookings, deals, parked })) {
    alarms.add({
      name: 'workerErrors',
      of,
      metric: errorsOf(one.function),
      impact: `The ${of} function crashes or runs out of time: events are tried again and come late.`,
    });
  }
  watchTables(parts);
}

function watchTables({ alarms, tables }: Parts): void {
  for (const [name, table] of Object.entries(tables)) {
    for (const kind of tableThrottles) {
      alarms.add({
        name: 'tableThrottles',
        of: `${name}${kind}`,
        metric: throttledAt(table, kind),
        impact: `The ${name} table refuses calls: events are tried again and come late.`,
      });
    }
  }
}
