import { acceptDelivery, type AcceptDeps } from '../../lib/flow/door/accept-delivery.ts';
import type { HttpAnswer } from '../../lib/http/json-answer.ts';
import { statusOfRefusal } from '../../lib/http/webhook-answer.ts';
import { webhookHandler } from '../../lib/http/webhook.ts';
import type { Salon } from '../../lib/model/settings.ts';
import { doorContract } from '../../lib/profsalon/contract.ts';

/** A delivery as a sender makes it: an object goes as JSON, bytes as API Gateway delivers them, in base64. */
export interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
  query?: string;
  method?: string;
  /** The last part of the URL. */
  path?: string;
  /** Receive time. */
  at?: string;
}

export interface EventAnswered {
  id: string;
  kind: string | null;
  status: string;
  reason?: string;
}

export interface Answered {
  status: number;
  headers: Record<string, string>;
  text: string;
  events: EventAnswered[];
  code: string | undefined;
}

export const form = { 'content-type': 'application/x-www-form-urlencoded' };
export const json = { 'content-type': 'application/json' };

/** A clock that goes only when it is told to. */
export function aClock(at = '2026-11-26T12:00:00.000Z') {
  let ms = Date.parse(at);
  return {
    now: () => new Date(ms),
    set: (to: string) => {
      ms = Date.parse(to);
    },
    advance: (by: number) => {
      ms += by;
    },
  };
}

interface DoorOver extends Partial<AcceptDeps> {
  salon: () => Salon | undefined;
  now: () => Date;
  /** Bodies of the messages sent. */
  queue: string[];
}

/** The real door behind its HTTP layer, with a queue that is a list. */
export function aDoorOf({ salon, now, queue, ...over }: DoorOver) {
  const logged: Record<string, unknown>[] = [];
  const counted: Record<string, number> = {};
  const state = { reads: 0 };
  const log = (line: Record<string, unknown>) => {
    logged.push(line);
  };
  const accept = acceptDelivery({
    contract: doorContract,
    findHook: (key) => {
      state.reads += 1;
      const found = salon();
      const known = found?.hookKeys.some((hook) => hook.key === key);
      return Promise.resolve(found !== undefined && known === true ? { salon: found } : undefined);
    },
    send: (outgoing) => {
      queue.push(...outgoing.map(({ body }) => body));
      return Promise.resolve(outgoing.map(() => true));
    },
    statusOf: statusOfRefusal,
    count: (counts) => {
      for (const [name, by] of Object.entries(counts)) counted[name] = (counted[name] ?? 0) + by;
    },
    log,
    now,
    monotonic: () => now().getTime(),
    ...over,
  });
  const handler = webhookHandler({ accept, holdsForm: doorContract.holdsForm, log });
  return {
    logged,
    counted,
    state,
    post: async (sent: Sent): Promise<Answered> => {
      const { statusCode, headers, body } = (await handler(requestOf(sent), {} as never)) as HttpAnswer;
      const parsed = JSON.parse(body || '{}') as { events?: EventAnswered[]; error?: { code: string } };
      return { status: statusCode, headers, text: body, events: parsed.events ?? [], code: parsed.error?.code };
    },
  };
}

/** As API Gateway's HTTP API tells it (format 2.0). */
export function requestOf({ body, headers = {}, query = '', method = 'POST', path = '' }: Sent) {
  const isBase64Encoded = body instanceof Uint8Array;
  const isJson = !isBase64Encoded && typeof body !== 'string';
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    version: '2.0',
    rawPath: `/webhooks/profsalon/${path}`,
    rawQueryString: query,
    headers: { ...(isJson ? json : {}), ...named },
    requestContext: { http: { method } },
    pathParameters: { hookKey: path },
    ...(body === undefined ? {} : { body: textOf(body) }),
    isBase64Encoded,
  };
}

function textOf(body: unknown): string {
  if (body instanceof Uint8Array) return Buffer.from(body).toString('base64');
  return typeof body === 'string' ? body : JSON.stringify(body);
}
