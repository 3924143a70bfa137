import middy from '@middy/core';
import type { Delivery, DeliveryAnswer } from '../model/delivery.ts';
import type { HttpAnswer } from './json-answer.ts';
import { answerOf, errorAnswer, probeAnswer } from './webhook-answer.ts';
import { deliveryInQuery, deliveryOf, parseRequest } from './webhook-request.ts';

export interface WebhookDeps {
  accept: (delivery: Delivery) => Promise<DeliveryAnswer>;
  /** Whether a query is a body. */
  holdsForm: (query: string) => boolean;
  log: (line: Record<string, unknown>) => void;
}

/**
 * The handler of the webhook's three routes. @middy/http-json-body-parser does not fit here: it answers 415 without a
 * content type, and the door reads bodies whatever their header says.
 */
export function webhookHandler(deps: WebhookDeps) {
  const { log } = deps;
  return middy()
    .handler((event: unknown) => answered(event, deps))
    .onError(({ error }) => {
      // A defect of ours, if it ever comes here. The name alone: a message may quote the input.
      log({ what: 'webhook failed', error: error?.name });
      return errorAnswer(500, 'internal', 'Something went wrong.');
    });
}

async function answered(event: unknown, { accept, holdsForm }: WebhookDeps): Promise<HttpAnswer> {
  const request = parseRequest(event);
  const { method } = request.requestContext.http;
  if (method === 'HEAD') return probeAnswer();
  if (method !== 'GET' && method !== 'POST')
    return errorAnswer(405, 'method_not_allowed', 'Only POST, GET and HEAD are answered here.');
  const inQuery = (method === 'GET' || request.body === '') && holdsForm(request.rawQueryString);
  if (inQuery) return answerOf(await accept(deliveryInQuery(request)));
  return method === 'GET' ? probeAnswer() : answerOf(await accept(deliveryOf(request)));
}
