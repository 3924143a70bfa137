import middy from '@middy/core';
import type { Delivery, DeliveryAnswer } from '../model/delivery.ts';
import type { HttpAnswer } from './json-answer.ts';
import { answerOf, errorAnswer, probeAnswer } from './webhook-answer.ts';
import { deliveryOf, parseRequest } from './webhook-request.ts';

export interface WebhookDeps {
  accept: (delivery: Delivery) => Promise<DeliveryAnswer>;
  log: (line: Record<string, unknown>) => void;
}

/**
 * The handler of the webhook's three routes. @middy/http-json-body-parser does not fit here: it answers 415 without a
 * content type, and the door reads bodies whatever their header says.
 */
export function webhookHandler({ accept, log }: WebhookDeps) {
  return middy()
    .handler((event: unknown) => answered(event, accept))
    .onError(({ error }) => {
      // A defect of ours, if it ever comes here. The name alone: a message may quote the input.
      log({ what: 'webhook failed', error: error?.name });
      return errorAnswer(500, 'internal', 'Something went wrong.');
    });
}

async function answered(event: unknown, accept: WebhookDeps['accept']): Promise<HttpAnswer> {
  const request = parseRequest(event);
  const { method } = request.requestContext.http;
  if (method === 'GET' || method === 'HEAD') return probeAnswer();
  if (method !== 'POST') return errorAnswer(405, 'method_not_allowed', 'Only POST, GET and HEAD are answered here.');
  return answerOf(await accept(deliveryOf(request)));
}
