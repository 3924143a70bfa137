import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { acceptDelivery, type AcceptDeps } from '../../lib/flow/door/accept-delivery.ts';
import type { HttpAnswer } from '../../lib/http/json-answer.ts';
import { statusOfRefusal } from '../../lib/http/webhook-answer.ts';
import { webhookHandler } from '../../lib/http/webhook.ts';
import type { FoundHook } from '../../lib/model/delivery.ts';
import { messageSchema, type EventMessage, type Message } from '../../lib/model/message.ts';
import type { Salon } from '../../lib/model/settings.ts';
import { doorContract } from '../../lib/profsalon/contract.ts';
import { aSalon } from '../build/settings.ts';

export const hookKey = 'hook-key-of-the-salon-0123456789abcdef';
export const token = 'salon-token-4f6d';
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The salon of `hookKey`, with `token`. */
export function connected(over: Partial<Salon> = {}): Salon {
  return aSalon({ tokenSha256: sha256(token), hookKeys: [{ key: hookKey }], ...over });
}

export interface Post {
  path?: string;
  query?: string;
  headers?: Record<string, string>;
  multiValueHeaders?: Record<string, string[]>;
  body?: unknown;
  method?: string;
}

const binary = (body: unknown) => body instanceof Uint8Array;
const textOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));

/** As API Gateway tells it: what is not text in base64. JSON with the right token, unless said otherwise. */
function request({ path = hookKey, query = '', headers, multiValueHeaders, body, method = 'POST' }: Post = {}) {
  return {
    version: '2.0',
    rawPath: `/webhooks/profsalon/${path}`,
    rawQueryString: query,
    headers: headers ?? { 'content-type': 'application/json', 'x-salon-token': token },
    ...(multiValueHeaders ? { multiValueHeaders } : {}),
    requestContext: { http: { method } },
    pathParameters: { hookKey: path },
    ...(body === undefined
      ? {}
      : { body: body instanceof Uint8Array ? Buffer.from(body).toString('base64') : textOf(body) }),
    isBase64Encoded: binary(body),
  };
}

export interface Answered {
  status: number;
  headers: Record<string, string>;
  text: string;
  json: { events?: { id: string; kind: string | null; status: string; reason?: string }[]; error?: { code: string } };
}

export type Handler = ReturnType<typeof webhookHandler>;

export async function ask(handler: Handler, post: Post): Promise<Answered> {
  const { statusCode, headers, body } = (await handler(request(post), {} as never)) as HttpAnswer;
  return { status: statusCode, headers, text: body, json: JSON.parse(body || '{}') as Answered['json'] };
}

/** A door over a salon in memory, with a clock that stands still and all that it queued, logged and counted. */
export function aDoor(salon: Salon = connected(), over: Partial<AcceptDeps> = {}) {
  const queued: { queue: string; group: string; body: string; message: Message }[] = [];
  const lines: Record<string, unknown>[] = [];
  const counted: Record<string, number> = {};
  const state = {
    salon: salon as Salon | undefined,
    /** Beside the salon, what its hook leads to. */
    hook: {} as Partial<FoundHook>,
    at: Date.parse('2026-03-17T14:05:45.000Z'),
    reads: 0,
  };
  const log = (line: Record<string, unknown>) => {
    lines.push(line);
  };
  const accept = acceptDelivery({
    contract: doorContract,
    findHook: (key) => {
      state.reads += 1;
      const found = key === hookKey && state.salon ? { salon: state.salon, ...state.hook } : undefined;
      return Promise.resolve(found);
    },
    send: (outgoing) => {
      // As a worker will read them.
      queued.push(...outgoing.map((one) => ({ ...one, message: v.parse(messageSchema, JSON.parse(one.body)) })));
      return Promise.resolve(outgoing.map(() => true));
    },
    statusOf: statusOfRefusal,
    count: (counts) => {
      for (const [name, by] of Object.entries(counts)) counted[name] = (counted[name] ?? 0) + by;
    },
    log,
    now: () => new Date(state.at),
    monotonic: () => 0,
    ...over,
  });
  const handler = webhookHandler({ accept, holdsForm: doorContract.holdsForm, log });
  const events = () => queued.flatMap(({ message }) => (message.type === 'event' ? [message] : []));
  const refusals = () => queued.flatMap(({ message }) => (message.type === 'refusal' ? [message] : []));
  return {
    post: (post: Post) => ask(handler, post),
    state,
    queued,
    events,
    refusals,
    lines,
    counted,
  };
}

export const aBooking = { event: 'booking.created', salon: { id: 1042 }, data: { id: 558213 } };
export const aDeal = { event: 'deal.updated', salon: { id: 1042 }, data: { id: 771904 } };

/** The events of messages, as the workers will read them. */
export const eventsOf = (messages: EventMessage[]) => messages.map(({ event }) => event);
