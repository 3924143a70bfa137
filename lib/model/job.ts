import * as v from 'valibot';
import { journalStatusSchema } from './journal.ts';
import { decidingSchema } from './settings.ts';
import { daySchema, instantSchema, keySchema, kindSchema } from './words.ts';

/** Days that a job is kept. */
export const jobDays = 90;

const jobWhatSchema = v.picklist(['replay', 'refold', 'rechoose', 'erase', 'resend', 'backfill']);
export type JobWhat = v.InferOutput<typeof jobWhatSchema>;

const jobStateSchema = v.picklist(['forecasting', 'ready', 'running', 'stopping', 'stopped', 'done']);
export type JobState = v.InferOutput<typeof jobStateSchema>;

/** States in which a job goes on by itself, so that a sweep wakes it. */
const goingOn: readonly JobState[] = ['forecasting', 'running', 'stopping'];
export function isOpen(state: JobState): boolean {
  return goingOn.includes(state);
}

/** A delivery that is named: lines of a preview. */
export const namedLineSchema = v.object({ id: v.pipe(v.string(), v.maxLength(200)), receivedAt: instantSchema });
export const mostNamedLines = 200;

/** Which lines of the salon a replay takes; absent: whatever it is. */
export const lineFilterSchema = v.object({
  status: v.optional(journalStatusSchema),
  reason: v.optional(v.pipe(v.string(), v.maxLength(50))),
  kind: v.optional(kindSchema),
  warned: v.optional(v.boolean()),
  /** Receive times: from (included) to (excluded). */
  from: v.optional(instantSchema),
  to: v.optional(instantSchema),
});
export type LineFilter = v.InferOutput<typeof lineFilterSchema>;

/** Choices that `rechoose` gives to stored records; those that are absent stay as they are. */
export const newChoicesSchema = v.object({
  useDefaultPipeline: v.optional(v.boolean()),
  ...v.partial(
    v.pick(decidingSchema, ['requestsFrom', 'attributeTo', 'defaultCampaignId', 'defaultSourceId', 'defaultSiteId']),
  ).entries,
});
export type NewChoices = v.InferOutput<typeof newChoicesSchema>;

/** How many lines, or sets, ended how: `done`, `ignored:requests_disabled`, `failed:no_id`, `overtaken`, `gaveUp`, `unavailable`, … */
const countsSchema = v.record(v.string(), v.number());
export type Counts = v.InferOutput<typeof countsSchema>;

/** What a replay would do to a record; `fields`: those that change. */
const recordForecastSchema = v.object({
  type: v.picklist(['deal', 'request']),
  id: v.string(),
  effect: v.picklist(['created', 'changed', 'removed', 'unchanged']),
  fields: v.array(v.string()),
});
export type RecordForecast = v.InferOutput<typeof recordForecastSchema>;

/** Of the records that lines touch, how many lists show: today, and after it. */
const shownForecastSchema = v.object({ before: v.number(), after: v.number() });

/** What a replay would do, told before it starts; nothing of it is written. */
export const forecastSchema = v.object({
  /** Lines that it was worked out from, and whether there are more. */
  lines: v.number(),
  more: v.boolean(),
  outcomes: countsSchema,
  records: v.object({ created: v.number(), changed: v.number(), removed: v.number(), unchanged: v.number() }),
  /** Absent of jobs that were forecast before it was counted. */
  shown: v.optional(v.object({ request: shownForecastSchema, deal: shownForecastSchema })),
  /** The first of those that change. */
  changes: v.array(recordForecastSchema),
});
export type Forecast = v.InferOutput<typeof forecastSchema>;

/** What a forecast rests on: a digest of each of its lines, joined by blanks, and the place up to which it went. */
const basisSchema = v.object({ through: v.string(), digests: v.string() });
export type Basis = v.InferOutput<typeof basisSchema>;

/** A long act of a person: done in steps, each of them a message; it survives any crash. */
export const jobSchema = v.object({
  v: v.literal(1),
  /** Its number as text. */
  id: v.string(),
  what: jobWhatSchema,
  accountKey: keySchema,
  /** Of a replay or a change of choices: the one salon. */
  salonKey: v.optional(keySchema),
  filter: v.optional(lineFilterSchema),
  lines: v.optional(v.array(namedLineSchema)),
  choices: v.optional(newChoicesSchema),
  /** Of sending again: the id of the one record. */
  record: v.optional(v.string()),
  /** Of what was missed: the day from which on records are sent, by the account's clocks. */
  since: v.optional(daySchema),
  /** Of an erasure: HMACs of what is to be erased, never the value itself; the number of its row. */
  traits: v.optional(v.array(v.string())),
  erasure: v.optional(v.number()),
  /** Subject of whoever asked for it. */
  by: v.string(),
  createdAt: instantSchema,
  /** Unix ms, one job each in an account: the replay number of every line that it does. */
  number: v.number(),
  /** Only what was received before is part of it. */
  until: instantSchema,
  /** The salon's settings as they were when it started. */
  pinned: v.optional(decidingSchema),
  state: jobStateSchema,
  /** The place up to which all is done and counted. */
  cursor: v.string(),
  /** The place up to which a step may have begun. */
  reach: v.string(),
  /** Steps that were begun since the last that ended. */
  attempts: v.number(),
  /** Unix ms since when the database has failed at what comes next; absent: it has not. */
  outageSince: v.optional(v.number()),
  /** Unix ms until which somebody works on it; 0: nobody does. */
  lease: v.number(),
  counts: countsSchema,
  forecast: v.optional(forecastSchema),
  basis: v.optional(basisSchema),
  /** Whether settings, lines, or records of its lines, are other than the forecast has found them. */
  changedMeanwhile: v.optional(v.boolean()),
  startedAt: v.optional(instantSchema),
  /** Subject of whoever started it. */
  startedBy: v.optional(v.string()),
  /** When it was told to stop, and by whom. */
  stoppedAt: v.optional(instantSchema),
  stoppedBy: v.optional(v.string()),
  endedAt: v.optional(instantSchema),
});
export type Job = v.InferOutput<typeof jobSchema>;

/** A job as read, and the revision that a put of it replaces. */
export interface StoredJob {
  job: Job;
  rev: string;
}

/** Of a job: when two attempts of a single line have died, it is passed. */
export const pages = { size: 25, singleFrom: 2, giveUpFrom: 4 } as const;

/** Of a job: milliseconds for which the database may fail at a single line, or set, until it is passed. */
export const longestOutage = 3_600_000;

/** Lines that a forecast is worked out from, at most. */
export const mostForecast = 2000;

/** What travels through the queue of jobs: one is to go on, or those that were lost are to be woken. */
export const jobMessageSchema = v.variant('type', [
  v.object({ v: v.literal(1), type: v.literal('job'), accountKey: keySchema, id: v.string() }),
  v.object({ v: v.literal(1), type: v.literal('sweep') }),
]);
export type JobMessage = v.InferOutput<typeof jobMessageSchema>;
