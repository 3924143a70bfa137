import type { DeliveryAnswer, DeliveryOutcome } from '../model/delivery.ts';
import type { RefusedReason } from '../model/reasons.ts';

export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

const refusalStatus = {
  invalid_body: 400,
  invalid_token: 401,
  too_large: 413,
  unsupported_media_type: 415,
} as const satisfies Record<RefusedReason, number>;

const statusOf = {
  queued: 200,
  partly_queued: 503,
  unavailable: 503,
  ...refusalStatus,
} as const satisfies Record<DeliveryOutcome, number>;

const messages = {
  invalid_body: 'The body cannot be read.',
  invalid_token: 'The hook or the token is not valid.',
  too_large: 'The body, its number of events or one of them is too large.',
  unsupported_media_type: 'The body must be JSON or a form, without a content encoding.',
  unavailable: 'Not taken, please send again.',
} as const;

/** Seconds after which a sender may try again. */
const retryAfter = '5';

const headers = {
  'cache-control': 'no-store',
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
};

/** Status that a refused request is answered with. */
export function statusOfRefusal(reason: RefusedReason): number {
  return refusalStatus[reason];
}

/** To a sender that probes the URL. */
export function probeAnswer(): HttpAnswer {
  return { statusCode: 200, headers: { 'cache-control': headers['cache-control'] }, body: '' };
}

export function errorAnswer(statusCode: number, code: string, message: string): HttpAnswer {
  return { statusCode, headers, body: JSON.stringify({ error: { code, message } }) };
}

/** Never says anything that the request said, beside our own ids of its events. */
export function answerOf(answer: DeliveryAnswer): HttpAnswer {
  const statusCode = statusOf[answer.outcome];
  const base = 'events' in answer ? eventsAnswer(statusCode, answer.events) : refusal(statusCode, answer.outcome);
  return { ...base, headers: { ...base.headers, ...extraHeaders(statusCode) } };
}

function eventsAnswer(statusCode: number, events: unknown[]): HttpAnswer {
  return { statusCode, headers, body: JSON.stringify({ events }) };
}

function refusal(statusCode: number, outcome: keyof typeof messages): HttpAnswer {
  return errorAnswer(statusCode, outcome, messages[outcome]);
}

function extraHeaders(statusCode: number): Record<string, string> {
  if (statusCode === 503) return { 'retry-after': retryAfter };
  return statusCode === 401 ? { 'www-authenticate': 'Bearer' } : {};
}
