import * as v from 'valibot';
import { catalogNameSchema } from './catalog.ts';
import { apiHostSchema } from './data-api.ts';
import { fieldMapSchema } from './field-map.ts';
import { statusWordSchema } from './reading.ts';
import { componentSchema, daySchema, instantSchema, keySchema, roleSchema, stageTypeSchema } from './words.ts';

const versionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** How an account's records reach its own CoMagic cabinet; the access key is kept elsewhere. */
export const connectionSchema = v.object({
  apiHost: apiHostSchema,
  isOn: v.boolean(),
  /** Records from this day on are sent when it is switched on, by the account's clocks. */
  startDate: v.optional(daySchema),
  keySet: v.boolean(),
  /** Under which name the access key is kept; every key that is sent has a name of its own. */
  keyName: v.optional(v.string()),
  /** Name of a key that does not hold any more, and may not yet have been removed. */
  replacedKey: v.optional(v.string()),
  keyLast4: v.optional(v.string()),
  /** Id of the job that marks what was missed until it was switched on. */
  backfill: v.optional(v.string()),
  /** Subject of whoever has caused that job. */
  backfillBy: v.optional(v.string()),
});
export type Connection = v.InferOutput<typeof connectionSchema>;

/** A CoMagic customer (кабинет). `hmacSecret`: 32 random bytes in base64, never rotated, never shown. */
export const accountSchema = v.object({
  v: v.literal(1),
  key: keySchema,
  name: v.string(),
  /** IANA zone in which the account's dates are read and shown. */
  timezone: v.string(),
  components: v.array(componentSchema),
  hmacSecret: v.string(),
  createdAt: instantSchema,
  /** Raised by every save; absent: 1. */
  version: v.optional(versionSchema),
  connection: v.optional(connectionSchema),
  /** It was opened when there were neighbours: they lead to everything that is stored of it. */
  hasNeighbours: v.optional(v.literal(true)),
  /** Whether viewers see persons masked; absent: they do. */
  maskPersons: v.optional(v.boolean()),
});
export type Account = v.InferOutput<typeof accountSchema>;

/** A person (sub) or machine (client id) that may use the cabinet; an operator belongs to no account. */
export const memberSchema = v.object({
  v: v.literal(1),
  subject: v.string(),
  accountKey: v.optional(keySchema),
  role: roleSchema,
  email: v.optional(v.string()),
  createdAt: instantSchema,
});
export type Member = v.InferOutput<typeof memberSchema>;

export const attributeToSchema = v.picklist(['campaign', 'source']);
export const requestsFromSchema = v.picklist(['any', 'widget']);

/** The settings of a salon that decide what becomes of an event; they travel with its message. */
export const decidingSchema = v.object({
  version: versionSchema,
  isActive: v.boolean(),
  salonId: v.optional(v.string()),
  salonLogin: v.optional(v.string()),
  sendRequests: v.boolean(),
  sendDeals: v.boolean(),
  attributeTo: attributeToSchema,
  defaultCampaignId: v.optional(v.string()),
  defaultSourceId: v.optional(v.string()),
  defaultSiteId: v.optional(v.string()),
  useDefaultPipeline: v.boolean(),
  requestsFrom: requestsFromSchema,
  /** IANA zone of times without an offset. */
  timezone: v.string(),
  /** ISO 4217. */
  currency: v.string(),
  /** Absent: nothing is taught. */
  fieldMap: v.optional(fieldMapSchema),
});
export type Deciding = v.InferOutput<typeof decidingSchema>;

/** Letters of a token, at least. */
export const shortestToken = 8;

