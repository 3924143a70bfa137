import * as v from 'valibot';
import { catalogSchemas } from './catalog.ts';
import { apiHostSchema } from './data-api.ts';
import { mostTaught, mostTaughtBytes, taughtAsSchema } from './field-map.ts';
import { journalStatusSchema, problemSchema, sourceSchema } from './journal.ts';
import { statusWordSchema } from './reading.ts';
import { attributeToSchema, auditLineSchema, requestsFromSchema } from './settings.ts';
import { componentSchema, daySchema, kindSchema, roleSchema, stageTypeSchema } from './words.ts';

/** Codes of the error body `{"error":{"code","message","fields"?}}`; lib/http gives each its status. */
export type ErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'account_required'
  | 'invalid_request'
  | 'invalid_settings'
  | 'version_conflict'
  | 'already_in_use'
  | 'already_connected'
  | 'managed'
  | 'last_of_role'
  | 'not_ready'
  | 'too_large'
  | 'unsupported_media_type'
  | 'unavailable'
  | 'internal';

/** An expected failure of an act of the API; `fields`: field → short stable code. lib/http adds the message. */
export interface Failure {
  error: ErrorCode;
  fields?: Record<string, string>;
}

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const id = text(200);
/** `null` and a blank text clear an optional setting. */
const clearable = (most: number) =>
  v.optional(
    v.nullable(
      v.pipe(
        text(most),
        v.transform((said) => (said === '' ? null : said)),
      ),
    ),
  );
const readOnly = v.optional(v.unknown());
/** Words of the sender and what they mean. A salon's item holds them three times: as they are, and from and to of the audit line. */
const taught = <M extends string>(meaning: v.GenericSchema<unknown, M>) =>
  v.optional(
    v.pipe(
      v.record(text(255), meaning),
      v.check((meanings) => Object.keys(meanings).length <= 100),
    ),
  );

/** ISO 4217. */
export const currencyForm = /^[A-Z]{3}$/;

