import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import type { Api } from '../api/client.ts';
import { laidOut } from './table.ts';

const countsSchema = v.record(v.string(), v.number());
const forecastSchema = v.object({
  lines: v.number(),
  more: v.boolean(),
  outcomes: countsSchema,
  records: v.object({ created: v.number(), changed: v.number(), removed: v.number(), unchanged: v.number() }),
  changes: v.array(v.object({ type: v.string(), id: v.string(), effect: v.string(), fields: v.array(v.string()) })),
});
/** What the API answers of a job, as far as it is shown. */
const jobSchema = v.looseObject({
  id: v.string(),
  what: v.string(),
  state: v.string(),
  counts: countsSchema,
  forecast: v.optional(forecastSchema),
});
type Job = v.InferOutput<typeof jobSchema>;

/** Milliseconds between two looks at a job. */
const pause = 500;

/** Asks for a job, and waits until it has told what it would do. */
export async function askJob(api: Api, content: unknown, tell: (line: string) => void): Promise<Job> {
  const { id } = v.parse(jobSchema, await api('POST', '/api/jobs', content));
  return followed(api, id, ['forecasting'], tell);
}

/** Starts a job, and waits until it has ended. Who leaves does not stop it. */
export async function startJob(api: Api, id: string, tell: (line: string) => void): Promise<Job> {
  await api('POST', `/api/jobs/${encodeURIComponent(id)}/start`);
  return followed(api, id, ['running', 'stopping'], tell);
}

/** Tells how far a job is, until it is in none of some states. */
async function followed(api: Api, id: string, states: readonly string[], tell: (line: string) => void): Promise<Job> {
  for (;;) {
    const job = v.parse(jobSchema, await api('GET', `/api/jobs/${encodeURIComponent(id)}`));
    tell(progressOf(job));
    if (!states.includes(job.state)) return job;
    await sleep(pause);
  }
}

/** Cells of a full bar. */
const width = 30;

/** How far a job is: a bar where it is known how much there is. */
export function progressOf({ state, counts, forecast }: Pick<Job, 'state' | 'counts' | 'forecast'>): string {
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (forecast === undefined || forecast.more || forecast.lines === 0) return `${state}: ${done}`;
  const full = Math.round((Math.min(done, forecast.lines) / forecast.lines) * width);
  return `${state}: [${'#'.repeat(full)}${'.'.repeat(width - full)}] ${done} of ${forecast.lines}`;
}

/** A job in words: what it would do, or what it has done. */
export function jobText(answer: unknown): string {
  const job = v.parse(jobSchema, answer);
  const { id, what, state, counts, forecast } = job;
  return [
    `Job ${id} (${what}): ${state}.`,
    ...(Object.keys(counts).length === 0 ? [] : ['It has done:', countsTable(counts)]),
    ...(state === 'ready' ? [...forecastText(forecast), `Nothing is written yet. Go on with: jobs start ${id}`] : []),
  ].join('\n');
}

function forecastText(forecast: Job['forecast']): string[] {
  if (forecast === undefined) return ['It can tell no forecast.'];
  const { lines, more, outcomes, records, changes } = forecast;
  const { created, changed, removed, unchanged } = records;
  return [
    `It would do ${lines} deliveries again${more ? ' and more: the forecast is of these' : ''}.`,
    ...(lines === 0 ? [] : ['What becomes of them:', countsTable(outcomes)]),
    `Records: ${created} created, ${changed} changed, ${removed} removed, ${unchanged} unchanged.`,
    ...(changes.length === 0 ? [] : [changesTable(changes)]),
  ];
}

function countsTable(counts: Readonly<Record<string, number>>): string {
  return laidOut(Object.entries(counts).map(([outcome, count]) => [`  ${outcome}`, String(count)]));
}

function changesTable(changes: NonNullable<Job['forecast']>['changes']): string {
  return laidOut([
    ['  effect', 'type', 'id', 'fields'],
    ...changes.map(({ effect, type, id, fields }) => [`  ${effect}`, type, id, fields.join(', ')]),
  ]);
}
