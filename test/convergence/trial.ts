import { isDeepStrictEqual } from 'node:util';
import { memoryTable } from '../store/memory-table.ts';
import { listComplaints } from './lists.ts';
import { complaints } from './oracle.ts';
import { randomFrom } from './random.ts';
import { deliver, type Handle, type Tables } from './schedule.ts';
import { linesOf, remembered, type Snapshot } from './snapshot.ts';
import { storyOf, type Story } from './story.ts';

export interface Trial {
  /** Of the disorder. */
  seed: number;
  story: Story;
  /** Tables that the disorderly delivery goes to. */
  tables: Tables;
  handleWith: (tables: Tables) => Handle;
}

/** A story and its disorder, both from one seed; `most` deliveries at most. */
export function trialOf(seed: number, most: number): Pick<Trial, 'seed' | 'story'> {
  return { seed, story: storyOf(randomFrom(seed), `s${seed}`, most) };
}

/** Tells a story one delivery after the other to a quiet store, and in disorder to another; answers what is wrong. */
export async function trial({ seed, story, tables, handleWith }: Trial): Promise<string[]> {
  const quiet = await quietly(story, handleWith);
  const records = remembered(tables.records);
  const journal = remembered(tables.journal);
  const used = { records: records.table, journal: journal.table };
  for (const message of story.messages.slice(0, story.settled)) await handleWith(used)(message);
  const messages = story.messages.slice(story.settled);
  await deliver({ random: randomFrom(seed + 0.5 * 2 ** 32), messages, tables: used, handleWith });
  const found = await records.snapshot();
  return [
    ...differences(found, quiet),
    ...(await listComplaints(tables.records, story.accountKey, found)),
    ...complaints(story, quiet),
    ...missingLines(story, await journal.snapshot()),
  ];
}

async function quietly({ messages }: Story, handleWith: Trial['handleWith']): Promise<Snapshot> {
  const { table: records, snapshot } = remembered(memoryTable());
  const handle = handleWith({ records, journal: memoryTable() });
  for (const message of messages) await handle(message);
  return snapshot();
}

function differences(found: Snapshot, expected: Snapshot): string[] {
  const [ours, theirs] = [linesOf(found), linesOf(expected)];
  if (isDeepStrictEqual(ours, theirs)) return [];
  return [
    ...ours.filter((line) => !theirs.includes(line)).map((line) => `in disorder: ${line}`),
    ...theirs.filter((line) => !ours.includes(line)).map((line) => `in order: ${line}`),
  ];
}

/** Every delivery has a line in the journal. */
function missingLines({ messages }: Story, journal: Snapshot): string[] {
  const found = new Set(
    [...journal.values()].map(({ body }) => {
      const { id, receivedAt } = body as { id: string; receivedAt: string };
      return `${id} ${receivedAt}`;
    }),
  );
  return messages
    .filter(({ eventId, receivedAt }) => !found.has(`${eventId} ${receivedAt}`))
    .map(({ eventId }) => `no line of ${eventId}`);
}
