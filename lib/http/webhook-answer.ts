import type { DeliveryAnswer, DeliveryOutcome } from '../model/delivery.ts';
import type { RefusedReason } from '../model/reasons.ts';
import { jsonAnswer, noStore, type HttpAnswer } from './json-answer.ts';

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

/** Status that a refused request is answered with. */
export function statusOfRefusal(reason: RefusedReason): number {
  return refusalStatus[reason];
}

/** To a sender that probes the URL. */
export function probeAnswer(): HttpAnswer {
  return { statusCode: 200, headers: noStore, body: '' };
}

export function errorAnswer(statusCode: number, code: string, message: string): HttpAnswer {
  return jsonAnswer(statusCode, { error: { code, message } });
}

/** Never says anything that the request said, beside our own ids of its events. */
export function answerOf(answer: DeliveryAnswer): HttpAnswer {
  const statusCode = statusOf[answer.outcome];
  if ('events' in answer) return jsonAnswer(statusCode, { events: answer.events });
  return errorAnswer(statusCode, answer.outcome, messages[answer.outcome]);
}
