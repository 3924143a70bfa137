import * as v from 'valibot';
import { stageSaidSchema } from './reading.ts';
import { stageTypeSchema } from './words.ts';

/** Which record: `id` is ours, `extId` the sender's; `salon` our key of the salon, `salonId` ProfSalon's id of it. */
export const identityEntries = { id: v.string(), salon: v.string(), salonId: v.optional(v.string()) };

/** A stage as people see it: as said, completed by what else is known of it, with its type by today's settings. */
export const stageShownSchema = v.object({ ...stageSaidSchema.entries, type: stageTypeSchema });
export type StageShown = v.InferOutput<typeof stageShownSchema>;

/**
 * What has said the type of a stage: a person, the sender with the stage, our lexicon by its words or its id, the sender elsewhere, or
 * nothing, so that it counts as in process. What the lexicon or nothing says is a guess.
 */
const typeFromSchema = v.picklist(['taught', 'sender', 'lexicon', 'elsewhere', 'nothing']);
export type TypeFrom = v.InferOutput<typeof typeFromSchema>;

/** A stage of a single record. */
export const stageTypedSchema = v.object({ ...stageShownSchema.entries, typeFrom: typeFromSchema });
export type StageTyped = v.InferOutput<typeof stageTypedSchema>;

export const pipelineShownSchema = v.object({ id: v.string(), name: v.string() });

/** A pipeline as CoMagic wants it: stages in process in steps of 10, then exactly one success and one failed. */
export const pipelineRecordSchema = v.object({
  ...pipelineShownSchema.entries,
  /** Our key of the salon; the default pipeline belongs to the account alone. */
  salon: v.optional(v.string()),
  stages: v.array(v.object({ id: v.string(), name: v.string(), type: stageTypeSchema, order: v.number() })),
});
export type PipelineRecord = v.InferOutput<typeof pipelineRecordSchema>;
export const pipelinesAnswerSchema = v.object({ items: v.array(pipelineRecordSchema) });
