import { readFileSync } from 'node:fs';
import type { FunctionName } from '../../lib/model/env.ts';
import { parseLossless } from '../../lib/reading/lossless-json.ts';
import { aMessage } from '../../test/build/message.ts';
import { hookKey, token } from './stored.ts';

const sample = (name: string) => readFileSync(`samples/${name}.json`, 'utf8');

/** A first event a function, and what its answer has. `bearer`: an access token of the subject of stored.ts. */
export function callsOf(bearer: string): Record<FunctionName, { event: object; answers: object }> {
  return {
    webhook: { event: delivery(sample('booking-created')), answers: { statusCode: 200 } },
    bookings: { event: queued(sample('booking-created')), answers: { batchItemFailures: [] } },
    deals: { event: queued(sample('deal-updated')), answers: { batchItemFailures: [] } },
    parked: { event: queued(sample('deal-updated')), answers: { batchItemFailures: [] } },
    jobs: { event: asked({ v: 1, type: 'job', accountKey: 'demo', id: '1' }), answers: { batchItemFailures: [] } },
    delivery: { event: asked({ v: 1, type: 'check', accountKey: 'demo' }), answers: { batchItemFailures: [] } },
    admin: { event: question(bearer), answers: { statusCode: 200 } },
  };
}

/** As API Gateway hands it over. */
function delivery(body: string): object {
  return {
    version: '2.0',
    rawPath: `/webhooks/profsalon/${hookKey}`,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', 'x-salon-token': token },
    requestContext: { http: { method: 'POST' } },
    pathParameters: { hookKey },
    body,
    isBase64Encoded: false,
  };
}

/** As SQS hands it over. */
function queued(payload: string): object {
  const parsed = parseLossless(payload);
  if (!parsed.ok) throw new Error(parsed.reason);
  const attributes = { ApproximateReceiveCount: '1', SentTimestamp: '1773756346000' };
  const body = JSON.stringify(aMessage({ event: parsed.value }));
  return { Records: [{ messageId: 'm-1', body, attributes }] };
}

function asked(message: object): object {
  const attributes = { ApproximateReceiveCount: '1', SentTimestamp: '1773756346000' };
  return { Records: [{ messageId: 'm-1', body: JSON.stringify(message), attributes }] };
}

function question(bearer: string): object {
  return {
    version: '2.0',
    routeKey: 'GET /api/me',
    headers: { authorization: `Bearer ${bearer}` },
    requestContext: { http: { method: 'GET' } },
    isBase64Encoded: false,
  };
}
