import * as v from 'valibot';

/** Which of CoMagic's two projects an account lives in: a key of one is invalid on the other. */
export const apiHostSchema = v.picklist(['comagic', 'uiscom']);
export type ApiHost = v.InferOutput<typeof apiHostSchema>;

/** Source: comagic.github.io, data_api, "Базовый URL для доступа к API". */
export const dataApiUrls = {
  comagic: 'https://dataapi.comagic.ru/v2.0',
  uiscom: 'https://dataapi.uiscom.ru/v2.0',
} as const satisfies Record<ApiHost, string>;

/**
 * What refused calls name as the reason, by what is to be done about it: `again`: the same call later; `account`: nothing of
 * this account can be sent until people have changed something; `row`: something in what was sent is wrong.
 * Source: comagic.github.io, data_api, "Обработка ошибок".
 */
export const mnemonics = {
  again: ['limit_exceeded', 'internal_error'],
  account: [
    'access_token_invalid',
    'access_token_expired',
    'access_token_blocked',
    'auth_error',
    'ip_not_whitelisted',
    'forbidden',
    'method_component_disabled',
    'parameter_component_disabled',
    'account_inactive',
    'tariff_restrictions',
    'data_limit_exceeded',
    // Faults of our own, which no other row would mend.
    'parse_error',
    'invalid_request',
    'method_not_found',
    'batch_opreations_not_supported',
    'notifications_not_supported',
    'sort_prohibited',
    'filter_prohibited',
    'date_interval_limit_reached',
  ],
  row: [
    'required_parameter_missed',
    'invalid_parameter_value',
    'data_type_error',
    'unexpected_parameters',
    'invalid_parameters_combination',
    'invalid_date_time',
    'campaign_is_inactive',
    'entity_not_found',
    'duplicate_entity',
    'already_in_use',
    'dependency_error',
    'error',
  ],
} as const;
export type AgainMnemonic = (typeof mnemonics.again)[number];
export const accountMnemonicSchema = v.picklist(mnemonics.account);
export type AccountMnemonic = v.InferOutput<typeof accountMnemonicSchema>;
export const rowMnemonicSchema = v.picklist(mnemonics.row);
export type RowMnemonic = v.InferOutput<typeof rowMnemonicSchema>;

/** Points that an account may spend, as an answer tells them; resets in seconds from the answer. */
export const limitsSchema = v.object({
  minute_limit: v.number(),
  minute_remaining: v.number(),
  minute_reset: v.number(),
  day_limit: v.number(),
  day_remaining: v.number(),
  day_reset: v.number(),
});
export type Limits = v.InferOutput<typeof limitsSchema>;

/** `YYYY-MM-DD hh:mm:ss`, without an offset: in the account's zone. */
type DateTime = string;
type Id = number;
interface UserFieldValue {
  ext_id: string;
  value: string;
}

/** A request as `upload.offline_messages` takes it. */
export interface OfflineMessage {
  date_time: DateTime;
  name?: string;
  /** E.164, digits alone. */
  phone?: string;
  email?: string;
  message?: string;
  visitor_session_id?: Id;
  campaign_id?: Id;
  source_id?: Id;
  site_id?: Id;
  form_name?: string;
  ext_id: string;
  user_fields?: UserFieldValue[];
}

/** A stage that a deal has passed, as `upload.deals_history` takes it. */
export interface DealRow {
  ext_id: string;
  name: string;
  created_date_time: DateTime;
  modified_date_time: DateTime;
  modified_stage_date_time: DateTime;
  closed_date_time?: DateTime;
  contact_ext_ids?: string[];
  main_contact_ext_id?: string;
  employee_ext_id?: string;
  /** In roubles. */
  revenue?: number;
  sales_funnel_ext_id: string;
  stage_ext_id: string;
  comments?: string;
  source?: string;
  communication_id?: Id;
  communication_type?: 'chat' | 'offline_message' | 'call' | 'goal' | 'email';
  user_fields?: UserFieldValue[];
  tags?: { ext_id: string; name: string }[];
}

export interface ContactRow {
  ext_id: string;
  name: string;
  created_date_time: DateTime;
  /** E.164, digits alone. */
  phone_numbers: string[];
  emails: string[];
}

export interface NamedRow {
  ext_id: string;
  name: string;
}
export interface UserFieldRow extends NamedRow {
  data_type: 'numeric' | 'string';
}
export interface StageRow extends NamedRow {
  /** 10, 20 … 10000. */
  order: number;
}
export interface FunnelRow extends NamedRow {
  stages: { success: NamedRow; failed: NamedRow; in_process: StageRow[] };
}

export type Filter =
  { field: string; operator: '=' | 'in'; value: string | string[] } | { filters: Filter[]; condition: 'and' | 'or' };
export interface Listing {
  filter?: Filter;
  fields?: string[];
  limit?: number;
  offset?: number;
}

