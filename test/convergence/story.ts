import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject } from '../../lib/model/json.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import type { Deciding } from '../../lib/model/settings.ts';
import { deciding } from '../build/settings.ts';
import { amountEvent, bookingEvent, dealEvent, type When } from './story-events.ts';
import type { Random } from './random.ts';

/** What two salons of one account sent, in the order received. */
export interface Story {
  accountKey: string;
  messages: EventMessage[];
  /** Every event has a version of its own, in the past and with seconds: then the last one can be told without the rules. */
  plain: boolean;
  /** So many of the messages are stored, one after the other, before the rest comes in disorder. */
  settled: number;
}

const start = Date.UTC(2026, 2, 10, 9, 0, 0);
const minute = 60_000;

/** Up to `most` deliveries; now and then all of them say the amount of one deal. `name` keeps stories that share a store apart. */
export function storyOf(random: Random, name: string, most: number): Story {
  const terse = random.chance(0.2);
  const plain = !terse && random.chance(0.5);
  const accountKey = `${name}-account`;
  const salons = [`${name}-a`, `${name}-b`];
  const count = 2 + random.below(most - 1);
  const settings = settingsOver(random, count);
  const messages: EventMessage[] = [];
  for (let n = 0; n < count; n++) {
    const receivedAt = start + n * minute;
    const earlier = messages.length > 0 && random.chance(0.2) ? random.pick(messages) : undefined;
    const fresh = () => (terse ? amountEvent : eventAt)({ random, plain, n, receivedAt });
    const salonKey = earlier?.salonKey ?? (random.chance(0.8) ? salons[0]! : salons[1]!);
    messages.push(
      messageOf({ accountKey, salonKey, receivedAt, settings: settings[n]!, event: earlier?.event ?? fresh() }),
    );
  }
  return {
    accountKey,
    plain,
    messages: [...messages, ...replaysOf(random, messages, settings.at(-1)!)],
    settled: random.chance(0.7) ? 0 : random.below(count),
  };
}

/**
 * A deal of which the last event says nothing, and two events about an earlier amount: the second undoes the first, so
 * that both together make the very deal that was there before.
 */
export function undoneStory(name: string): Story {
  const events = [
    { amount: '100', updated_at: '2026-03-01T00:00:00.000Z' },
    { updated_at: '2026-03-04T00:00:00.000Z' },
    { amount: '200', updated_at: '2026-03-02T00:00:00.000Z' },
    { amount: '100', updated_at: '2026-03-03T00:00:00.000Z' },
  ];
  const keys = { accountKey: `${name}-account`, salonKey: `${name}-a`, settings: deciding() };
  const messages = events.map((data, n) =>
    messageOf({
      ...keys,
      receivedAt: start + n * minute,
      event: { event: 'deal.updated', data: { id: '771', ...data } },
    }),
  );
  return { accountKey: keys.accountKey, plain: true, messages, settled: 2 };
}

/** Settings as they were at each delivery: now and then somebody saves them. */
function settingsOver(random: Random, count: number): Deciding[] {
  let current = deciding();
  return Array.from({ length: count }, () => {
    if (random.chance(0.25)) current = changed(random, current);
    return current;
  });
}

function changed(random: Random, { version }: Deciding): Deciding {
  return deciding({
    version: version + 1,
    isActive: random.chance(0.95),
    sendRequests: random.chance(0.8),
    sendDeals: random.chance(0.8),
    useDefaultPipeline: random.chance(0.5),
    requestsFrom: random.pick(['any', 'widget']),
    defaultCampaignId: random.pick(['230144', '230145']),
    currency: random.pick(['RUB', 'KZT']),
  });
}

function eventAt(when: When): JsonObject {
  return when.random.chance(0.55) ? dealEvent(when) : bookingEvent(when);
}

interface MessageParts {
  accountKey: string;
  salonKey: string;
  receivedAt: number;
  settings: Deciding;
  event: EventMessage['event'];
}

function messageOf({ receivedAt, ...parts }: MessageParts): EventMessage {
  return {
    v: 1,
    type: 'event',
    ...parts,
    receivedAt: new Date(receivedAt).toISOString(),
    eventId: createHash('sha256')
      .update(`${parts.salonKey}\n${canonicalJson(parts.event)}`)
      .digest('hex'),
    replay: 0,
    warnings: [],
  };
}

/** A person replays a delivery: its old receive time, today's settings. */
function replaysOf(random: Random, messages: EventMessage[], settings: Deciding): EventMessage[] {
  if (!random.chance(0.2)) return [];
  const replay = start + 1000 * minute;
  return [{ ...random.pick(messages), replay, settings: { ...settings, version: settings.version + 1 } }];
}
