import type { Account } from '../../model/settings.ts';
import { asking, type Ask, type AskDeps } from './ask.ts';

export interface AskOfAccountDeps extends AskDeps {
  findAccount: (accountKey: string) => Promise<Account | undefined>;
  /** The key with which the account is called. */
  accessKeyOf: (accountKey: string) => Promise<string | undefined>;
}

/** Calls of an account that has a key, whether its records are sent or not; undefined: it has none. */
export async function askOfAccount(
  deps: AskOfAccountDeps,
  accountKey: string,
  options: { forPeople: boolean },
): Promise<{ account: Account; ask: Ask } | undefined> {
  const account = await deps.findAccount(accountKey);
  const accessKey = account?.connection?.keySet === true ? await deps.accessKeyOf(accountKey) : undefined;
  if (account?.connection === undefined || accessKey === undefined) return undefined;
  const { apiHost: host } = account.connection;
  return { account, ask: asking(deps, accountKey, { host, accessKey }, options) };
}
