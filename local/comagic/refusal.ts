/** Codes of the refusals that are used here. Source: comagic.github.io, data_api, "Группы кодов ошибок". */
const codes = {
  parse_error: -32700,
  invalid_request: -32600,
  method_not_found: -32601,
  internal_error: -32603,
  access_token_invalid: -32001,
  access_token_expired: -32001,
  access_token_blocked: -32001,
  ip_not_whitelisted: -32003,
  forbidden: -32003,
  method_component_disabled: -32008,
  account_inactive: -32009,
  limit_exceeded: -32029,
  notifications_not_supported: -32099,
  required_parameter_missed: -32602,
  invalid_parameter_value: -32602,
  data_type_error: -32602,
  unexpected_parameters: -32602,
  invalid_parameters_combination: -32602,
  invalid_date_time: -32602,
  campaign_is_inactive: -32602,
  entity_not_found: -32602,
  duplicate_entity: -32602,
  dependency_error: -32602,
  filter_prohibited: -32602,
} as const;
export type RefusalName = keyof typeof codes;

/** A call that is refused: nothing of it is carried out. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly mnemonic: RefusalName;
  readonly field: string | undefined;
  readonly value: unknown;

  constructor(mnemonic: RefusalName, field?: string, value?: unknown) {
    super(mnemonic);
    this.mnemonic = mnemonic;
    this.field = field;
    this.value = value;
  }
}

/** A refusal as a reply tells it. */
export function errorOf({ mnemonic, field, value }: Refusal, metadata: object) {
  const told = typeof value === 'string' || typeof value === 'number' ? { value: String(value) } : {};
  const data = { mnemonic, ...(field === undefined ? {} : { field }), ...told, params: {}, metadata };
  return { code: codes[mnemonic], message: mnemonic.replaceAll('_', ' '), data };
}
