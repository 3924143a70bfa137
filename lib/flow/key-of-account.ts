import type { Account } from '../model/settings.ts';

export interface KeyOfAccountDeps {
  findAccount: (accountKey: string) => Promise<Pick<Account, 'connection'> | undefined>;
  findAccessKey: (accountKey: string, name: string) => Promise<string | undefined>;
}

/** The key with which an account is called, by the name that the account has for it; one that was replaced meanwhile is looked up again. */
export function keyOfAccount({ findAccount, findAccessKey }: KeyOfAccountDeps) {
  return async (accountKey: string): Promise<string | undefined> => {
    const nameNow = async () => (await findAccount(accountKey))?.connection?.keyName;
    const name = await nameNow();
    if (name === undefined) return undefined;
    const accessKey = await findAccessKey(accountKey, name);
    if (accessKey !== undefined) return accessKey;
    const later = await nameNow();
    return later === undefined || later === name ? undefined : findAccessKey(accountKey, later);
  };
}
