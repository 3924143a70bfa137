import type { JsonObject } from '../../lib/model/json.ts';
import type { EventMessage } from '../../lib/model/message.ts';
import { deciding } from '../build/settings.ts';
import { memoryTable } from '../store/memory-table.ts';
import { handleWith, type HandleParts } from './handle.ts';
import { fewSets } from './runs.ts';
import type { HandleWith, Tables, Told } from './schedule.ts';
import { linesOf, remembered } from './snapshot.ts';
import { stepped } from './stepped.ts';

const minute = 60_000;
const start = Date.UTC(2026, 2, 10, 9, 0, 0);

/** An event of the one deal of these schedules, told apart by `n`. */
function told(n: number, name: string, data: JsonObject, over: Partial<EventMessage> = {}): EventMessage {
  const at = new Date(start + n * minute).toISOString();
  return {
    v: 1,
    type: 'event',
    accountKey: 'account',
    salonKey: 'salon',
    receivedAt: at,
    eventId: String(n).padStart(64, '0'),
    replay: 0,
    warnings: [],
    settings: deciding(),
    event: { event: name, data: { updated_at: at, ...data } },
    ...over,
  };
}

const session = '14783260762';
const deal = (n: number, ...booking_ids: string[]) =>
  told(n, 'deal.updated', { id: '1', amount: `${n}`, session, booking_ids });
const booking = (n: number, id: string) => told(n, 'booking.updated', { id, deal_id: '1', amount: `${n}` });

/** Where the slow ones pause, and who goes on first. */
interface Pauses {
  slowSteps: number;
  crossingSteps: number;
  first: 'slow' | 'crossing';
  /** Whether the paused crossing dies and is delivered again. */
  dies: boolean;
}

const slowOnes = [booking(3, '4'), deal(3, '4'), booking(3, '1'), booking(3, '2')];
const nextOnes = [deal(5, '5', '1'), booking(5, '5')];
const [named, crossed] = [deal(1, '1'), deal(4, '2', '3')];
const mostSteps = { slow: 36, crossing: 40 };

function* everyPause(): Generator<Pauses> {
  for (let slowSteps = 0; slowSteps < mostSteps.slow; slowSteps++)
    for (let crossingSteps = 0; crossingSteps < mostSteps.crossing; crossingSteps++)
      for (const first of ['slow', 'crossing'] as const)
        for (const dies of [false, true]) yield { slowSteps, crossingSteps, first, dies };
}

/** Every so-many-th schedule of a crossing; answers of each what differs from the same events told one after the other. */
export async function* crossingSchedules(stride: number, parts: HandleParts): AsyncGenerator<string[]> {
  const handle = handleWith({ ...parts, limits: fewSets });
  let count = 0;
  for (const slow of slowOnes)
    for (const next of nextOnes) {
      const expected = await inOrder([named, slow, crossed, next], handle);
      for (const pauses of everyPause())
        if (count++ % stride === 0) yield differences(await crossing(slow, next, pauses, handle), expected);
    }
}

/**
 * A slow event stops; the deal crosses (at most two bookings here) and its crossing stops; another event comes and crosses to
 * the end; the slow ones go on. Answers what is stored then.
 */
async function crossing(slow: Told, next: Told, pauses: Pauses, handle: HandleWith): Promise<string[]> {
  const { slowSteps, crossingSteps, first, dies } = pauses;
  const { begin, drain, queue, snapshot } = fresh(handle);
  await begin(named).end();
  const slowOne = begin(slow);
  await slowOne.steps(slowSteps);
  await begin(crossed).end();
  const sent = queue.shift();
  const paused = sent && begin(sent);
  await paused?.steps(crossingSteps);
  await begin(next).end();
  await drain();
  if (first === 'slow') await slowOne.end();
  if (sent !== undefined) await (dies ? begin(sent) : paused!).end();
  if (first === 'crossing') await slowOne.end();
  await drain();
  return snapshot();
}

const lateFolds = {
  booking: {
    before: told(1, 'booking.updated', { id: '4', amount: '1' }),
    slow: deal(3, '4'),
    crossing: [deal(4, '2', '3')],
  },
  deal: { before: deal(1), slow: booking(3, '4'), crossing: [booking(4, '5'), booking(5, '6')] },
};

/**
 * A fold stops after so many calls; the deal crosses to the end; the fold goes on. It is that of a booking which named no deal
 * until a deal's event named it, or that of a deal which no booking had named.
 */
export async function lateFoldSchedule(
  of: keyof typeof lateFolds,
  steps: number,
  parts: HandleParts,
): Promise<string[]> {
  const { before, slow, crossing: others } = lateFolds[of];
  const handle = handleWith({ ...parts, limits: fewSets });
  const { begin, drain, snapshot } = fresh(handle);
  await begin(before).end();
  const slowOne = begin(slow);
  await slowOne.steps(steps);
  for (const message of others) await begin(message).end();
  await drain();
  await slowOne.end();
  await drain();
  return differences(await snapshot(), await inOrder([before, slow, ...others], handle));
}

/**
 * A request that gave way comes back by a replay and gives way again by another, while a slow fold holds what it read in
 * between.
 */
export async function replaySchedule(before: number, between: number, parts: HandleParts): Promise<string[]> {
  const naming = (replay: number, ...booking_ids: string[]) =>
    told(1, 'deal.updated', { id: '1', amount: '1', booking_ids }, { replay });
  const other = deal(2);
  const replays = [naming(0, '7'), naming(1), naming(2, '7')] as const;
  const handle = handleWith(parts);
  const { begin, snapshot } = fresh(handle);
  await begin(replays[0]).end();
  const slow = begin(other);
  await slow.steps(before);
  await begin(replays[1]).end();
  await slow.steps(between);
  await begin(replays[2]).end();
  await slow.end();
  return differences(await snapshot(), await inOrder([...replays, other], handle));
}

const ofDeal = (n: number, id: string, ...booking_ids: string[]) =>
  told(n, 'deal.updated', { id, session: `1478326076${n}`, booking_ids });

/**
 * Three deals name one booking (two may speak), the first of them a subscription: told before it crosses, it stands in the
 * booking's set; told after, it does not. Answers what differs.
 */
export async function passedSchedule(parts: HandleParts): Promise<string[]> {
  const handle = handleWith({ ...parts, limits: fewSets });
  const [naming, crossing] = [ofDeal(1, '1', '7'), ofDeal(2, '1', '8', '9', '10')];
  const others = [ofDeal(3, '3', '7'), ofDeal(4, '2', '7')];
  const found = await inOrder([crossing, naming, ...others], handle);
  return differences(found, await inOrder([naming, crossing, ...others], handle));
}

/** Empty tables and a queue of what is sent. */
function fresh(handle: HandleWith) {
  const { table: records, snapshot } = remembered(memoryTable());
  const tables: Tables = { records, journal: memoryTable() };
  const queue: Told[] = [];
  const begin = (message: Told) => stepped(handle, tables, message, (sent) => queue.push(sent));
  return {
    begin,
    queue,
    drain: async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await begin(next).end();
    },
    snapshot: async () => linesOf(await snapshot()),
  };
}

async function inOrder(messages: Told[], handle: HandleWith): Promise<string[]> {
  const { begin, drain, snapshot } = fresh(handle);
  for (const message of messages) {
    await begin(message).end();
    await drain();
  }
  return snapshot();
}

function differences(found: string[], expected: string[]): string[] {
  return [
    ...found.filter((line) => !expected.includes(line)).map((line) => `in disorder: ${line}`),
    ...expected.filter((line) => !found.includes(line)).map((line) => `in order: ${line}`),
  ];
}
