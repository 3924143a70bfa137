import { salonPlans } from '../../commands/simulate/salons.ts';
import type { Delivery } from '../../commands/simulate/deliveries.ts';
import { streamOf } from '../../commands/simulate/stream.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import type { Deciding } from '../../lib/model/settings.ts';
import { decoded } from '../build/event.ts';
import { aMessage } from '../build/message.ts';
import { deciding } from '../build/settings.ts';

const plans = salonPlans(3);
const minute = 60_000;

/** Settings under which a stream was received: some of it was switched off, or read in another zone. */
const received: Partial<Deciding>[] = [
  { sendRequests: false },
  { requestsFrom: 'widget', timezone: 'Asia/Omsk' },
  { sendDeals: false, useDefaultPipeline: false },
  {},
];

/** The events of a simulated salon as its queue held them, a minute apart, the last a minute ago. */
export function simulatedMessages(events: number, seed: number): EventMessage[] {
  const plan = plans[seed % plans.length]!;
  const { early, usual } = streamOf({ events, seed, days: 30, until: Date.now() }, [plan]);
  const contents = [...early, ...usual].flatMap(eventsIn);
  return contents.map((event, at) =>
    aMessage({
      eventId: at.toString(16).padStart(64, '0'),
      receivedAt: new Date(Date.now() - (contents.length - at) * minute).toISOString(),
      settings: settingsOf(seed, received[Math.floor((at / contents.length) * received.length)]),
      event,
    }),
  );
}

/** The settings of the salon of a stream. */
export function settingsOf(seed: number, over: Partial<Deciding> = {}): Deciding {
  const { salonId, salonLogin } = plans[seed % plans.length]!;
  return deciding({ salonId, salonLogin, ...over });
}

/** The events of a delivery, as the door reads them. */
export function eventsIn({ content }: Delivery) {
  const read =
    'form' in content
      ? decoded(content.form, 'application/x-www-form-urlencoded')
      : decoded(JSON.stringify(content.json), 'application/json');
  if (!read.ok) throw new Error('a delivery that the door does not take');
  return read.events;
}