/** What a salon is created or saved with: an absent field keeps its value. Read-only fields of an answer may come back. */
const salonFields = {
  isActive: v.optional(v.boolean()),
  salonId: clearable(200),
  salonLogin: clearable(200),
  salonName: clearable(255),
  /** Write-only: a SHA-256 and the last four characters are kept. */
  token: v.optional(v.nullable(v.pipe(v.string(), v.trim()))),
  requireToken: v.optional(v.boolean()),
  sendRequests: v.optional(v.boolean()),
  attributeTo: v.optional(attributeToSchema),
  defaultCampaignId: clearable(200),
  defaultSourceId: clearable(200),
  defaultSiteId: clearable(200),
  sendDeals: v.optional(v.boolean()),
  useDefaultPipeline: v.optional(v.boolean()),
  requestsFrom: v.optional(requestsFromSchema),
  timezone: v.optional(text(64)),
  currency: v.optional(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(currencyForm))),
  stageTypes: taught(stageTypeSchema),
  bookingStatuses: taught(statusWordSchema),
  fieldMap: v.optional(
    v.pipe(
      v.record(v.pipe(text(200), v.minLength(1)), taughtAsSchema),
      v.maxEntries(mostTaught),
      v.check((map) => new TextEncoder().encode(JSON.stringify(map)).length <= mostTaughtBytes),
    ),
  ),
  id: readOnly,
  account: readOnly,
  webhookUrl: readOnly,
  tokenSet: readOnly,
  tokenLast4: readOnly,
  silent: readOnly,
  problems: readOnly,
  lastEventAt: readOnly,
  createdAt: readOnly,
  updatedAt: readOnly,
};
export const createSalonSchema = v.strictObject({ ...salonFields, version: readOnly });
export const saveSalonSchema = v.strictObject({
  ...salonFields,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type CreateSalon = v.InferOutput<typeof createSalonSchema>;

const accountName = v.pipe(text(255), v.minLength(1));
const components = v.pipe(
  v.array(componentSchema),
  v.maxLength(20),
  v.transform((named) => componentSchema.options.filter((component) => named.includes(component))),
);
/** Read-only fields of an answer may come back. */
const accountAnswerFields = { id: readOnly, createdAt: readOnly };
export const createAccountSchema = v.strictObject({
  name: accountName,
  timezone: v.optional(text(64), 'Europe/Moscow'),
  components: v.optional(components, []),
  maskPersons: v.optional(v.boolean(), true),
  ...accountAnswerFields,
  version: readOnly,
});
/** An absent field keeps its value. */
export const saveAccountSchema = v.strictObject({
  name: v.optional(accountName),
  timezone: v.optional(text(64)),
  components: v.optional(components),
  maskPersons: v.optional(v.boolean()),
  ...accountAnswerFields,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** An absent field keeps its value; read-only fields of an answer may come back. */
export const saveConnectionSchema = v.strictObject({
  apiHost: v.optional(apiHostSchema),
  isOn: v.optional(v.boolean()),
  startDate: v.optional(v.nullable(daySchema)),
  /** Write-only: what is kept here are the last four characters. `null` removes it. */
  accessKey: v.optional(v.nullable(v.pipe(v.string(), v.trim()))),
  keySet: readOnly,
  keyLast4: readOnly,
  backfill: readOnly,
  status: readOnly,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
export type SaveConnection = v.InferOutput<typeof saveConnectionSchema>;

export const subjectForm = /^[\x21-\x7e]{1,255}$/;
/** Subject of a token: a person's `sub` or a machine's client id, printable ASCII (OpenID Connect Core, 2). */
export const subjectSchema = v.pipe(v.string(), v.trim(), v.regex(subjectForm));
/** Adds a member, or gives one of the account another role or e-mail (absent: as it was; `null`: none). */
export const addMemberSchema = v.strictObject({
  subject: subjectSchema,
  role: roleSchema,
  email: v.optional(v.nullable(v.pipe(text(254), v.email()))),
  createdAt: readOnly,
});

/** The version that was read; that of a list which was never saved is 0. */
const catalogVersion = v.pipe(v.number(), v.integer(), v.minValue(0));
export const putCatalogSchemas = {
  campaigns: v.strictObject({ items: catalogSchemas.campaigns, version: catalogVersion, isManaged: readOnly }),
  sources: v.strictObject({ items: catalogSchemas.sources, version: catalogVersion, isManaged: readOnly }),
  sites: v.strictObject({ items: catalogSchemas.sites, version: catalogVersion, isManaged: readOnly }),
};

export const momentForm = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;
/** A date in the account's zone (`2026-03-14`) or an instant with an offset. */
export const momentSchema = v.pipe(v.string(), v.regex(momentForm));
export const limitForm = /^\d{1,3}$/;
const limitSchema = v.pipe(v.string(), v.regex(limitForm), v.transform(Number), v.minValue(1), v.maxValue(500));

const pageEntries = {
  cursor: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  limit: v.optional(limitSchema, '50'),
};

/** Query of every list by time; `to` is exclusive, the default is the last 30 days, newest first. */
const listEntries = {
  from: v.optional(momentSchema),
  to: v.optional(momentSchema),
  /** Our key of a salon, or ProfSalon's id of it. */
  salon: v.optional(id),
  ...pageEntries,
  order: v.optional(v.picklist(['asc', 'desc']), 'desc'),
};
const isTrue = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((value) => value === 'true'),
);
const flag = v.optional(isTrue, 'false');

/** Salons stand in the order in which they were connected. */
export const salonsQuerySchema = v.strictObject({
  ...pageEntries,
  /** Those that were deleted, in the place of the others. */
  deleted: flag,
});
export type SalonsQuery = v.InferOutput<typeof salonsQuerySchema>;

/** Those first that were refused last. */
export const refusedQuerySchema = v.strictObject({ ...pageEntries, salon: v.optional(id) });

/** Whether a viewer is to see persons as they are; leaves a line in the audit. */
const reveal = { reveal: v.optional(isTrue) };
export const revealQuerySchema = v.strictObject(reveal);

export const requestsQuerySchema = v.strictObject({
  ...listEntries,
  ...reveal,
  hidden: flag,
  status: v.optional(v.picklist(['new', 'confirmed', 'came', 'paid', 'cancelled', 'deleted'])),
  /** `unfound`: `default` or `none`, without a source of their own. */
  step: v.optional(v.picklist(['session', 'booking', 'utm', 'contact', 'default', 'none', 'unfound'])),
  /** Ids of the catalog. */
  campaign: v.optional(id),
  source: v.optional(id),
  noContact: v.optional(v.picklist(['true', 'false'])),
});
export const dealsQuerySchema = v.strictObject({
  ...listEntries,
  ...reveal,
  hidden: flag,
  /** `none`: of which no stage was said. */
  type: v.optional(v.picklist([...stageTypeSchema.options, 'none'])),
  pipeline: v.optional(id),
  /** A stage's name, in any case; one without a name goes by its id. */
  stage: v.optional(text(255)),
  /** The sender's id of a manager. */
  manager: v.optional(id),
});
export const contactsQuerySchema = v.strictObject({ ...listEntries, ...reveal });
export const eventsQuerySchema = v.strictObject({
  ...listEntries,
  status: v.optional(journalStatusSchema),
  kind: v.optional(kindSchema),
  /** Only lines that were warned. */
  warned: flag,
  /** Only lines of a salon that stand under this problem, imports among them; without a salon in account `-` alone. */
  problem: v.optional(problemSchema),
  /** Absent: deliveries of the webhook. Imports stand by when they were made. */
  source: v.optional(sourceSchema),
});
export const auditQuerySchema = v.strictObject({ ...listEntries, what: v.optional(auditLineSchema.entries.what) });
export type RequestsQuery = v.InferOutput<typeof requestsQuerySchema>;
export type DealsQuery = v.InferOutput<typeof dealsQuerySchema>;

export const versionForm = /^\d{1,15}$/;
/** `version` beside a table; JSON names it in the body. */
export const uploadQuerySchema = v.strictObject({ version: v.optional(v.pipe(v.string(), v.regex(versionForm))) });
export const noQuerySchema = v.strictObject({});

/** A page of a list; without a cursor it is the last. */
export const pageSchema = <S extends v.GenericSchema>(item: S) =>
  v.object({ items: v.array(item), cursor: v.optional(v.string()) });
export interface Page<T> {
  items: T[];
  /** Where the next page starts; absent when nothing is left to look at. */
  cursor?: string;
}
