import * as v from 'valibot';
import type { CreateSalon } from './api.ts';
import { catalogSchemas, type CatalogName, type ShownList } from './catalog.ts';
import { taughtAsSchema } from './field-map.ts';
import { accountSchema, memberSchema, salonSchema, type Salon } from './settings.ts';
import { instantSchema, keySchema, roleSchema } from './words.ts';

/** What a person may set of a salon. */
export const settable = [
  'isActive',
  'salonId',
  'salonLogin',
  'salonName',
  'requireToken',
  'sendRequests',
  'attributeTo',
  'defaultCampaignId',
  'defaultSourceId',
  'defaultSiteId',
  'sendDeals',
  'useDefaultPipeline',
  'requestsFrom',
  'timezone',
  'currency',
  'stageTypes',
  'bookingStatuses',
  'fieldMap',
] as const satisfies readonly (keyof Salon & keyof CreateSalon)[];
export const salonSettingsSchema = v.pick(salonSchema, settable);

/** What may be wrong with a setting. */
const faultSchema = v.picklist([
  'required',
  'unknown',
  'inactive',
  'disabled',
  'component_required',
  'invalid',
  'masked',
  'too_short',
  'too_long',
  'has_records',
]);
export type Fault = v.InferOutput<typeof faultSchema>;
const problemSchema = v.object({ field: v.picklist([...settable, 'token']), code: faultSchema });
export type Problem = v.InferOutput<typeof problemSchema>;

/** A salon as its settings page shows it: all settings, of the token that it is set and its last four characters. */
export const salonAnswerSchema = v.object({
  id: keySchema,
  account: keySchema,
  ...salonSettingsSchema.entries,
  /** As a save takes it: what is stored is not asked again. */
  fieldMap: v.record(v.string(), taughtAsSchema),
  tokenSet: v.boolean(),
  webhookUrl: v.string(),
  ...v.pick(salonSchema, ['tokenLast4', 'version', 'createdAt', 'updatedAt']).entries,
  /** Receive time of the last event of the last 30 days. */
  lastEventAt: v.optional(instantSchema),
  /** Whether nothing has come for longer than is usual. */
  silent: v.boolean(),
  /** What a save of these settings would be refused for today. */
  problems: v.array(problemSchema),
});
export type SalonAnswer = v.InferOutput<typeof salonAnswerSchema>;

/** A salon as the list shows it; `problems`: how many. */
export const salonItemSchema = v.object({
  ...v.pick(salonAnswerSchema, [
    'id',
    'salonId',
    'salonLogin',
    'salonName',
    'isActive',
    'sendRequests',
    'sendDeals',
    'tokenSet',
    'version',
    'createdAt',
    'updatedAt',
  ]).entries,
  problems: v.number(),
  deletedAt: v.optional(instantSchema),
});
export type SalonItem = v.InferOutput<typeof salonItemSchema>;

const accountNamed = { id: keySchema, ...v.pick(accountSchema, ['name', 'timezone', 'components']).entries };
/** An account, without its secret. */
export const accountAnswerSchema = v.object({
  ...accountNamed,
  /** Whether viewers see persons masked until they ask for them. */
  maskPersons: v.boolean(),
  version: v.number(),
  createdAt: instantSchema,
});
export type AccountAnswer = v.InferOutput<typeof accountAnswerSchema>;
export const accountsAnswerSchema = v.object({ items: v.array(accountAnswerSchema) });

/** Who calls, and the account in which, if any. */
export const meAnswerSchema = v.object({
  subject: v.string(),
  role: roleSchema,
  account: v.optional(v.object(accountNamed)),
});

export const memberAnswerSchema = v.pick(memberSchema, ['subject', 'role', 'email', 'createdAt']);
export type MemberAnswer = v.InferOutput<typeof memberAnswerSchema>;
export const membersAnswerSchema = v.object({ items: v.array(memberAnswerSchema) });

const version = v.number();
/** CoMagic fills it, so that it cannot be saved. */
const isManaged = v.boolean();
export const catalogAnswerSchemas = {
  campaigns: v.object({ items: catalogSchemas.campaigns, version, isManaged }),
  sources: v.object({ items: catalogSchemas.sources, version, isManaged }),
  sites: v.object({ items: catalogSchemas.sites, version, isManaged }),
} satisfies { [N in CatalogName]: v.GenericSchema<unknown, ShownList<N>> };
