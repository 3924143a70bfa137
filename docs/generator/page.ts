import type { JsonSchema } from '@valibot/to-json-schema';
import { failures } from '../../lib/http/admin-answer.ts';
import type { ErrorCode } from '../../lib/model/api.ts';
import { apiRoutes, noBodySchema, type ApiRoute, type RouteKey } from '../../lib/model/routes.ts';
import { roles } from '../../lib/model/words.ts';
import { answeredSchema, answeredShapes } from './answered-schema.ts';
import { queryWords, routeKeys, routeWords, type RouteWords } from './route-words.ts';
import { sentShape } from './shapes.ts';
import { typeText } from './type-text.ts';

/** The page of the cabinet's API as Markdown, not yet laid out. */
export function apiPage(): string {
  return [introduction, errorsTable(), lists(), ...routeKeys().map(routeSection), shapes()].join('\n\n');
}

const introduction = `# The cabinet's API

Written by \`npm run docs:api\` from the schemas that check calls and type answers (\`lib/model/routes.ts\`): change those, not this page.
The webhook is described in [contract.md](contract.md).

**Who calls.** \`Authorization: Bearer …\` with an access token of the issuer (\`TOKEN_ISSUER\`). The token says who; what its subject may
do is a row of \`members\`: \`${roles.join('`, `')}\`, each of whom may do what the ones before may. A viewer or admin acts in
the account of the row. An operator belongs to none and names one in the header \`X-Account\`; routes that need no account say so, and those
that serve account \`-\` say so too.

**Persons.** A viewer sees names, phones, e-mails, comments and messages masked (\`Е•••\`, \`+7916•••67\`), in tables, too, unless the account says
\`maskPersons: false\`. With \`reveal=true\` they are shown as they are, and a line of the audit (\`persons_shown\`) says who saw what.

**Bodies** are JSON objects, \`content-type: application/json\`. An unknown field or parameter is \`invalid_request\`. An absent field keeps its value,
\`null\` clears one that allows it. Fields that an answer has and nobody may set may come back: they are not looked at.

**Versions.** A save names the \`version\` that was read. If somebody has saved since, it is refused with \`version_conflict\`: read again.

**Words.** Times are UTC with milliseconds, money is whole kopecks (hundredths of \`currency\`), ids are strings, phones are E.164 or, where
they are no number, as typed. A field that nothing is known of is absent, never \`null\`.`;

function errorsTable(): string {
  const rows = Object.entries(failures).map(([code, [status, message]]) => `| ${status} | \`${code}\` | ${message} |`);
  return `## Errors

\`{"error":{"code","message","fields"?}}\`: \`fields\` says by name what is wrong with a field. Names of fields and codes are ours; nothing that was sent
is repeated. \`unauthorized\`, \`forbidden\`, \`not_found\`, \`account_required\`, \`invalid_request\`, \`unavailable\` and \`internal\` may be answered on any
route, \`unsupported_media_type\` where there is a body; the others are named where they may be.

| status | code | message |
| --- | --- | --- |
${rows.join('\n')}

With 503 comes \`Retry-After\`.`;
}

function lists(): string {
  return `## Lists

\`{"items":[…],"cursor"?}\`. A call looks at a bounded part of a long period (1,000 entries, 36 months): a page may be short, or empty, and still
have a \`cursor\`. Go on until an answer has none.

${tables()}`;
}

function tables(): string {
  const routes = routeKeys().filter((key) => 'rows' in apiRoutes[key]);
  return `With \`Accept: text/csv\` these are tables for Russian Excel: ${routes.map((key) => `\`${key}\``).join(', ')}. UTF-8 with a mark, \`;\`, CRLF, decimal
commas, sums in whole units, times by the account’s clocks; a cell that a sheet would run has \`'\` before it, unless it is digits alone. A column for each field of an item.
Up to 5,000 rows an answer; \`limit\` counts for nothing; the header \`X-Next-Cursor\` says where the rest begins.`;
}

function routeSection(key: RouteKey): string {
  const route: ApiRoute = apiRoutes[key];
  const words: RouteWords = routeWords[key];
  return [
    `## ${key}`,
    `${words.does} ${whoMay(route)}`,
    ...query(sentShape(route.query)),
    ...body(route),
    `Answers ${words.status ?? '200'}${errors(words.errors ?? [])}:`,
    code('Answer', typeText(answeredSchema(route.answer))),
  ].join('\n\n');
}

function errors(codes: readonly ErrorCode[]): string {
  return codes.length === 0 ? '' : ` (errors of its own: ${codes.map((code) => `\`${code}\``).join(', ')})`;
}

function whoMay({ role, account, strays }: ApiRoute): string {
  const rest = [...(account ? [] : ['needs no account']), ...(strays ? ['serves account `-`'] : [])];
  return `_${[`${role}${role === 'operator' ? '' : ' and above'}`, ...rest].join(', ')}_`;
}

function query({ properties = {} }: JsonSchema): string[] {
  const rows = Object.entries(properties).flatMap(([name, schema]) => {
    if (typeof schema === 'boolean' || !isQueryWord(name)) return [];
    const usual = typeof schema.default === 'string' ? `\`${schema.default}\`` : '';
    return [`| \`${name}\` | ${valuesOf(schema)} | ${usual} | ${queryWords[name]} |`];
  });
  return rows.length === 0 ? [] : ['| query | values | default | |\n| --- | --- | --- | --- |\n' + rows.join('\n')];
}

function isQueryWord(name: string): name is keyof typeof queryWords {
  return name in queryWords;
}

/** Those of a closed choice; a shape that the page names stands for its own. */
function valuesOf(schema: JsonSchema): string {
  const closed = schema.enum !== undefined || schema.$ref !== undefined;
  return closed
    ? typeText(schema)
        .replaceAll('"', '')
        .split(' | ')
        .map((value) => `\`${value}\``)
        .join(' ')
    : '';
}

function body({ body: schema }: ApiRoute): string[] {
  return schema === noBodySchema ? [] : ['Body:', code('Body', typeText(withoutReadOnly(sentShape(schema))))];
}

/** Fields that are taken and not looked at have no type. */
function withoutReadOnly(schema: JsonSchema): JsonSchema {
  const { properties = {} } = schema;
  const looked = Object.entries(properties).filter(([, field]) => Object.keys(field).length > 0);
  return { ...schema, properties: Object.fromEntries(looked) };
}

function code(name: string, type: string): string {
  return '```ts\ntype ' + name + ' = ' + type + ';\n```';
}

function shapes(): string {
  const types = Object.entries(answeredShapes()).map(([name, shape]) => `type ${name} = ${typeText(shape)};`);
  return '## Shapes\n\n```ts\n' + types.join('\n') + '\n```\n';
}
