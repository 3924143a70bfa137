import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { TryAgain } from '../model/try-again.ts';

export interface AccessKeysOptions {
  client: SSMClient;
  /** Without the final slash. */
  path: string;
}

export interface AccessKeys {
  /** Undefined: none is kept under that name. */
  find: (accountKey: string, name: string) => Promise<string | undefined>;
  /** In the place of the one that is kept under that name. */
  put: (accountKey: string, name: string, accessKey: string) => Promise<void>;
  /** Also when none is kept. */
  remove: (accountKey: string, name: string) => Promise<void>;
}

/**
 * The keys with which accounts are called at CoMagic, each an encrypted parameter of SSM; the account names the one that holds. Each throws `TryAgain` when SSM does not
 * answer, without what SSM says: it may quote the key.
 */
export function accessKeys({ client, path }: AccessKeysOptions): AccessKeys {
  const nameOf = (accountKey: string, name: string) => `${path}/${accountKey}/${name}`;
  return {
    find: (accountKey, name) =>
      unlessMissing(async () => {
        const command = new GetParameterCommand({ Name: nameOf(accountKey, name), WithDecryption: true });
        return (await client.send(command)).Parameter?.Value;
      }),
    put: async (accountKey, name, accessKey) => {
      const kept = { Name: nameOf(accountKey, name), Value: accessKey, Type: 'SecureString', Overwrite: true } as const;
      await client.send(new PutParameterCommand(kept)).catch(unavailable);
    },
    remove: (accountKey, name) =>
      unlessMissing(async () => {
        await client.send(new DeleteParameterCommand({ Name: nameOf(accountKey, name) }));
        return undefined;
      }),
  };
}

async function unlessMissing<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return undefined;
    return unavailable();
  }
}

function unavailable(): never {
  throw new TryAgain('the store of access keys does not answer');
}
