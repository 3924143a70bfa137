import type { Job } from '../../lib/model/job.ts';
import type { JournalLine } from '../../lib/model/journal.ts';

/** What a schedule has ended in. */
export interface Ended {
  jobs: Job[];
  lines: JournalLine[];
  /** Steps of each job that died. */
  deaths: Map<string, number>;
  /** Sets in which an event has a reading. */
  setsOf: (eventId: string) => Promise<string>;
  /** Whether a line was one of the job's when it started. */
  isEligible: (line: JournalLine) => boolean;
  /** Whether it was received before the start and came into the journal after it. */
  isLate: (line: JournalLine) => boolean;
  isPoison: (line: JournalLine) => boolean;
  /** The one set in which a line's event belongs. */
  targetIn: (line: JournalLine) => string;
  poison: boolean;
}

const givenUpIn = ({ counts }: Job) => counts['gaveUp'] ?? 0;
const isOver = ({ state }: Job) => state === 'done' || state === 'stopped';
const countIn = ({ counts }: Job) => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** What is wrong with it. */
export async function checked(ended: Ended): Promise<string[]> {
  const started = ended.jobs.filter(({ state }) => state !== 'ready');
  const wrong = [...started.flatMap((job) => ofJob(ended, job)), ...ofAll(ended)];
  for (const line of ended.lines) wrong.push(...(await ofLine(ended, line)));
  return [...new Set(wrong)];
}

function ofJob({ jobs, lines, deaths, isEligible, isLate, poison }: Ended, job: Job): string[] {
  const [count, least, late] = [countIn(job), lines.filter(isEligible).length, lines.filter(isLate).length];
  const ours = lines.filter(({ replay }) => replay === job.number).length;
  const alone = jobs.length === 1;
  return [
    ...(isOver(job) ? [] : ['a job never ends']),
    ...(count > least + late ? ['counted twice, or a line of after the start'] : []),
    ...(givenUpIn(job) > (poison ? 1 : 0) && (deaths.get(job.id) ?? 0) < 4 ? ['a good line is given up'] : []),
    ...(alone && ours > count ? ['done but not counted'] : []),
    ...(alone && job.state === 'done' && count < least ? ['left out'] : []),
  ];
}

function ofAll({ jobs, lines, isEligible }: Ended): string[] {
  const given = jobs.reduce((sum, job) => sum + givenUpIn(job), 0);
  const untouched = lines.filter((line) => isEligible(line) && line.replay === 0).length;
  return jobs.every(({ state }) => state === 'done') && untouched > given ? ['left out'] : [];
}

async function ofLine(ended: Ended, line: JournalLine): Promise<string[]> {
  const { jobs, isPoison, poison, targetIn, setsOf } = ended;
  const given = jobs.reduce((sum, job) => sum + givenUpIn(job), 0);
  if (isPoison(line) || given > (poison ? 1 : 0)) return [];
  const { replay, claim = 0, id } = line;
  const wrong = [0, ...jobs.map(({ number }) => number)].includes(replay) ? [] : ['a line done under another number'];
  if (claim < replay) return [...wrong, 'done and not claimed'];
  if (claim > replay) return jobs.some(({ state }) => state === 'stopped') ? wrong : [...wrong, 'claimed and left'];
  const live = await setsOf(id);
  return live === targetIn(line) ? wrong : [...wrong, 'an event in two sets or in the wrong one'];
}
