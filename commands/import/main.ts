import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { kindSchema } from '../../lib/model/words.ts';
import { chosenApi, where } from '../api/chosen.ts';
import { teller } from '../api/teller.ts';
import { isWhole, reportOf, reportText } from './report.ts';
import { sendSheet } from './send.ts';
import { readSheet } from './sheet.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const usage = `npm run import -- FILE --salon KEY --kind booking|deal --column 'NAME=FIELD' … [--columns FILE] [--dry-run] [--json] [--account KEY] [--url URL] [--target FILE]
FILE: a CSV whose first row names the columns; \`-\` is standard input. --columns: a JSON object, NAME → FIELD.`;

/** `npm run import -- bookings.csv --salon KEY --kind booking`: rows of a table become events. */
async function main(): Promise<string> {
  const options = {
    ...{ salon: text, kind: text, columns: text },
    column: { type: 'string', multiple: true },
    ...{ 'dry-run': flag, json: flag, ...where },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { salon, kind, columns, column = [], 'dry-run': dryRun, json, ...chosen } = values;
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0 || salon === undefined || !v.is(kindSchema, kind)) throw new Error(usage);
  const sheet = readSheet(path, { ...columnsIn(columns), ...Object.fromEntries(column.map(pairOf)) });
  const tell = json ? () => undefined : teller();
  const sent = await sendSheet(await chosenApi(chosen), sheet, { salon, kind, dryRun, tell });
  const report = reportOf(sheet.names, sheet.rows.length, sent);
  if (!isWhole(report)) process.exitCode = 1;
  return json ? JSON.stringify(report, null, 2) : reportText(report, dryRun);
}

/** A field has no `=`; a name may. */
function pairOf(said: string): [string, string] {
  const at = said.lastIndexOf('=');
  if (at < 1) throw new Error(`--column wants 'NAME=FIELD'.`);
  return [said.slice(0, at), said.slice(at + 1)];
}

const columnsSchema = v.record(v.string(), v.string());

function columnsIn(path: string | undefined): Record<string, string> {
  if (path === undefined) return {};
  try {
    return v.parse(columnsSchema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Error(`${path} is no JSON object of names and fields that can be read.`);
  }
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'It did not succeed.'}\n`);
  process.exitCode = 1;
}
