import * as v from 'valibot';
import type { Delivery } from '../model/delivery.ts';

/** Malformed parts of an event read as absent: the door answers whatever comes. */
const texts = v.fallback(v.record(v.string(), v.fallback(v.optional(v.string()), undefined)), {});
const lists = v.fallback(v.record(v.string(), v.fallback(v.array(v.string()), [])), {});
const text = v.fallback(v.string(), '');

/** What the door reads of an API Gateway event: format 2.0, and the lists of 1.0. */
const requestSchema = v.object({
  requestContext: v.fallback(v.object({ http: v.fallback(v.object({ method: text }), { method: '' }) }), {
    http: { method: '' },
  }),
  pathParameters: texts,
  rawQueryString: text,
  headers: texts,
  multiValueHeaders: lists,
  body: text,
  isBase64Encoded: v.fallback(v.boolean(), false),
});
export type WebhookRequest = v.InferOutput<typeof requestSchema>;

export function parseRequest(event: unknown): WebhookRequest {
  return v.parse(requestSchema, event);
}

export function deliveryOf(request: WebhookRequest): Delivery {
  return {
    hookKey: hookKeyOf(request),
    headers: headersOf(request),
    queryTokens: new URLSearchParams(request.rawQueryString).getAll('token'),
    body: Buffer.from(request.body, request.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** A delivery whose query is its body, a form: some senders know nothing else. */
export function deliveryInQuery(request: WebhookRequest): Delivery {
  const { rawQueryString } = request;
  const headers = new Map([...headersOf(request), ['content-type', ['application/x-www-form-urlencoded']] as const]);
  headers.delete('content-encoding');
  return { ...deliveryOf(request), headers, body: Buffer.from(rawQueryString, 'utf8') };
}

/** A slash at the end is the same URL. */
function hookKeyOf({ pathParameters }: WebhookRequest): string {
  const key = pathParameters['hookKey'] ?? '';
  return key.endsWith('/') ? key.slice(0, -1) : key;
}

function headersOf({ headers, multiValueHeaders }: WebhookRequest): Map<string, string[]> {
  const all = new Map<string, string[]>();
  const single = Object.entries(headers).map(([name, value]) => [name, value === undefined ? [] : [value]] as const);
  for (const [name, values] of [...single, ...Object.entries(multiValueHeaders)]) {
    const key = name.toLowerCase();
    all.set(key, [...new Set([...(all.get(key) ?? []), ...values])]);
  }
  return all;
}
