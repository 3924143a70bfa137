import type { JsonSchema } from '@valibot/to-json-schema';
import { failures } from '../../lib/http/admin-answer.ts';
import type { ErrorCode } from '../../lib/model/api.ts';
import { apiRoutes, noBodySchema, type ApiRoute, type RouteKey } from '../../lib/model/routes.ts';
import { queryWords, routeKeys, routeWords, type RouteWords } from './route-words.ts';
import { answeredSchema, answeredShapes } from './answered-schema.ts';
import { takenSchema } from './taken-schema.ts';

/** The cabinet's API as an OpenAPI 3.1 document. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: { title: 'ProfSalon connector: the cabinet’s API', version: '1', description: 'In words: docs/api.md.' },
    servers: [{ url: '/' }],
    security: [{ accessToken: [] }],
    paths: paths(),
    components: {
      schemas: { ...answeredShapes(), Error: errorSchema },
      parameters: { Account: accountParameter },
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { enum: Object.keys(failures) },
        message: { type: 'string' },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
  },
};
const accountParameter = {
  name: 'X-Account',
  in: 'header',
  description: 'The account in which an operator acts; of all others it is not looked at.',
  schema: { type: 'string' },
};
/** Any route may answer these. */
const everywhere: readonly ErrorCode[] = ['unauthorized', 'forbidden', 'invalid_request', 'unavailable', 'internal'];

function paths(): Record<string, Record<string, object>> {
  const all: Record<string, Record<string, object>> = {};
  for (const key of routeKeys()) {
    const [method = '', path = ''] = key.split(' ');
    all[path] = { ...all[path], [method.toLowerCase()]: operation(key) };
  }
  return all;
}

function operation(key: RouteKey): object {
  const route: ApiRoute = apiRoutes[key];
  return {
    operationId: operationId(key),
    description: routeWords[key].does,
    parameters: parameters(key, route),
    ...(route.body === noBodySchema ? {} : { requestBody: { required: true, content: taken(key, route) } }),
    responses: { ...answers(key, route), ...errorAnswers(key, route) },
  };
}

function taken(key: RouteKey, { body }: ApiRoute): object {
  const { takesTable = false }: RouteWords = routeWords[key];
  return takesTable ? { ...json(takenSchema(body)), ...table } : json(takenSchema(body));
}

/** `GET /api/salons/{id}` is `getSalonsById`. */
function operationId(key: string): string {
  const [method = '', ...words] = key.replace('/api/', '').replace('{id}', 'byId').split(/[ /]/);
  return [method.toLowerCase(), ...words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)].join('');
}

function parameters(key: RouteKey, { query, account }: ApiRoute): object[] {
  const { properties = {}, required = [] } = takenSchema(query);
  const words: Readonly<Record<string, string>> = queryWords;
  return [
    ...(key.includes('{id}') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : []),
    ...(account ? [{ $ref: '#/components/parameters/Account' }] : []),
    ...Object.entries(properties).map(([name, schema]) => ({
      ...{ name, in: 'query', required: required.includes(name), description: words[name], schema },
    })),
  ];
}

function answers(key: RouteKey, { answer, rows }: ApiRoute): Record<string, object> {
  const words: RouteWords = routeWords[key];
  const statuses = (words.status ?? '200').match(/\d{3}/g) ?? [];
  const content = json(answeredSchema(answer));
  const said = rows === undefined ? { content } : { headers: tableHeaders, content: { ...content, ...table } };
  return Object.fromEntries(statuses.map((status) => [status, { description: 'Done.', ...said }]));
}

/** Where `Accept` asks for a table, or a body may be one. */
const table = { 'text/csv': { schema: { type: 'string' } } };
const tableHeaders = {
  'X-Next-Cursor': {
    description: 'Of a table: where the rest begins; absent: there is none.',
    schema: { type: 'string' },
  },
};

function errorAnswers(key: RouteKey, { account, body }: ApiRoute): Record<string, object> {
  const own: RouteWords = routeWords[key];
  const codes: ErrorCode[] = [
    ...everywhere,
    ...(account ? (['account_required'] as const) : []),
    ...(account || key.includes('{id}') ? (['not_found'] as const) : []),
    ...(body === noBodySchema ? [] : (['unsupported_media_type'] as const)),
    ...(own.errors ?? []),
  ];
  const byStatus = Map.groupBy(codes, (code) => failures[code][0]);
  const content = json({ $ref: '#/components/schemas/Error' });
  return Object.fromEntries(
    [...byStatus].map(([status, said]) => [
      String(status),
      { description: said.map((code) => `\`${code}\``).join(', '), content },
    ]),
  );
}

function json(schema: JsonSchema): object {
  return { 'application/json': { schema } };
}
