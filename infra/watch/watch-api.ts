import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Parts } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { counted, throttlesOf } from './metrics.ts';

/** What may keep deliveries from being accepted, and the cabinet from answering. */
export function watchApi(parts: Parts, { hoursWithoutDelivery }: Settings): void {
  if (hoursWithoutDelivery !== undefined) watchForSilence(parts, hoursWithoutDelivery);
  watchDoor(parts);
  const { alarms, api, functions } = parts;
  alarms.add({
    name: 'tooManyRequests',
    metric: api.answers.tooManyRequests,
    impact: 'Requests were answered 429: a sender that does not repeat has lost a delivery.',
  });
  alarms.add({
    name: 'cabinetErrors',
    metric: api.answers.cabinetErrors,
    impact: 'The cabinet and its API answer 5xx: people cannot work in it, deliveries are taken all the same.',
  });
  alarms.add({
    name: 'cabinetThrottles',
    metric: throttlesOf(functions.admin.function),
    impact: "AWS starts the cabinet's function no more: people cannot work in it, deliveries are taken all the same.",
  });
}

function watchForSilence({ alarms }: Parts, hours: number): void {
  alarms.add({
    name: 'noDeliveries',
    metric: counted('accepted', 'webhook'),
    periods: hours,
    impact: `Not one delivery was accepted for ${hours} hours, of any salon: bookings are made that nobody hears of.`,
  });
}

function watchDoor({ alarms, api, functions: { webhook } }: Parts): void {
  alarms.add({
    name: 'doorErrors',
    metric: api.answers.doorErrors,
    impact: 'Deliveries were answered 5xx: a sender that does not repeat has lost them.',
  });
  alarms.add({
    name: 'doorThrottles',
    metric: throttlesOf(webhook.function),
    impact: 'AWS starts the webhook function no more: a sender that does not repeat has lost its delivery.',
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
}
