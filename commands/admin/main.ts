import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { apiOf, tokenOf, type Api } from '../api/client.ts';
import { readTarget } from '../api/target.ts';
import { acts } from './acts.ts';
import { tableOf } from './table.ts';

const text = { type: 'string' } as const;
const queries = {
  ...{ from: text, to: text, salon: text, order: text, limit: text, status: text, step: text },
  ...{ type: text, kind: text, hidden: text, warned: text, noContact: text, at: text },
};
const others = { json: { type: 'boolean' }, url: text, account: text, target: text } as const;

/** `npm run admin -- salons list [--json]`: the cabinet's API from a terminal. */
async function main(): Promise<string> {
  const { values, positionals } = parseArgs({ options: { ...queries, ...others }, allowPositionals: true });
  const { json = false, url, account, target, ...query } = values;
  const [group = '', verb = '', ...words] = positionals;
  const command = acts[`${group} ${verb}`];
  if (command?.words.length !== words.length) throw new Error(usage());
  const api = await apiFor({ url, account, target: target ?? join(process.env['DATA_DIR'] ?? '.local', 'demo.json') });
  const answer = await command.act(api, { words, query, tell: json ? () => undefined : teller() });
  if (json) return JSON.stringify(answer, null, 2);
  return (command.text ?? tableOf)(answer);
}

/** Says how far a command is, beside its answer: a terminal shows the newest line alone, all else each that differs. */
function teller(): (line: string) => void {
  const { stderr } = process;
  let last = '';
  return (line) => {
    if (line === last) return;
    stderr.write(stderr.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
    last = line;
  };
}

interface Where {
  url: string | undefined;
  account: string | undefined;
  target: string;
}

/** With CONNECTOR_TOKEN at `--url`; else as the admin of a target file, or, where an account is named, as its operator. */
async function apiFor({ url, account, target: file }: Where): Promise<Api> {
  const token = process.env['CONNECTOR_TOKEN'];
  if (token !== undefined && url !== undefined) return apiOf({ url, token, account });
  const target = readTarget(file);
  const client = account === undefined ? target : target.operator;
  return apiOf({ url: url ?? target.url, token: token ?? (await tokenOf(target.tokenUrl, client)), account });
}

function usage(): string {
  const lines = Object.entries(acts).map(([name, { words }]) => `  ${[name, ...words].join(' ')}`);
  return `npm run admin -- COMMAND [--json] [--account KEY] [--url URL] [--target FILE], and a list’s own filters:\n${lines.join('\n')}`;
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'It did not succeed.'}\n`);
  process.exitCode = 1;
}
