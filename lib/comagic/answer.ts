import * as v from 'valibot';
import {
  limitsSchema,
  methodData,
  mnemonics,
  type AccountMnemonic,
  type AgainMnemonic,
  type Answer,
  type Limits,
  type Method,
  type MethodData,
  type RowMnemonic,
} from '../model/data-api.ts';

/** What is known of a reply; the texts of its error are not read, for they quote what was sent. */
const replySchema = v.object({ result: v.optional(v.unknown()), error: v.optional(v.unknown()) });
const withLimits = v.object({ limits: limitsSchema });
const resultSchema = v.object({ data: v.optional(v.unknown()), metadata: v.optional(v.unknown()) });
const errorSchema = v.object({
  code: v.fallback(v.number(), 0),
  data: v.fallback(
    v.object({
      mnemonic: v.fallback(v.string(), ''),
      field: v.fallback(v.optional(v.string()), undefined),
      value: v.fallback(v.optional(v.union([v.string(), v.number()])), undefined),
      metadata: v.optional(v.unknown()),
    }),
    { mnemonic: '' },
  ),
});
type ApiError = v.InferOutput<typeof errorSchema>;

/** A reply of which nobody knows what became of the call. */
const unknown = { outcome: 'again', applied: 'unknown' } as const;

/** What a reply says. `body`: its parsed JSON. */
export function answerOf<M extends Method>(method: M, body: unknown): Answer<MethodData<M>> {
  const reply = v.safeParse(replySchema, body);
  if (!reply.success) return unknown;
  const { error, result } = reply.output;
  if (error !== undefined && error !== null) return refused(v.parse(errorSchema, v.is(anObject, error) ? error : {}));
  return done(method, result);
}
const anObject = v.looseObject({});

function done<M extends Method>(method: M, result: unknown): Answer<MethodData<M>> {
  const read = v.safeParse(resultSchema, result);
  if (!read.success) return unknown;
  const schema: (typeof methodData)[M] = methodData[method];
  const data = v.safeParse(schema, read.output.data);
  const limits = limitsIn(read.output.metadata);
  return data.success ? { outcome: 'ok', data: data.output, ...limits } : { ...unknown, ...limits };
}

function refused(error: ApiError): Answer<never> {
  const { mnemonic, field, value, metadata } = error.data;
  const limits = limitsIn(metadata);
  const reason = reasonOf(error.code, mnemonic);
  if (reason.outcome === 'again') {
    return { ...reason, applied: reason.mnemonic === 'limit_exceeded' ? 'no' : 'unknown', ...limits };
  }
  return reason.outcome === 'account'
    ? { ...reason, ...limits }
    : { ...reason, field, value: textOf(value), ...limits };
}

function textOf(value: string | number | undefined): string | undefined {
  return value?.toString();
}

type Reason =
  | { outcome: 'again'; mnemonic: AgainMnemonic }
  | { outcome: 'account'; mnemonic: AccountMnemonic }
  | { outcome: 'row'; mnemonic: RowMnemonic };

/** By its name; a name that is not known, by the group of its code. */
function reasonOf(code: number, name: string): Reason {
  // What must not be deleted is named like a right that is missing, with another code.
  if (name === 'forbidden' && code === codes.parameters) return { outcome: 'row', mnemonic: 'error' };
  const again = mnemonics.again.find((one) => one === name);
  if (again !== undefined) return { outcome: 'again', mnemonic: again };
  const account = mnemonics.account.find((one) => one === name);
  if (account !== undefined) return { outcome: 'account', mnemonic: account };
  const row = mnemonics.row.find((one) => one === name);
  if (row !== undefined) return { outcome: 'row', mnemonic: row };
  return byCode(code);
}

const codes = {
  limits: -32029,
  internal: -32603,
  parameters: -32602,
  keys: -32001,
  rights: -32003,
  components: -32008,
};
const accounts = new Map<number, AccountMnemonic>([
  [codes.keys, 'auth_error'],
  [codes.rights, 'forbidden'],
  [codes.components, 'method_component_disabled'],
  [-32009, 'account_inactive'],
  [-32700, 'parse_error'],
  [-32600, 'invalid_request'],
  [-32601, 'method_not_found'],
]);

function byCode(code: number): Reason {
  if (code === codes.limits) return { outcome: 'again', mnemonic: 'limit_exceeded' };
  const mnemonic = accounts.get(code);
  if (mnemonic !== undefined) return { outcome: 'account', mnemonic };
  return code === codes.parameters
    ? { outcome: 'row', mnemonic: 'error' }
    : { outcome: 'again', mnemonic: 'internal_error' };
}

function limitsIn(metadata: unknown): { limits?: Limits } {
  const read = v.safeParse(withLimits, metadata);
  return read.success ? { limits: read.output.limits } : {};
}
