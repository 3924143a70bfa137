import { createHash } from 'node:crypto';
import type { Connected } from '../../commands/simulate/expected.ts';
import { campaignId, salonPlans, siteId, sourceId } from '../../commands/simulate/salons.ts';
import { streamOf, type Stream } from '../../commands/simulate/stream.ts';
import { outboundDeps } from '../../functions/wiring/outbound-deps.ts';
import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { drain } from '../../lib/flow/outbound/drain.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import type { Message } from '../../lib/model/message.ts';
import { outboundKinds } from '../../lib/model/outbound-state.ts';
import { setOfRecordId } from '../../lib/model/ids.ts';
import type { Deciding } from '../../lib/model/settings.ts';
import { outbound } from '../../lib/store/outbound.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { standIn, type Fault, type StandIn } from '../../local/comagic/stand-in.ts';
import { aMessage } from '../build/message.ts';
import { aSalon, anAccount, asConnected, deciding } from '../build/settings.ts';
import { sendingTo } from '../comagic/calling.ts';
import { randomFrom, type Random } from '../convergence/random.ts';
import { eventsIn } from '../jobs/simulated.ts';
import { memoryTable } from '../store/memory-table.ts';
import { complaintsOf } from './compare.ts';
import { expectedOf, localTime } from './expected.ts';
import { lifeOf, type Life } from './mortal.ts';

const [minute, day] = [60_000, 86_400_000];
const until = Date.parse('2026-03-31T21:00:00.000Z');
const from = until - 30 * day;
/** Late ones come half a month after. */
const days = 46;

/** What each day is like; after the last comes the first again. */
const weather = ['none', 'refusing', 'slow', 'unanswered', 'down', 'none', 'no key'] as const;
type Weather = (typeof weather)[number];

const account = anAccount({ connection: { apiHost: 'comagic', isOn: true, keySet: true } });
const salons: Connected[] = salonPlans(3).map((plan, at) => ({ ...plan, key: `sim${at + 1}` }));

/** A month of three salons, with workers and senders that are killed and a CoMagic that is not always well; the clock is ours. */
export async function simulatedMonth({ events, seed }: { events: number; seed: number }) {
  const stream = streamOf({ events, seed, days: 30, until }, salons);
  const world = await monthWorld(randomFrom(seed), stream);
  const due = Map.groupBy(messagesOf(stream), ({ receivedAt }) => Math.floor(Date.parse(receivedAt) / minute));
  for (let at = from; at < from + days * day; at += minute) {
    world.turnTo(at);
    world.take(due.get(at / minute) ?? []);
    await world.work();
    await world.send();
  }
  await world.rest();
  return { complaints: await world.complaints(), figures: world.figures() };
}

/** What the queues are given: repeats are one event. */
function messagesOf({ early, usual }: Stream): Message[] {
  const told = [...early.map((one) => ({ one, early: true })), ...usual.map((one) => ({ one, early: false }))];
  return told.flatMap(({ one, early: isEarly }) =>
    eventsIn(one).map((event) =>
      aMessage({
        salonKey: salons[one.salon]!.key,
        // In the minute after it came.
        receivedAt: new Date(one.due + minute).toISOString(),
        eventId: createHash('sha256').update(JSON.stringify(event)).digest('hex'),
        settings: settingsOf(salons[one.salon]!, { sendRequests: !isEarly }),
        event,
      }),
    ),
  );
}

function settingsOf(salon: Connected, over: Partial<Pick<Deciding, 'sendRequests'>> = {}) {
  const { salonId, salonLogin, timezone, sendDeals, useDefaultPipeline, requestsFrom, attributeTo } = salon;
  const way = attributeTo === 'campaign' ? { defaultCampaignId: campaignId } : { defaultSourceId: sourceId };
  const { defaultCampaignId: _, ...rest } = deciding({ salonId, salonLogin, timezone, sendDeals, useDefaultPipeline });
  return { ...rest, requestsFrom, attributeTo, ...way, defaultSiteId: siteId, fieldMap: {}, ...over };
}

