import { SSMClient, type SSMClientConfig } from '@aws-sdk/client-ssm';
import { expect, it } from '@jest/globals';
import { accessKeys } from '../../lib/keys/access-keys.ts';

/** What a store of access keys must do, whoever keeps them. `config`: of the client. */
export function keepsAccessKeys(config: () => SSMClientConfig): void {
  const keys = () => accessKeys({ client: new SSMClient(config()), path: '/of-a-test/comagic' });

  it('finds none before one is put', async () => {
    expect(await keys().find('demo')).toBeUndefined();
  });

  it('finds what was put last, of this account alone', async () => {
    await keys().put('demo', 'first-key');
    await keys().put('other', 'key-of-the-other');
    await keys().put('demo', 'second-key');
    expect(await keys().find('demo')).toBe('second-key');
    expect(await keys().find('other')).toBe('key-of-the-other');
  });

  it('finds none once it was removed, which may be done again', async () => {
    await keys().put('demo', 'a-key');
    await keys().remove('demo');
    await keys().remove('demo');
    expect(await keys().find('demo')).toBeUndefined();
  });
}
