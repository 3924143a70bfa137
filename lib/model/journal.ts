import * as v from 'valibot';
import { failedReasonSchema, halfSchema, ignoredReasonSchema, refusedReasonSchema } from './reasons.ts';
import { actSchema, instantSchema, kindSchema } from './words.ts';

/** Account under which lines without a readable envelope stand; operators see it. */
export const noAccount = '-';

/** Days that a journal line is kept. */
export const journalDays = 30;

/** Under which problem a line stands: the reason of its failed half, else of the ignored one, else of its refusal, else that it was warned. */
export const problemSchema = v.picklist([
  ...failedReasonSchema.options,
  ...ignoredReasonSchema.options,
  ...refusedReasonSchema.options,
  'warned',
]);
export type Problem = v.InferOutput<typeof problemSchema>;

export const journalStatusSchema = v.picklist(['done', 'ignored', 'failed', 'refused']);
export type JournalStatus = v.InferOutput<typeof journalStatusSchema>;

/** Where an event came from, when that was not the webhook. */
export const sourceSchema = v.picklist(['import']);
export type Source = v.InferOutput<typeof sourceSchema>;

/** A record, by its public id. */
const entitySchema = v.object({ type: v.picklist(['deal', 'request']), id: v.string() });
export type Entity = v.InferOutput<typeof entitySchema>;

/** One line per delivery of an event (or refusal, or unreadable message): what became of it and why. */
export const journalLineSchema = v.object({
  v: v.picklist([1, 2]),
  /** The event id; of a refusal or an unreadable message an id of its own. */
  id: v.string(),
  receivedAt: instantSchema,
  accountKey: v.string(),
  salonKey: v.optional(v.string()),
  senderEventId: v.optional(v.string()),
  kind: v.optional(kindSchema),
  act: v.optional(actSchema),
  status: journalStatusSchema,
  deal: halfSchema,
  request: halfSchema,
  /** Of a refusal. */
  refusal: v.optional(
    v.object({
      reason: refusedReasonSchema,
      status: v.number(),
      size: v.number(),
      contentType: v.optional(v.string()),
    }),
  ),
  replay: v.number(),
  /** The event carries no time of its own: each delivery counts anew. */
  undated: v.boolean(),
  warnings: v.array(v.string()),
  unknownPaths: v.array(v.string()),
  /** Records that the event spoke of. */
  entities: v.array(entitySchema),
  /** Sets in which the delivery has, or may have, a row; by their record ids. They only grow. */
  sets: v.optional(v.array(v.string())),
  /** The largest replay number under which somebody has begun to put rows. */
  claim: v.optional(v.number()),
  /** Numbers of the erasures that took what it told of a person: its message is empty, and it is never replayed. */
  erased: v.optional(v.array(v.number())),
  journaledAt: instantSchema,
  source: v.optional(sourceSchema),
  /** Of an import: when it was first made. By this it stands among the imports, apart from deliveries, and is kept. */
  importedAt: v.optional(instantSchema),
});
export type JournalLine = v.InferOutput<typeof journalLineSchema>;

/** None of a line that is done and was not warned. */
export function problemOf({ status, deal, request, refusal, warnings, erased }: JournalLine): Problem | undefined {
  // Nobody can do anything about it.
  if (erased !== undefined) return undefined;
  const halves = [deal, request];
  if (status === 'done') return warnings.length > 0 ? 'warned' : undefined;
  for (const half of halves) if (half.outcome === 'failed') return half.reason;
  for (const half of halves) if (half.outcome === 'ignored') return half.reason;
  return refusal?.reason;
}

/** The instant by which a line stands in lists, and from which it is kept. */
export function placedAt({ receivedAt, importedAt }: Pick<JournalLine, 'receivedAt' | 'importedAt'>): string {
  return importedAt ?? receivedAt;
}

/** A line where another of the same delivery stands: a second import moves none. */
export function inPlaceOf({ importedAt }: JournalLine, line: JournalLine): JournalLine {
  return importedAt === undefined ? line : { ...line, importedAt };
}

/** What of a line stands beside what lists show. */
export const behindSummary = ['warnings', 'unknownPaths', 'sets', 'claim'] as const;

/** What lists show of a line; of lines of version 1 it is not known how many warnings and paths they have. */
export const journalSummarySchema = v.object({
  ...v.omit(journalLineSchema, behindSummary).entries,
  warningCount: v.optional(v.number(), 0),
  unknownPathCount: v.optional(v.number(), 0),
});
export type JournalSummary = v.InferOutput<typeof journalSummarySchema>;

export function summaryOf({ warnings, unknownPaths, sets, claim, ...line }: JournalLine): JournalSummary {
  return { ...line, warningCount: warnings.length, unknownPathCount: unknownPaths.length };
}

/** Which delivery of which event. */
export interface LineKey {
  accountKey: string;
  id: string;
  receivedAt: string;
}

/** A stretch of a salon's lines: those after a place (`''`: from the first) that stand from one instant on (`''`: all) and before another. */
export interface Stretch {
  accountKey: string;
  salonKey: string;
  after: string;
  from: string;
  before: string;
  limit: number;
}
/** A line and its place among those of its salon, which never changes: first the deliveries by receive time, then the imports by when they were made. */
export interface PlacedLine extends LineKey {
  place: string;
}

/** A line with the whole message as it stood in the queue. */
export interface JournalEntry {
  line: JournalLine;
  message: string;
}
