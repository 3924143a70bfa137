import * as v from 'valibot';
import { journalLineSchema, journalSummarySchema } from './journal.ts';

const ours = ['v', 'accountKey', 'salonKey'] as const;
/** Our key of the salon. */
const salon = v.optional(v.string());

/** A delivery as the list of the journal shows it. */
export const eventItemSchema = v.object({ ...v.omit(journalSummarySchema, ours).entries, salon });

export const deliveryShownSchema = v.object({
  ...v.omit(journalLineSchema, [...ours, 'sets', 'claim']).entries,
  salon,
});

/** An event: the line of its latest delivery, those of all, newest first, and the message as it was kept. A viewer sees it when it is asked for. */
export const eventAnswerSchema = v.object({
  ...deliveryShownSchema.entries,
  deliveries: v.array(deliveryShownSchema),
  message: v.optional(v.unknown()),
});
