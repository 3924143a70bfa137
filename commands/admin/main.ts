import { parseArgs } from 'node:util';
import { chosenApi, where } from '../api/chosen.ts';
import { teller } from '../api/teller.ts';
import { acts } from './acts.ts';
import { tableOf } from './table.ts';

const text = { type: 'string' } as const;
const queries = {
  ...{ from: text, to: text, salon: text, order: text, limit: text, status: text, step: text },
  ...{ type: text, kind: text, source: text, hidden: text, warned: text, problem: text, noContact: text, at: text },
};
const others = { json: { type: 'boolean' }, ...where } as const;

/** `npm run admin -- salons list [--json]`: the cabinet's API from a terminal. */
async function main(): Promise<string> {
  const { values, positionals } = parseArgs({ options: { ...queries, ...others }, allowPositionals: true });
  const { json = false, url, account, target, ...query } = values;
  const [group = '', verb = '', ...words] = positionals;
  const command = acts[`${group} ${verb}`];
  if (command?.words.length !== words.length) throw new Error(usage());
  const api = await chosenApi({ url, account, target });
  const answer = await command.act(api, { words, query, tell: json ? () => undefined : teller() });
  if (json) return JSON.stringify(answer, null, 2);
  return (command.text ?? tableOf)(answer);
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
