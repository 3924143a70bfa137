import { setLimits, type SetLimits } from '../../lib/domain/event-set.ts';
import { memoryTable } from '../store/memory-table.ts';
import { handleWith, type HandleParts } from './handle.ts';
import { undoneStory, type Story } from './story.ts';
import { trial, trialOf } from './trial.ts';

/** So few that stories of some deliveries come to them. */
export const fewSets: SetLimits = { bookings: 2, deals: 2 };

/** Runs schedules in memory, with few and with the usual limits in turn; answers what was wrong after the first that failed. */
export async function firstFailure(count: number, from: number, most: number, parts: HandleParts): Promise<string[]> {
  for (let seed = from; seed < from + count; seed++) {
    const limits = seed % 4 === 0 ? setLimits : fewSets;
    const wrong = await run(seed, trialOf(seed, most).story, { ...parts, limits });
    if (wrong.length > 0) return wrong.map((complaint) => `seed ${seed}: ${complaint}`);
  }
  return [];
}

/** The same of one story in which what one event does another undoes. */
export async function firstUndone(count: number, parts: HandleParts): Promise<string[]> {
  for (let seed = 1; seed <= count; seed++) {
    const wrong = await run(seed, undoneStory('undone'), { ...parts, limits: setLimits });
    if (wrong.length > 0) return wrong.map((complaint) => `seed ${seed}: ${complaint}`);
  }
  return [];
}

function run(seed: number, story: Story, parts: HandleParts & { limits: SetLimits }): Promise<string[]> {
  const tables = { records: memoryTable(), journal: memoryTable() };
  return trial({ seed, story, tables, handleWith: handleWith(parts), mostBookings: parts.limits.bookings });
}
