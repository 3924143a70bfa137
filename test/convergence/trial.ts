import { isDeepStrictEqual } from 'node:util';
import { memoryTable } from '../store/memory-table.ts';
import { listComplaints } from './lists.ts';
import { complaints } from './oracle.ts';
import { randomFrom } from './random.ts';
import { deliver, type HandleWith, type Tables, type Told } from './schedule.ts';
import { linesOf, remembered, type Snapshot } from './snapshot.ts';
import { storyOf, type Story } from './story.ts';

export interface Trial {
  /** Of the disorder. */
  seed: number;
  story: Story;
  /** Tables that the disorderly delivery goes to. */
  tables: Tables;
  handleWith: HandleWith;
  /** Bookings that a deal may speak on. */
  mostBookings: number;
}

/** A story and its disorder, both from one seed; `most` deliveries at most. */
export function trialOf(seed: number, most: number): Pick<Trial, 'seed' | 'story'> {
  return { seed, story: storyOf(randomFrom(seed), `s${seed}`, most) };
}

/** Tells a story one delivery after the other to a quiet store, and in disorder to another; answers what is wrong. */
export async function trial({ seed, story, tables, handleWith, mostBookings }: Trial): Promise<string[]> {
  const quiet = await quietly(story, handleWith);
  const records = remembered(tables.records);
  const journal = remembered(tables.journal);
  const used = { records: records.table, journal: journal.table };
  await inOrder(story.messages.slice(0, story.settled), used, handleWith);
  const messages = story.messages.slice(story.settled);
  await deliver({ random: randomFrom(seed + 0.5 * 2 ** 32), messages, tables: used, handleWith });
  const found = await records.snapshot();
  return [
    ...differences(found, quiet),
    ...(await listComplaints(tables.records, story.accountKey, found)),
    ...complaints(story, quiet, mostBookings),
    ...missingLines(story, await journal.snapshot()),
  ];
}

async function quietly({ messages }: Story, handleWith: Trial['handleWith']): Promise<Snapshot> {
  const { table: records, snapshot } = remembered(memoryTable());
  await inOrder(messages, { records, journal: memoryTable() }, handleWith);
  return snapshot();
}

/** One message after the other, each with what it sends. */
async function inOrder(messages: Told[], tables: Tables, handleWith: HandleWith): Promise<void> {
  const queue = [...messages];
  const handle = handleWith(tables, (crossing) => {
    queue.unshift(crossing);
    return Promise.resolve();
  });
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) await handle(next);
}

function differences(found: Snapshot, expected: Snapshot): string[] {
  const [ours, theirs] = [linesOf(found), linesOf(expected)];
  if (isDeepStrictEqual(ours, theirs)) return [];
  return [
    ...ours.filter((line) => !theirs.includes(line)).map((line) => `in disorder: ${line}`),
    ...theirs.filter((line) => !ours.includes(line)).map((line) => `in order: ${line}`),
  ];
}

/** Every delivery has a line in the journal; rows by which a person is found there are no lines, and have no summary. */
function missingLines({ messages }: Story, journal: Snapshot): string[] {
  const found = new Set(
    [...journal.values()].flatMap(({ summary }) => {
      if (typeof summary !== 'string') return [];
      const { id, receivedAt } = JSON.parse(summary) as { id: string; receivedAt: string };
      return [`${id} ${receivedAt}`];
    }),
  );
  return messages
    .filter(({ eventId, receivedAt }) => !found.has(`${eventId} ${receivedAt}`))
    .map(({ eventId }) => `no line of ${eventId}`);
}
