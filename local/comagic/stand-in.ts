import { zoneOf } from '../../lib/model/time-zone.ts';
import { nothingHeld, type Held } from './held.ts';
import { componentNames, type Acting, type ComponentName, type StandInMethod } from './method.ts';
import { contactMethods } from './methods/contacts.ts';
import { dealMethods } from './methods/deals.ts';
import { funnelMethods } from './methods/funnels.ts';
import { listMethods } from './methods/lists.ts';
import { requestMethods } from './methods/requests.ts';
import { check, isGiven, objectIn, objectsIn, textIn, type Given } from './parameters.ts';
import { points, tariffs, type Tariff } from './points.ts';
import { errorOf, Refusal, type RefusalName } from './refusal.ts';

const methods = new Map<string, StandInMethod>(
  Object.entries({ ...listMethods, ...requestMethods, ...dealMethods, ...contactMethods, ...funnelMethods }),
);
export const methodNames = [...methods.keys()];

/**
 * What happens to a call: `down`: an HTTP 503; `lost`: it never arrives; `unanswered`: it is carried out, and its reply is lost;
 * `late`: it is carried out some time after the caller has given up; `internal`: it is refused for no reason of its own.
 */
export type Fault = 'none' | 'down' | 'lost' | 'unanswered' | 'late' | 'internal';

export interface StandInOptions {
  now: () => Date;
  tariff?: Tariff;
  timezone?: string;
  /** What it holds from the start, and goes on with. */
  held?: Held;
  /** Asked for each call. */
  fault?: (method: string) => Fault;
  /** Milliseconds after which a late call is carried out. */
  lateMs?: () => number;
  /** Milliseconds for which an uploaded deal counts as being loaded. */
  loadingMs?: number;
  /** Rows that are refused for what only the receiver knows; with the value that it is said to be for. */
  refuses?: (row: Given) => RefusalName | readonly [RefusalName, value: unknown] | undefined;
}

/** Who is let in; tests change it. */
export interface Access {
  keys: Map<string, 'valid' | 'expired' | 'blocked'>;
  /** Undefined: from everywhere. */
  addresses: Set<string> | undefined;
  components: Set<ComponentName>;
  isActive: boolean;
}

export interface StandIn {
  /** The reply to a body; undefined: there is none. */
  handle: (body: unknown, address?: string) => { status: number; body: unknown } | undefined;
  held: Held;
  access: Access;
  /** Calls that arrived, and those of them that were charged; those refused for want of points, and those carried out late. */
  counts: { calls: number; charged: number; overLimit: number; late: number };
  /** Carries out late calls that are due; each call does so, too. */
  carryOutLate: () => void;
}

/** CoMagic's Data API as its documentation describes it, in memory. */
export function standIn(options: StandInOptions): StandIn {
  const { now, fault = () => 'none', held = nothingHeld() } = options;
  const access: Access = {
    keys: new Map([['demo-key', 'valid']]),
    addresses: undefined,
    components: new Set(componentNames),
    isActive: true,
  };
  const kept = { held, access, counts: { calls: 0, charged: 0, overLimit: 0, late: 0 } };
  const answer = answering(options, kept);
  const late: { at: number; run: () => unknown }[] = [];
  const carryOutLate = () => {
    const time = now().getTime();
    const due = late.filter(({ at }) => at <= time);
    late.splice(0, late.length, ...late.filter(({ at }) => at > time));
    kept.counts.late += due.length;
    for (const { run } of due) run();
  };
  return {
    ...kept,
    carryOutLate,
    handle: (body, address) => {
      carryOutLate();
      if (!isGiven(body)) return { status: 200, body: answer.refused(null, new Refusal('parse_error')) };
      kept.counts.calls++;
      switch (fault(textIn(body, 'method'))) {
        case 'down':
          return { status: 503, body: {} };
        case 'lost':
          return undefined;
        case 'late':
          late.push({ at: now().getTime() + (options.lateMs?.() ?? 0), run: () => answer.reply(body, address) });
          return undefined;
        case 'unanswered':
          answer.reply(body, address);
          return undefined;
        case 'internal':
          return { status: 200, body: answer.refused(body['id'], new Refusal('internal_error')) };
        case 'none':
          return { status: 200, body: answer.reply(body, address) };
      }
    },
  };
}