async function monthWorld(random: Random, stream: Stream) {
  const clock = { now: from };
  const now = () => new Date(clock.now);
  const tables = { settings: memoryTable(), records: memoryTable(), journal: memoryTable() };
  const settings = settingsStore(tables.settings);
  await settings.saveAccount(account);
  for (const salon of salons) {
    const { key, salonName } = salon;
    const hookKeys = [{ key: `hook-key-of-${key}-0123456789abcdef012345` }];
    await settings.addSalon(asConnected(aSalon({ ...settingsOf(salon), key, salonName, hookKeys })));
  }
  const expected = expectedOf(stream.visits, salons);
  const bad = new Set([...expected.deals.keys(), ...expected.requests.keys()].filter((id) => /[1357]3$/.test(id)));
  const isWell = { now: false };
  const remote = standIn({
    now,
    tariff: { minute: 20, day: 500 },
    fault: () => (isWell.now ? 'none' : faultOf(random, weatherAt(clock.now))),
    lateMs: () => random.below(50) * 1000,
    refuses: ({ ext_id }) => (bad.has(String(ext_id)) ? 'invalid_parameter_value' : undefined),
  });
  fill(remote, stream);
  const counts = { killedWorkers: 0, killedSenders: 0, drains: 0 };
  const queue: Message[] = [];

  const workerOf = (life: Life) =>
    recordMessage(
      workerDeps(
        {
          settings: life.table(tables.settings),
          records: life.table(tables.records),
          journal: life.table(tables.journal),
        },
        { onLargeSet: () => undefined, sendCrossing: (message) => Promise.resolve(void queue.push(message)), now },
      ),
    );
  const senderOf = (life: Life) =>
    drain(outboundDeps({ settings: tables.settings, records: life.table(tables.records) }, sendingTo(remote, now)));
  const bornWorker = () => {
    const life = lifeOf(isWell.now ? undefined : random.below(300));
    return { life, handle: workerOf(life) };
  };
  let worker = bornWorker();
  const state = outbound(tables.records);

  async function handle(message: Message): Promise<void> {
    const { life, handle: record } = worker;
    const received = { messageId: 'm', receiveCount: 1, sentAt: message.receivedAt, body: JSON.stringify(message) };
    const became = await life.live(record(message, received));
    if (became === 'done') return;
    queue.push(message);
    if (became === 'died' && worker.life === life) {
      counts.killedWorkers++;
      worker = bornWorker();
    }
  }
  async function send(): Promise<void> {
    const life = lifeOf(isWell.now || random.chance(0.9) ? undefined : random.below(60));
    counts.drains++;
    const born = clock.now;
    const became = await life.live(senderOf(life)('demo', () => clock.now < born + minute));
    if (became === 'died') counts.killedSenders++;
  }
  async function isPending(): Promise<boolean> {
    for (const kind of outboundKinds) {
      if ((await state.pending({ accountKey: 'demo', kind, until: '9', limit: 1 })).length > 0) return true;
    }
    return false;
  }
  async function differing(): Promise<Set<string>> {
    const ids = [...expected.requests.keys()];
    const sent = await Promise.all(ids.map((id) => state.sent({ kind: 'request', set: setOfRecordId(id)! })));
    return new Set(ids.filter((_, at) => sent[at]!.value?.differs === true));
  }

  return {
    turnTo: (at: number) => {
      clock.now = at;
      remote.access.keys.set('demo-key', !isWell.now && weatherAt(at) === 'no key' ? 'expired' : 'valid');
      remote.carryOutLate();
    },
    take: (messages: Message[]) => queue.push(...messages),
    /** Some at once, as workers do. */
    work: async () => {
      while (queue.length > 0) await Promise.all(random.shuffle(queue.splice(0, 4)).map(handle));
    },
    send,
    /** Nobody dies any more, and CoMagic is well. */
    rest: async () => {
      isWell.now = true;
      worker = bornWorker();
      remote.access.keys.set('demo-key', 'valid');
      for (let round = 0; round < 1000 && (await isPending()); round++) {
        clock.now += 65 * minute;
        remote.carryOutLate();
        await send();
      }
    },
    complaints: async () => [
      ...((await isPending()) ? ['it does not come to rest'] : []),
      // A call that is carried out after it was given up takes a point of a minute in which nobody knows of it.
      ...(remote.counts.overLimit > remote.counts.late ? [`${remote.counts.overLimit} calls over the limit`] : []),
      ...complaintsOf(remote.held, expected, bad, await differing()),
    ],
    figures: () => ({
      ...counts,
      ...remote.counts,
      refused: bad.size,
      requests: remote.held.requests.size,
      deals: remote.held.deals.size,
      contacts: remote.held.contacts.size,
    }),
  };
}

function weatherAt(now: number): Weather {
  return weather[Math.floor((now - from) / day) % weather.length]!;
}

function faultOf(random: Random, today: Weather): Fault {
  if (today === 'down') return 'down';
  if (!random.chance(0.25)) return 'none';
  if (today === 'refusing') return 'internal';
  if (today === 'slow') return 'late';
  return today === 'unanswered' ? random.pick(['unanswered', 'lost'] as const) : 'none';
}

/** What CoMagic knows by itself: campaigns, sources, sites, visits. */
function fill({ held }: StandIn, { visits }: Stream): void {
  held.campaigns.set(Number(campaignId), { name: 'Поиск', status: 'active' });
  held.sources.set(Number(sourceId), { name: 'Карты', state: 'active' });
  held.sites.set(Number(siteId), 'salon.example.ru');
  for (const { facts } of visits) {
    const [first] = facts;
    if (first?.session !== undefined) held.sessions.set(Number(first.session), localTime(first.at - 60 * minute));
  }
}
