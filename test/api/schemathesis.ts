import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../deploy/run.ts';

/** Left out: rules of ours refuse what a schema cannot say, and API Gateway answers 404 to a method that no route has. */
const excluded = 'positive_data_acceptance,unsupported_method';
const seed = '7';
/** Calls of a phase that makes them up, for each operation. */
const mostExamples = '12';
/** Of the calls, those that name something that is there. */
const probability = 0.6;

/** What Schemathesis is run with. */
export interface Trial {
  url: string;
  headers: Readonly<Record<string, string>>;
  document: object;
  /** Ids of what is stored: by operation, those of its path; of salons, for the queries that name one. */
  ids: Readonly<Record<string, readonly string[]>>;
  salons: readonly string[];
  /** A folder for what it reads and writes. */
  folder: string;
  /** Where Schemathesis lies. */
  programs: string;
}

/** Tries an API; answers how the run ended, what it printed, and its events, one a line. */
export async function tryApi({ url, headers, document, ids, salons, folder, programs }: Trial) {
  mkdirSync(folder, { recursive: true });
  const events = join(folder, 'events.ndjson');
  const configuration = join(folder, 'schemathesis.toml');
  const openApi = join(folder, 'openapi.json');
  writeFileSync(openApi, JSON.stringify(document));
  writeFileSync(configuration, tomlOf(ids, salons));
  const { status, output } = await run(
    join(programs, 'st'),
    [
      ...['--config-file', configuration, 'run', openApi, '--url', url],
      ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
      ...['--seed', seed, '--max-examples', mostExamples, '--exclude-checks', excluded, '--continue-on-failure'],
      ...['--no-color', '--warnings', 'off', '--generation-database', 'none'],
      ...['--report', 'ndjson', '--report-ndjson-path', events],
    ],
    process.env,
  );
  return { status, output, events };
}

/** Its configuration: which values a parameter takes from what is stored. JSON's texts are TOML's. */
function tomlOf(ids: Trial['ids'], salons: Trial['salons']): string {
  const dictionary = (name: string, values: readonly string[]) =>
    `[dictionaries.${JSON.stringify(name)}]\nvalues = ${JSON.stringify(values)}`;
  const from = (name: string) => `{ dictionary = ${JSON.stringify(name)}, probability = ${probability} }`;
  return [
    '[cache]\nenabled = false',
    dictionary('salons', salons),
    ...Object.entries(ids).map(([label, values]) => dictionary(label, values)),
    `[parameters]\n"query.salon" = ${from('salons')}`,
    ...Object.keys(ids).map(
      (label) =>
        `[[operations]]\ninclude-name = ${JSON.stringify(label)}\n[operations.parameters]\n"path.id" = ${from(label)}`,
    ),
    '',
  ].join('\n');
}
