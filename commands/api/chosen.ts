import { join } from 'node:path';
import { apiOf, tokenOf, type Api } from './client.ts';
import { readTarget } from './target.ts';

/** Options of a command that say which API, and as whom. */
export const where = { url: { type: 'string' }, account: { type: 'string' }, target: { type: 'string' } } as const;

/** With CONNECTOR_TOKEN at `url`; else as the admin of a target file, or, where an account is named, as its operator. */
export async function chosenApi(chosen: {
  url?: string | undefined;
  account?: string | undefined;
  target?: string | undefined;
}): Promise<Api> {
  const { url, account, target: file = join(process.env['DATA_DIR'] ?? '.local', 'demo.json') } = chosen;
  const token = process.env['CONNECTOR_TOKEN'];
  if (token !== undefined && url !== undefined) return apiOf({ url, token, account });
  const target = readTarget(file);
  const client = account === undefined ? target : target.operator;
  return apiOf({ url: url ?? target.url, token: token ?? (await tokenOf(target.tokenUrl, client)), account });
}