/** A connected ProfSalon salon as stored. The token itself is never kept: a SHA-256 (hex) and its last four characters are. */
export const salonSchema = v.object({
  v: v.literal(1),
  key: keySchema,
  accountKey: keySchema,
  ...decidingSchema.entries,
  fieldMap: v.optional(fieldMapSchema, () => ({})),
  salonName: v.optional(v.string()),
  tokenSha256: v.optional(v.string()),
  tokenLast4: v.optional(v.string()),
  requireToken: v.boolean(),
  /** A stage's name as the sender says it → its type. */
  stageTypes: v.record(v.string(), stageTypeSchema),
  /** A word by which the sender says what became of a booking → its status. */
  bookingStatuses: v.optional(v.record(v.string(), statusWordSchema), () => ({})),
  /** Nothing reads these four yet, and they are no part of the API; older code demands that they are stored. */
  matchBooking: v.optional(v.boolean(), true),
  matchContact: v.optional(v.boolean(), true),
  matchUtm: v.optional(v.boolean(), true),
  /** Days. */
  lookbackDays: v.optional(v.number(), 30),
  /** The secret last parts of the webhook URLs, newest first; only the first has no end. */
  hookKeys: v.array(
    v.object({
      key: v.string(),
      endsAt: v.optional(instantSchema),
      /** When it was made, and by whom; absent: with the salon. */
      createdAt: v.optional(instantSchema),
      by: v.optional(v.string()),
    }),
  ),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Since when it is hidden; its records and its lines stay. */
  deletedAt: v.optional(instantSchema),
});
export type Salon = v.InferOutput<typeof salonSchema>;

/** What a hook key leads to; `endsAt`: when a rotated key stops to admit. */
export const hookSchema = v.object({
  v: v.literal(1),
  accountKey: keySchema,
  salonKey: keySchema,
  endsAt: v.optional(instantSchema),
});
export type Hook = v.InferOutput<typeof hookSchema>;

/** One save of settings, start or stop of a job, or look at persons: who, when, which fields (never their secret values, never an e-mail). */
export const auditLineSchema = v.object({
  v: v.literal(1),
  at: instantSchema,
  /** Who did it. */
  subject: v.string(),
  /** What was changed, done, or shown; none of the five: the account itself. */
  salonKey: v.optional(keySchema),
  member: v.optional(v.string()),
  catalog: v.optional(catalogNameSchema),
  /** Id of the job. */
  job: v.optional(v.string()),
  /** What a viewer was shown unmasked: the route, and the id in its path. `key` tells lines of one moment apart. */
  shown: v.optional(v.object({ key: keySchema, route: v.string(), id: v.optional(v.string()) })),
  what: v.picklist([
    'salon_created',
    'salon_saved',
    'salon_deleted',
    'salon_restored',
    'hook_rotated',
    'account_created',
    'account_saved',
    'connection_saved',
    'member_added',
    'member_saved',
    'member_removed',
    'catalog_saved',
    'job_started',
    'job_stopped',
    'persons_shown',
    'rows_imported',
  ]),
  version: v.number(),
  changes: v.record(v.string(), v.object({ from: v.optional(v.unknown()), to: v.optional(v.unknown()) })),
});
export type AuditLine = v.InferOutput<typeof auditLineSchema>;

/** A salon as its item holds it: `lastAudit` is put again by the next save, so that a crash between two writes loses no line. */
export const storedSalonSchema = v.object({ ...salonSchema.entries, lastAudit: auditLineSchema });
export type StoredSalon = v.InferOutput<typeof storedSalonSchema>;

/** What became of a write of a salon: all but the first are error codes of the API. */
export type SalonWrite = 'saved' | 'version_conflict' | 'already_connected' | 'too_large';

/** An account as its item holds it. */
export const storedAccountSchema = v.object({ ...accountSchema.entries, lastAudit: v.optional(auditLineSchema) });
export type StoredAccount = v.InferOutput<typeof storedAccountSchema>;

/** A member as its item holds it. One that was removed is kept, admits nobody, and may be taken by any account. */
export const storedMemberSchema = v.object({
  ...memberSchema.entries,
  version: v.optional(versionSchema),
  removedAt: v.optional(instantSchema),
  lastAudit: v.optional(auditLineSchema),
});
export type StoredMember = v.InferOutput<typeof storedMemberSchema>;
