import * as v from 'valibot';

/** Why the door or a worker does not process an event that it keeps (the webhook answers `ignored` with these). */
export const ignoredReasonSchema = v.picklist([
  'integration_inactive',
  'other_salon',
  'unknown_event',
  'requests_disabled',
  'deals_disabled',
  'not_from_widget',
  'origin_unknown',
]);
export type IgnoredReason = v.InferOutput<typeof ignoredReasonSchema>;

/** Why nothing could be made of a delivery. */
export const failedReasonSchema = v.picklist(['no_id', 'unreadable', 'parked']);
export type FailedReason = v.InferOutput<typeof failedReasonSchema>;

/** Why a whole request to the webhook was refused; `invalid_body` and the like are HTTP error codes too. */
export const refusedReasonSchema = v.picklist(['invalid_body', 'invalid_token', 'too_large', 'unsupported_media_type']);
export type RefusedReason = v.InferOutput<typeof refusedReasonSchema>;

/** What became of one half (deal, request) of an event. */
export const halfSchema = v.variant('outcome', [
  v.object({ outcome: v.literal('done') }),
  v.object({ outcome: v.literal('not_applicable') }),
  v.object({ outcome: v.literal('ignored'), reason: ignoredReasonSchema }),
  v.object({ outcome: v.literal('failed'), reason: failedReasonSchema }),
]);
export type Half = v.InferOutput<typeof halfSchema>;
