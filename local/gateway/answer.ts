import * as v from 'valibot';
import type { Invocation } from '../lambda/invoke.ts';

/** What goes over the wire; `cookies` become Set-Cookie headers. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: Buffer;
}

const structuredSchema = v.object({
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  headers: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
  cookies: v.optional(v.array(v.string())),
  body: v.optional(v.string()),
  isBase64Encoded: v.optional(v.boolean()),
});
type Structured = v.InferOutput<typeof structuredSchema>;

/** API Gateway's own answers. */
export const notFound = ownAnswer(404, 'Not Found');
export const tooLarge = ownAnswer(413, 'Request Entity Too Large');
export const internalError = ownAnswer(500, 'Internal Server Error');
export const unavailable = ownAnswer(503, 'Service Unavailable');

/** The answer that a function's result makes, by the rules of payload format 2.0. */
export function answerOf(invocation: Invocation): Answer {
  if (invocation.status === 'timed_out') return unavailable;
  if (invocation.status === 'threw') return internalError;
  const { value } = invocation;
  if (!isStructured(value)) return inferred(value);
  const result = v.safeParse(structuredSchema, value);
  return result.success ? structured(result.output) : internalError;
}

function isStructured(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'statusCode' in value;
}

/** A result without a status is itself the body. */
function inferred(value: unknown): Answer {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body: Buffer.from(text) };
}

function structured({ statusCode, headers = {}, cookies = [], body = '', isBase64Encoded }: Structured): Answer {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...Object.fromEntries(named) },
    cookies,
    body: Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

function ownAnswer(status: number, message: string): Answer {
  const body = Buffer.from(JSON.stringify({ message }));
  return { status, headers: { 'content-type': 'application/json' }, cookies: [], body };
}
