import * as v from 'valibot';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** Calls the API and answers the decoded body of a 2xx. Throws an Error whose message is a sentence. */
export type Api = (method: Method, path: string, content?: unknown) => Promise<unknown>;

export interface ApiOptions {
  /** Of the API; a final slash is left out. */
  url: string;
  token: string;
  /** The account in which an operator acts. */
  account?: string | undefined;
}

const tokenSchema = v.object({ access_token: v.string() });
const failureSchema = v.object({
  error: v.object({ code: v.string(), message: v.string(), fields: v.optional(v.record(v.string(), v.string())) }),
});

export function apiOf({ url, token, account }: ApiOptions): Api {
  const base = url.replace(/\/$/, '');
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    ...(account === undefined ? {} : { 'x-account': account }),
  };
  return async (method, path, content) => {
    const body = content === undefined ? {} : { body: JSON.stringify(content) };
    const response = await reached(base, fetch(`${base}${path}`, { method, headers, ...body }));
    const answer = decoded(await response.text());
    if (!response.ok) throw new Error(`${method} ${pathOf(path)} answered ${response.status}${reasonOf(answer)}.`);
    return answer;
  };
}

/** An access token of a machine's client. */
export async function tokenOf(tokenUrl: string, client: { clientId: string; clientSecret: string }): Promise<string> {
  const { clientId, clientSecret } = client;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const response = await reached(tokenUrl, fetch(tokenUrl, { method: 'POST', body }));
  const answer = v.safeParse(tokenSchema, decoded(await response.text()));
  if (!answer.success) throw new Error(`The issuer answered ${response.status} and no access token.`);
  return answer.output.access_token;
}

async function reached(url: string, call: Promise<Response>): Promise<Response> {
  return call.catch(() => {
    throw new Error(`Nothing answers at ${new URL(url).origin}.`);
  });
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A query may hold what nobody should read over a shoulder. */
function pathOf(path: string): string {
  return path.split('?')[0] ?? '';
}

function reasonOf(answer: unknown): string {
  const failure = v.safeParse(failureSchema, answer);
  if (!failure.success) return '';
  const { code, message, fields = {} } = failure.output.error;
  const named = Object.entries(fields).map(([field, fault]) => `${field}: ${fault}`);
  return ` ${code}: ${message}${named.length === 0 ? '' : ` (${named.join(', ')})`}`;
}
