import * as v from 'valibot';

export const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** UTC instant as an ISO 8601 string with milliseconds, e.g. `2026-03-14T09:31:05.000Z`; sorts as text. */
export const instantSchema = v.pipe(v.string(), v.regex(instantForm));

export const dayForm = /^\d{4}-\d{2}-\d{2}$/;
export const daySchema = v.pipe(v.string(), v.regex(dayForm));
/** The contract knows no date before: lists and walks of them begin here. */
export const firstInstant = '2000-01-01T00:00:00.000Z';

/** Integer kopecks (hundredths of the currency), 0 … 10^13. */
export const moneySchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e13));

export const keyForm = /^[A-Za-z0-9_-]{1,64}$/;
/** Our own key of an account or a salon: URL-safe, no `.` and no `#`. */
export const keySchema = v.pipe(v.string(), v.regex(keyForm));

/** What a webhook event is about (the sender's words deal / booking). */
export const kindSchema = v.picklist(['booking', 'deal']);
export type Kind = v.InferOutput<typeof kindSchema>;

/** What a webhook event says has happened. */
export const actSchema = v.picklist(['created', 'updated', 'cancelled', 'deleted']);
export type Act = v.InferOutput<typeof actSchema>;

/** CoMagic's stage_status. */
export const stageTypeSchema = v.picklist(['in_process', 'success', 'failed']);
export type StageType = v.InferOutput<typeof stageTypeSchema>;

export const bookingStatusSchema = v.picklist(['new', 'confirmed', 'came', 'paid', 'cancelled', 'deleted']);
export type BookingStatus = v.InferOutput<typeof bookingStatusSchema>;

/** Who may do what in the cabinet: each role may do what the ones before it may. */
export const roles = ['viewer', 'admin', 'operator'] as const;
export const roleSchema = v.picklist(roles);
export type Role = v.InferOutput<typeof roleSchema>;

/** Components of a CoMagic account that the two transfers need. */
export const componentSchema = v.picklist(['offlineRequests', 'endToEndAnalytics']);
export type Component = v.InferOutput<typeof componentSchema>;

/** Something that the sender names: by an id, by a name, or both. */
export const namedSchema = v.object({ id: v.optional(v.string()), name: v.optional(v.string()) });
export type Named = v.InferOutput<typeof namedSchema>;
