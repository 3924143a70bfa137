import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect } from '@jest/globals';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as v from 'valibot';
import { createTables } from '../../local/dynamo/create-tables.ts';
import { startDynamo } from '../../local/dynamo/start-dynamo.ts';
import type { CatalogName } from '../../lib/model/catalog.ts';
import { apiRoutes, type RouteKey } from '../../lib/model/routes.ts';
import type { Member } from '../../lib/model/settings.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { anAccount } from '../build/settings.ts';
import { clientId, issuer, startIssuer } from './issuer.ts';

const names = { settings: 'settings', records: 'records', journal: 'journal', jobs: 'jobs' };

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  body: Record<string, unknown>;
}
export interface Ask {
  as?: string;
  account?: string;
  id?: string;
  query?: Record<string, string>;
  body?: unknown;
  event?: Partial<APIGatewayProxyEventV2>;
}

/**
 * The admin λ as AWS runs it, on the embedded engine, with members `viewer`, `admin`, `operator` and `stranger` (of another account).
 * `variables`: what the function is told beside or in the place of the usual.
 */
export async function startStand(variables: Record<string, string> = {}) {
  const tokens = await startIssuer();
  const dynamo = await startDynamo();
  Object.assign(process.env, environment(tokens.jwksUrl, dynamo.endpoint), variables);
  const client = new DynamoDBClient({});
  await createTables(client, names);
  const tables = {
    settings: dynamoTable(client, names.settings),
    records: dynamoTable(client, names.records),
    journal: dynamoTable(client, names.journal),
    jobs: dynamoTable(client, names.jobs),
  };
  const settings = settingsStore(tables.settings);
  await settings.saveAccount(anAccount());
  await settings.saveAccount(
    anAccount({ key: 'other', name: 'Чужой', timezone: 'Asia/Yekaterinburg', components: [] }),
  );
  for (const member of members) await settings.saveMember(member);
  const { handler } = await import('../../functions/admin.ts');

  async function ask(routeKey: string, { as = 'admin', ...rest }: Ask = {}): Promise<Answer> {
    const event = anEvent(routeKey, { authorization: `Bearer ${await tokens.token(as)}` }, rest);
    const answer = answerOf(await handler(event, {} as Context));
    if (answer.status < 300 && !isTable(answer)) expect(answer.body).toEqual(answered(routeKey, answer.body));
    return answer;
  }
  /** Puts a list of the catalog, whatever its version. */
  async function putList(name: CatalogName, items: object[], who: Pick<Ask, 'as' | 'account'> = {}): Promise<Answer> {
    const { version } = (await ask(`GET /api/catalog/${name}`, who)).body;
    return ask(`PUT /api/catalog/${name}`, { ...who, body: { items, version } });
  }
  return {
    tokens,
    tables,
    settings,
    ask,
    putList,
    send: async (event: APIGatewayProxyEventV2) => answerOf(await handler(event, {} as Context)),
    close: async () => {
      tokens.close();
      client.destroy();
      await dynamo.close();
    },
  };
}
export type Stand = Awaited<ReturnType<typeof startStand>>;

const members: Member[] = [
  aMember('viewer', { role: 'viewer', accountKey: 'demo' }),
  aMember('admin', { role: 'admin', accountKey: 'demo' }),
  aMember('operator', { role: 'operator' }),
  aMember('stranger', { role: 'admin', accountKey: 'other' }),
];

function aMember(subject: string, over: Pick<Member, 'role'> & Partial<Member>): Member {
  return { v: 1, subject, createdAt: '2026-03-01T00:00:00.000Z', ...over };
}

/** What the function reads; `dynamo`: the database's endpoint. */
export function environment(jwksUrl: string, dynamo: string): Record<string, string> {
  return {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo,
    // Nobody is there: a job is woken by the sweep.
    AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:9',
    SETTINGS_TABLE: names.settings,
    RECORDS_TABLE: names.records,
    JOURNAL_TABLE: names.journal,
    JOBS_TABLE: names.jobs,
    JOBS_QUEUE_URL: 'http://127.0.0.1:9/000000000000/jobs',
    DELIVERY_QUEUE_URL: 'http://127.0.0.1:9/000000000000/delivery',
    AWS_ENDPOINT_URL_SSM: 'http://127.0.0.1:9',
    ACCESS_KEYS_PATH: '/test/comagic',
    BOOKINGS_QUEUE_URL: 'http://127.0.0.1:9/000000000000/bookings',
    DEALS_QUEUE_URL: 'http://127.0.0.1:9/000000000000/deals',
    BOOKINGS_DEAD_LETTERS_URL: 'http://127.0.0.1:9/000000000000/bookings-dead',
    DEALS_DEAD_LETTERS_URL: 'http://127.0.0.1:9/000000000000/deals-dead',
    CALLING_ADDRESS: '203.0.113.7',
    WEBHOOK_BASE_URL: 'https://hooks.example.ru',
    TOKEN_ISSUER: issuer,
    TOKEN_JWKS_URL: jwksUrl,
    TOKEN_CLIENT_IDS: `${clientId},machine`,
  };
}

/** A call as API Gateway's HTTP API hands it over (format 2.0). */
export function anEvent(
  routeKey: string,
  headers: Record<string, string> = {},
  { account, id, query, body, event }: Omit<Ask, 'as'> = {},
): APIGatewayProxyEventV2 {
  return {
    version: '2.0',
    routeKey,
    rawPath: '',
    rawQueryString: '',
    headers: {
      ...headers,
      ...(account === undefined ? {} : { 'x-account': account }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    requestContext: {} as APIGatewayProxyEventV2['requestContext'],
    isBase64Encoded: false,
    ...(id === undefined ? {} : { pathParameters: { id } }),
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...event,
  };
}

/** What the schema of a route takes of an answer: without what the schema does not name. Throws when it is another. */
export function answered(routeKey: string, body: unknown): unknown {
  const { answer } = apiRoutes[routeKey as RouteKey];
  return v.parse<v.GenericSchema>(answer, body);
}

function isTable({ headers }: { headers?: Record<string, unknown> | undefined }): boolean {
  return String(headers?.['content-type']).startsWith('text/csv');
}

export function answerOf(result: APIGatewayProxyStructuredResultV2): Answer {
  const text = result.body ?? '';
  return {
    status: result.statusCode ?? 0,
    headers: result.headers ?? {},
    text,
    body: isTable(result) ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}
