import * as v from 'valibot';
import { erasingSchema } from './erasure.ts';
import {
  forecastSchema,
  jobSchema,
  lineFilterSchema,
  namedLineSchema,
  mostNamedLines,
  newChoicesSchema,
  type NewChoices,
} from './job.ts';
import { daySchema, keySchema } from './words.ts';

const id = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const strict = <E extends v.ObjectEntries>({ entries }: { entries: E }) => v.strictObject(entries);

/** Whom to erase: one of the three, typed twice. A contact by the id of its list. */
const person = {
  phone: v.optional(id),
  email: v.optional(id),
  contact: v.optional(v.pipe(v.string(), v.maxLength(2000))),
};

/** What a job is asked for with; `salon`: our key of it, or ProfSalon's id. */
export const createJobSchema = v.variant('what', [
  v.strictObject({
    what: v.literal('replay'),
    salon: id,
    filter: v.optional(strict(lineFilterSchema)),
    lines: v.optional(v.pipe(jobSchema.entries.lines.wrapped, v.minLength(1), v.maxLength(mostNamedLines))),
  }),
  v.strictObject({ what: v.literal('refold') }),
  v.pipe(
    v.strictObject({ what: v.literal('erase'), ...person, again: id }),
    v.check(({ phone, email, contact }) => [phone, email, contact].filter((said) => said !== undefined).length === 1),
  ),
  v.pipe(
    v.strictObject({ what: v.literal('resend'), salon: v.optional(id), record: v.optional(v.string()) }),
    v.check(({ salon, record }) => salon === undefined || record === undefined),
  ),
  v.strictObject({ what: v.literal('backfill'), since: daySchema }),
  v.strictObject({
    what: v.literal('rechoose'),
    salon: id,
    choices: v.pipe(strict(newChoicesSchema), v.check(changesDefaultAsAWhole)),
  }),
]);
export type CreateJob = v.InferOutput<typeof createJobSchema>;

/** A default without what it is of would change nothing. */
function changesDefaultAsAWhole({ attributeTo, ...others }: NewChoices): boolean {
  const { defaultCampaignId, defaultSourceId, defaultSiteId } = others;
  return attributeTo !== undefined || (defaultCampaignId ?? defaultSourceId ?? defaultSiteId) === undefined;
}

/** A job as people see it. */
export const jobAnswerSchema = v.object({
  ...v.pick(jobSchema, [
    'id',
    'what',
    'filter',
    'lines',
    'choices',
    'record',
    'since',
    'by',
    'createdAt',
    'until',
    'state',
    'counts',
    'forecast',
    'changedMeanwhile',
    'startedAt',
    'startedBy',
    'stoppedAt',
    'stoppedBy',
    'endedAt',
  ]).entries,
  /** Of an erasure that is shown alone: what people have to erase in CoMagic. */
  byHand: v.optional(v.array(v.pick(erasingSchema, ['kind', 'id', 'mnemonic', 'field', 'remoteId']))),
  /** Our key of the salon. */
  salon: v.optional(keySchema),
  /** Of the settings that it works with. */
  settingsVersion: v.optional(v.number()),
});
export type JobAnswer = v.InferOutput<typeof jobAnswerSchema>;

/** What other settings would do to the last deliveries of a salon; nothing of it is written. */
export const previewAnswerSchema = v.object({
  /** The deliveries that it was worked out from, in the order in which they were received. */
  lines: v.array(namedLineSchema),
  /** Whether there was no time for all of the last. */
  more: v.boolean(),
  /** What a replay of them would do once these settings are saved: what was chosen for stored records stays. */
  replay: forecastSchema,
  /** What would have become of them, had the choices of these settings been there from the start. */
  asNew: forecastSchema,
});
