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

const deal = (n: number, ...booking_ids: string[]) => told(n, 'deal.updated', { id: '1', amount: `${n}`, booking_ids });
const booking = (n: number, id: string) => told(n, 'booking.updated', { id, deal_id: '1', amount: `${n}` });

/** Where the slow ones pause, and who goes on first. */
export interface Pauses {
  slow: EventMessage;
  next: EventMessage;
  slowSteps: number;
  crossingSteps: number;
  first: 'slow' | 'crossing';
  /** Whether the paused crossing dies and is delivered again. */
  dies: boolean;
}

const slowOnes = [booking(3, '4'), deal(3, '4'), booking(3, '1'), booking(3, '2')];
const nextOnes = [deal(5, '5', '1'), booking(5, '5')];

/** All pauses up to so many calls. */
export function* pausesUpTo(slowCalls: number, crossingCalls: number, stride = 1): Generator<Pauses> {
  let count = 0;
  for (const slow of slowOnes)
    for (const next of nextOnes)
      for (let slowSteps = 0; slowSteps < slowCalls; slowSteps++)
        for (let crossingSteps = 0; crossingSteps < crossingCalls; crossingSteps++)
          for (const first of ['slow', 'crossing'] as const)
            for (const dies of [false, true])
              if (count++ % stride === 0) yield { slow, next, slowSteps, crossingSteps, first, dies };
}

/**
 * A slow event stops; the deal crosses (at most two bookings here) and its crossing stops; another event comes and crosses to
 * the end; the slow ones go on. Answers what differs from the same events told one after the other.
 */
export async function crossingSchedule(pauses: Pauses, parts: HandleParts): Promise<string[]> {
  const { slow, next, slowSteps, crossingSteps, first, dies } = pauses;
  const [named, crossed] = [deal(1, '1'), deal(4, '2', '3')];
  const handle = handleWith({ ...parts, limits: fewSets });
  const { tables, snapshot } = fresh();
  const queue: Told[] = [];
  const begin = (message: Told) => stepped(handle, tables, message, (crossing) => queue.push(crossing));
  await begin(named).end();
  const slowOne = begin(slow);
  await slowOne.steps(slowSteps);
  await begin(crossed).end();
  const crossing = queue.shift();
  const paused = crossing && begin(crossing);
  await paused?.steps(crossingSteps);
  await begin(next).end();
  await drain(queue, begin);
  const goOn = async () => {
    if (crossing !== undefined) await (dies ? begin(crossing) : paused!).end();
  };
  if (first === 'slow') await slowOne.end();
  await goOn();
  if (first === 'crossing') await slowOne.end();
  await drain(queue, begin);
  return differences(await snapshot(), await inOrder([named, slow, crossed, next], handle));
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
  const { tables, snapshot } = fresh();
  const begin = (message: Told) => stepped(handle, tables, message, () => undefined);
  await begin(replays[0]).end();
  const slow = begin(other);
  await slow.steps(before);
  await begin(replays[1]).end();
  await slow.steps(between);
  await begin(replays[2]).end();
  await slow.end();
  return differences(await snapshot(), await inOrder([...replays, other], handle));
}

function fresh() {
  const { table: records, snapshot } = remembered(memoryTable());
  const tables: Tables = { records, journal: memoryTable() };
  return { tables, snapshot: async () => linesOf(await snapshot()) };
}

async function drain(queue: Told[], begin: (message: Told) => { end: () => Promise<void> }): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) await begin(next).end();
}

async function inOrder(messages: Told[], handle: HandleWith): Promise<string[]> {
  const { tables, snapshot } = fresh();
  const queue: Told[] = [];
  const begin = (message: Told) => stepped(handle, tables, message, (crossing) => queue.push(crossing));
  for (const message of messages) {
    await begin(message).end();
    await drain(queue, begin);
  }
  return snapshot();
}

function differences(found: string[], expected: string[]): string[] {
  return [
    ...found.filter((line) => !expected.includes(line)).map((line) => `in disorder: ${line}`),
    ...expected.filter((line) => !found.includes(line)).map((line) => `in order: ${line}`),
  ];
}
