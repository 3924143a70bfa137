import type { Account } from '../model/settings.ts';
import { warmFacts } from './warm.ts';

type FindAccount = (accountKey: string) => Promise<Account | undefined>;

/** An account as this process last read it: its secret never changes. */
export function warmAccounts(find: FindAccount, now: () => Date): FindAccount {
  const known = warmFacts<Account>(now);
  return async (accountKey) => {
    const warm = known.get(accountKey);
    if (warm !== undefined) return warm;
    const account = await find(accountKey);
    if (account !== undefined) known.set(accountKey, account);
    return account;
  };
}
