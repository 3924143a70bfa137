/** What every function that answers HTTP gives back. */
export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

export const noStore = { 'cache-control': 'no-store' } as const;

const headers = {
  ...noStore,
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
};

/** Seconds after which a caller may try again. */
const retryAfter = '5';

/** An answer with a body of JSON, and the headers that its status asks for. */
export function jsonAnswer(statusCode: number, value: unknown): HttpAnswer {
  return { statusCode, headers: { ...headers, ...headersOf(statusCode) }, body: JSON.stringify(value) };
}

function headersOf(statusCode: number): Record<string, string> {
  if (statusCode === 503) return { 'retry-after': retryAfter };
  return statusCode === 401 ? { 'www-authenticate': 'Bearer' } : {};
}
