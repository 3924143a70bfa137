import type { LineDeps } from '../../functions/wiring/replay-deps.ts';
import type { Job } from '../../lib/model/job.ts';
import type { JournalEntry, JournalLine } from '../../lib/model/journal.ts';
import type { JobMessageDeps } from '../../lib/flow/jobs/job-message.ts';
import type { Task } from '../../lib/flow/jobs/step.ts';
import type { Removal } from './schedule.ts';

/** The protocol with one of its safeguards taken away, by what then is; `most`: schedules that are tried until one fails. */
export const removals: Record<string, Removal & { most: number }> = {
  'nothing wakes what was lost': { most: 100, noSweep: true },
  'attempts are not counted': { most: 100, step: reading((job) => ({ ...job, attempts: 0 })) },
  'a walk goes by how many there were': {
    most: 100,
    lines: (deps, { failedLines }) => ({
      ...deps,
      linesOf: ({ accountKey, after, limit, before }) => {
        const start = Number(after || '0');
        const found = failedLines().filter((sort) => sort < before);
        const placed = found.slice(start, start + limit).map((sort, at) => {
          const [receivedAt = '', id = ''] = sort.split('#');
          return { accountKey, id, receivedAt, place: String(start + at + 1).padStart(6, '0') };
        });
        return Promise.resolve(placed);
      },
    }),
  },
  'a walk has no end': {
    most: 100,
    lines: (deps) => ({ ...deps, linesOf: (stretch) => deps.linesOf({ ...stretch, before: '3' }) }),
  },
  'a line that the job has done counts only while its filter takes it': {
    most: 200,
    lines: (deps) => ({
      ...deps,
      findLine: async (key) => {
        const found = await deps.findLine(key);
        return found && { ...found, line: { ...found.line, claim: 0, replay: 0 } };
      },
    }),
  },
  'each step has a number of its own': {
    most: 300,
    step: tasks((work, job, after, size) => work({ ...job, number: job.number + job.attempts }, after, size)),
  },
  'a row yields to whatever comes': { most: 100, rules: (rules) => ({ ...rules, mergeRow: (_, row) => row }) },
  'rows of sets that an event has left stay': {
    most: 100,
    lines: (deps) => ({
      ...deps,
      putRow: (set, row) => (row.reading === undefined ? Promise.resolve() : deps.putRow(set, row)),
    }),
  },
  'a row that an event leaves behind is deleted': {
    most: 100,
    lines: (deps, { dropRow }) => ({
      ...deps,
      putRow: (set, row) => {
        if (row.reading !== undefined) return deps.putRow(set, row);
        dropRow(set, row);
        return Promise.resolve();
      },
    }),
  },
  'rows are put before their line is claimed': {
    most: 500,
    lines: (deps) => ({
      ...deps,
      changeLine: async (key, change) => {
        const found = await deps.findLine(key);
        const next = found && change(found);
        const isClaim = next !== undefined && next.line.replay !== next.line.claim;
        return isClaim
          ? next
          : deps.changeLine(key, (entry) => change({ ...entry, line: { ...entry.line, claim: 0 } }));
      },
    }),
  },
  'the line of a first delivery names no sets': {
    most: 100,
    deliveries: (deps) => ({
      ...deps,
      putLine: ({ line: { sets: _, ...line }, message }) => deps.putLine({ line, message }),
    }),
  },
  'a line that is put again loses its claim and its sets': {
    most: 500,
    deliveries: (deps) => ({
      ...deps,
      putLine: async (entry) => {
        const again = (stored: JournalEntry) => (stored.line.replay > 0 ? undefined : entry);
        if ((await deps.changeLine(entry.line, again)) === undefined) await deps.putLine(entry);
      },
    }),
  },
  'a line is claimed whatever has claimed it': { most: 500, lines: changing((line) => line.claim !== line.replay) },
  'a line is put whatever has claimed it': { most: 500, lines: changing((line) => line.claim === line.replay) },
  'a stop does not wait for what a dead step has begun': {
    most: 3000,
    step: reading((job) => (job.state === 'stopping' ? { ...job, reach: job.cursor } : job)),
  },
  'who starts does not look whether it has started': {
    most: 2000,
    starting: (store) => ({
      ...store,
      find: async (account, id) => {
        const found = await store.find(account, id);
        const blank = { state: 'ready', cursor: '', reach: '', attempts: 0, lease: 0, counts: {} } as const;
        return found && { ...found, job: { ...found.job, ...blank } };
      },
    }),
  },
  'there is no lease, and a result is put without a condition': { most: 300, step: unconditional },
};

/** Of the puts of a line for which it holds, none looks who has claimed it. */
function changing(holds: (line: JournalLine) => boolean) {
  return (deps: LineDeps): LineDeps => ({
    ...deps,
    changeLine: (key, change) =>
      deps.changeLine(key, (entry) => {
        const anyhow = change({ ...entry, line: { ...entry.line, claim: 0, replay: 0 } });
        return anyhow !== undefined && holds(anyhow.line) ? anyhow : change(entry);
      }),
  });
}

function reading(change: (job: Job) => Job) {
  return (deps: JobMessageDeps): JobMessageDeps => ({
    ...deps,
    findJob: async (account, id) => {
      const found = await deps.findJob(account, id);
      return found && { ...found, job: change(found.job) };
    },
  });
}

type Page = (job: Job, after: string, size: number) => Promise<Task[]>;

function tasks(change: (page: Page, job: Job, after: string, size: number) => Promise<Task[]>) {
  return (deps: JobMessageDeps): JobMessageDeps => {
    const { replay } = deps.works;
    const page: Page = (job, after, size) => change((...asked) => replay.page(...asked), job, after, size);
    return { ...deps, works: { ...deps.works, replay: { ...replay, page } } };
  };
}

/** A step counts what it has done, wherever the job is by then. */
function unconditional(deps: JobMessageDeps): JobMessageDeps {
  let claimed: Job | undefined;
  return {
    ...deps,
    findJob: async (account, id) => {
      const found = await deps.findJob(account, id);
      if (found === undefined) return undefined;
      const job = claimed === undefined ? { ...found.job, lease: 0 } : { ...found.job, cursor: claimed.cursor };
      return { ...found, job };
    },
    putJob: async (job, rev) => {
      const isPut = await deps.putJob(job, rev);
      if (isPut) claimed = job;
      return isPut;
    },
  };
}
