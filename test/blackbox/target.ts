/** What `demo.json` says of a stack, wherever it runs. */
export interface Target {
  url: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  operator: { clientId: string; clientSecret: string };
  salon: { salonId: string; webhookUrl: string; token: string };
  queues: { endpoint: string; bookings: string; deals: string };
}

export interface Answer {
  status: number;
  /** Decoded JSON; undefined when there was none. */
  body: unknown;
}
export type Api = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, content?: unknown) => Promise<Answer>;

/** How long an answer may take; a stack that was killed while it was asked gives none. */
const mostMs = 120_000;

/** A client of a target's API; of the operator when `account` names the one to act in. */
export async function apiOf(target: Target, account?: string): Promise<Api> {
  const token = await tokenOf(target.tokenUrl, account === undefined ? target : target.operator);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    ...(account === undefined ? {} : { 'x-account': account }),
  };
  return async (method, path, content) => {
    const body = content === undefined ? {} : { body: JSON.stringify(content) };
    const signal = AbortSignal.timeout(mostMs);
    return answerOf(await fetch(`${target.url}${path}`, { method, headers, signal, ...body }));
  };
}

/** An access token of one of a target's clients. */
export async function tokenOf(tokenUrl: string, client: Target['operator']): Promise<string> {
  const { clientId, clientSecret } = client;
  const credentials = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const issued = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(credentials) });
  const { access_token: token } = (await issued.json()) as { access_token: string };
  return token;
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

export type Item = Record<string, unknown>;

/** All pages of a list; `path` has a query. */
export async function allOf(api: Api, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await api('GET', `${path}&limit=500${next}`);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    const page = body as { items: Item[]; cursor?: string };
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}