type Kept = Pick<StandIn, 'held' | 'access' | 'counts'>;

/** Carries calls out, and tells what became of them. */
function answering(options: StandInOptions, kept: Kept) {
  const { now, tariff = tariffs.large } = options;
  const spent = points(now, tariff);
  const acting = actingOn(options, kept.held);
  const carryOut = (call: Given, address: string | undefined): Given => {
    const { method, given } = admitted(call, kept.access, address);
    if (!spent.areLeft()) {
      kept.counts.overLimit++;
      throw new Refusal('limit_exceeded');
    }
    refuse(given, options.refuses);
    check(given, method.parameters);
    const result = method.act(given, acting(textIn(call, 'method')));
    spent.spend();
    kept.counts.charged++;
    return result;
  };
  const refused = (id: unknown, refusal: Refusal) => ({
    jsonrpc: '2.0',
    id: id ?? null,
    error: errorOf(refusal, { limits: spent.limits() }),
  });
  return {
    refused,
    reply: (call: Given, address: string | undefined) => {
      try {
        const result = carryOut(call, address);
        const metadata = { limits: spent.limits(), ...objectIn(result, 'metadata') };
        return { jsonrpc: '2.0', id: call['id'], result: { ...result, metadata } };
      } catch (error) {
        if (error instanceof Refusal) return refused(call['id'], error);
        throw error;
      }
    },
  };
}

function actingOn({ now, timezone = 'Europe/Moscow', loadingMs = 0 }: StandInOptions, held: Held) {
  let lastId = Math.max(99_000_000, ...idsIn(held));
  let loadedAt = 0;
  return (method: string): Acting => {
    const time = now().getTime();
    const isLoading = time < loadedAt;
    if (method === 'upload.deals_history') loadedAt = time + loadingMs;
    return {
      held,
      clock: clockOf(now(), timezone),
      timezone,
      newId: () => ++lastId,
      inProcess: () => (isLoading ? 1 : 0),
    };
  };
}

function idsIn({ requests }: Held): number[] {
  return [...requests.values()].flatMap(({ id, communication_id }) => [id, communication_id]);
}

const keyRefusals = { expired: 'access_token_expired', blocked: 'access_token_blocked' } as const;

function admitted(call: Given, access: Access, address: string | undefined) {
  if (call['jsonrpc'] !== '2.0') throw new Refusal('invalid_request', 'jsonrpc');
  if (call['id'] === undefined) throw new Refusal('notifications_not_supported');
  const method = methods.get(textIn(call, 'method'));
  if (method === undefined) throw new Refusal('method_not_found');
  const { access_token: key, ...given } = objectIn(call, 'params');
  checkKey(access, key);
  if (access.addresses?.has(address ?? '') === false) throw new Refusal('ip_not_whitelisted');
  if (!access.isActive) throw new Refusal('account_inactive');
  const { components } = access;
  if (!components.has('data_api') || !components.has(method.component)) throw new Refusal('method_component_disabled');
  return { method, given };
}

function checkKey({ keys }: Access, key: unknown): void {
  if (key === undefined) throw new Refusal('required_parameter_missed', 'access_token');
  const state = typeof key === 'string' ? keys.get(key) : undefined;
  if (state === undefined) throw new Refusal('access_token_invalid', 'access_token');
  if (state !== 'valid') throw new Refusal(keyRefusals[state], 'access_token');
}

function refuse(given: Given, refuses: StandInOptions['refuses']): void {
  if (refuses === undefined) return;
  for (const list of ['offline_messages', 'deals', 'contacts']) {
    for (const row of objectsIn(given, list)) {
      const refused = refuses(row);
      if (refused === undefined) continue;
      const [mnemonic, value] = typeof refused === 'string' ? [refused] : refused;
      throw new Refusal(mnemonic, list, value);
    }
  }
}

function clockOf(now: Date, timezone: string): string {
  const offset = zoneOf(timezone)?.offsetAt(now.getTime()) ?? 0;
  return new Date(now.getTime() + offset).toISOString().slice(0, 19).replace('T', ' ');
}