/** What each method that is called takes beside the key. */
export interface MethodParams {
  'get.account': Record<string, never>;
  'get.crm_accounts': Listing;
  'get.campaigns': Listing;
  'get.sources': Listing;
  'get.sites': Listing;
  'upload.offline_messages': { offline_messages: OfflineMessage[] };
  'get.offline_messages_report': Listing & { date_from: DateTime; date_till: DateTime };
  'delete.offline_messages': { id: Id };
  'create.offline_message_user_field': UserFieldRow;
  'update.offline_message_user_field': NamedRow;
  'create.sales_funnel': FunnelRow;
  'update.sales_funnel': NamedRow;
  'create.sales_funnel_stages': StageRow & { sales_funnel_ext_id: string };
  'update.sales_funnel_stages': NamedRow & { order?: number; sales_funnel_ext_id: string };
  'create.deal_employees': NamedRow;
  'update.deal_employees': NamedRow;
  'create.deal_user_field': UserFieldRow;
  'update.deal_user_field': NamedRow;
  'create.deal_contacts': { contacts: ContactRow[] };
  'update.deal_contacts': ContactRow;
  'get.deal_contacts': Listing;
  'upload.deals_history': { deals: DealRow[] };
  'get.deals_history': Listing;
  'delete.deals': { ext_id: string };
  'get.deals_in_processing': Record<string, never>;
}
export type Method = keyof MethodParams;

const text = v.nullish(v.string());
const number = v.nullish(v.number());
/** An id that is kept as digits. */
const whole = v.pipe(v.number(), v.safeInteger());
/** What a change answers is not read: that it was answered says all. */
const unread = v.unknown();

/** What is read of each method's `result.data`. */
export const methodData = {
  'get.account': v.array(v.object({ app_id: v.number(), name: text, timezone: v.string() })),
  'get.crm_accounts': v.array(
    v.object({ id: v.number(), name: text, type: text, deal_conversion_model: text, deals_load_state: text }),
  ),
  'get.campaigns': v.array(
    v.object({
      id: whole,
      name: v.string(),
      status: text,
      type: text,
      site_id: v.nullish(whole),
      site_domain_name: text,
    }),
  ),
  'get.sources': v.array(v.object({ id: whole, name: v.string(), state: text })),
  'get.sites': v.array(v.object({ id: whole, domain_name: v.string(), state: text })),
  'upload.offline_messages': v.array(v.object({ id: v.number() })),
  'get.offline_messages_report': v.array(v.object({ id: v.number(), communication_id: number, ext_id: text })),
  'delete.offline_messages': unread,
  'create.offline_message_user_field': unread,
  'update.offline_message_user_field': unread,
  'create.sales_funnel': unread,
  'update.sales_funnel': unread,
  'create.sales_funnel_stages': unread,
  'update.sales_funnel_stages': unread,
  'create.deal_employees': unread,
  'update.deal_employees': unread,
  'create.deal_user_field': unread,
  'update.deal_user_field': unread,
  'create.deal_contacts': unread,
  'update.deal_contacts': unread,
  'get.deal_contacts': v.array(
    v.object({
      ext_id: v.string(),
      name: text,
      phone_numbers: v.nullish(v.array(v.string()), []),
      emails: v.nullish(v.array(v.string()), []),
    }),
  ),
  'upload.deals_history': unread,
  'get.deals_history': v.array(
    v.object({
      ext_id: v.string(),
      modified_stage_date_time: v.string(),
      sales_funnel_ext_id: v.string(),
      stage_ext_id: v.string(),
      is_generated: v.nullish(v.boolean(), false),
      communication_id: number,
      communication_type: text,
    }),
  ),
  'delete.deals': unread,
  'get.deals_in_processing': v.object({ count: v.number() }),
} satisfies Record<Method, v.GenericSchema<unknown, unknown>>;
export type MethodData<M extends Method> = v.InferOutput<(typeof methodData)[M]>;

/** Most of what one call takes. */
export const mostInCall = { offlineMessages: 50, contacts: 1000, dealRows: 1000 } as const;

/** What became of a call. `applied`: whether it may have been carried out all the same. */
export type Answer<T> = { limits?: Limits | undefined } & (
  | { outcome: 'ok'; data: T }
  | { outcome: 'again'; applied: 'no' | 'unknown'; mnemonic?: AgainMnemonic }
  | { outcome: 'account'; mnemonic: AccountMnemonic }
  /** `field`, `value`: of what the call was refused for, as far as it was said. The value may be personal. */
  | { outcome: 'row'; mnemonic: RowMnemonic; field?: string | undefined; value?: string | undefined }
);

/** How a connected account is called. */
export interface ApiAccess {
  host: ApiHost;
  accessKey: string;
}
export type CallDataApi = <M extends Method>(
  access: ApiAccess,
  method: M,
  params: MethodParams[M],
) => Promise<Answer<MethodData<M>>>;
