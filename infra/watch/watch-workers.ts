import type { QueueName } from '../../lib/model/queues.ts';
import type { Parts } from '../parts.ts';
import { counted, errorsOf, throttlesOf } from './metrics.ts';

/** What becomes of accepted events on their way into records and journal. */
export function watchWorkers(parts: Parts): void {
  const { bookings, deals, parked, jobs, delivery } = parts.functions;
  watchWorker(parts, 'bookings');
  watchWorker(parts, 'deals');
  for (const [of, one] of Object.entries({ bookings, deals, parked })) {
    parts.alarms.add({
      name: 'workerErrors',
      of,
      metric: errorsOf(one.function),
      impact: `The ${of} function crashes or runs out of time: events are tried again and come late.`,
    });
    parts.alarms.add({
      name: 'workerThrottles',
      of,
      metric: throttlesOf(one.function),
      impact: `AWS starts the ${of} function no more: events wait in its queue and come late.`,
    });
  }
  watchJobs(parts.alarms, jobs);
  watchDelivery(parts.alarms, delivery);
  watchParked(parts);
}

function watchWorker({ alarms }: Parts, of: QueueName): void {
  alarms.add({
    name: 'workerRetries',
    of,
    metric: counted('retried', of),
    impact: `Many events fail in the ${of} function: they are tried again, come late, and are parked at the fifth time.`,
  });
  alarms.add({
    name: 'unreadable',
    of,
    metric: counted('unreadable', of),
    impact: `The ${of} function cannot read messages: they stand in the journal as failed and made no record.`,
  });
  alarms.add({
    name: 'largeSets',
    of,
    metric: counted('largeSet', of),
    impact: `One deal or booking has over 1,000 events: each that follows takes the ${of} function longer, in the end too long.`,
  });
}

function watchJobs(alarms: Parts['alarms'], jobs: Parts['functions']['jobs']): void {
  alarms.add({
    name: 'workerErrors',
    of: 'jobs',
    metric: errorsOf(jobs.function),
    impact: 'The jobs function crashes or runs out of time: replays and erasures take long, and lines are given up.',
  });
  alarms.add({
    name: 'workerThrottles',
    of: 'jobs',
    metric: throttlesOf(jobs.function),
    impact: 'AWS starts the jobs function no more: replays and erasures wait.',
  });
}

function watchDelivery(alarms: Parts['alarms'], delivery: Parts['functions']['delivery']): void {
  alarms.add({
    name: 'accountsStopped',
    metric: counted('accountsStopped', 'delivery'),
    impact:
      'An account is sent nothing to CoMagic, for CoMagic refuses it: it is kept, and sent when people have mended it.',
  });
  alarms.add({
    name: 'accountsLate',
    metric: counted('accountsLate', 'delivery'),
    impact: 'Something waits for four hours to be sent to CoMagic: the cabinet there is out of date.',
  });
  alarms.add({
    name: 'defaultsInactive',
    metric: counted('defaultsInactive', 'delivery'),
    impact:
      'A salon passes requests on under a campaign, source or site that CoMagic uses no more: CoMagic may refuse them.',
  });
  alarms.add({
    name: 'workerErrors',
    of: 'delivery',
    metric: errorsOf(delivery.function),
    impact: 'The delivery function crashes or runs out of time: what is to be sent to CoMagic comes late.',
  });
  alarms.add({
    name: 'workerThrottles',
    of: 'delivery',
    metric: throttlesOf(delivery.function),
    impact: 'AWS starts the delivery function no more: nothing is sent to CoMagic. It is kept, and sent later.',
  });
}

function watchParked({ alarms }: Parts): void {
  alarms.add({
    name: 'parked',
    metric: counted('parked', 'parked'),
    impact: 'Events failed five times: they stand in the journal as failed and may have made no record.',
  });
  alarms.add({
    name: 'parkingFails',
    metric: counted('retried', 'parked'),
    impact: 'Events that failed five times cannot be written into the journal: nobody sees that they are missing.',
  });
}
