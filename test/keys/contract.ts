import { SSMClient, type SSMClientConfig } from '@aws-sdk/client-ssm';
import { expect, it } from '@jest/globals';
import { accessKeys } from '../../lib/keys/access-keys.ts';

/** What a store of access keys must do, whoever keeps them. `config`: of the client. */
export function keepsAccessKeys(config: () => SSMClientConfig): void {
  const keys = () => accessKeys({ client: new SSMClient(config()), path: '/of-a-test/comagic' });

  it('finds none before one is put', async () => {
    expect(await keys().find('demo', 'a')).toBeUndefined();
  });

  it('finds what was put last, of this account alone', async () => {
    await keys().put('demo', 'a', 'first-key');
    await keys().put('other', 'a', 'key-of-the-other');
    await keys().put('demo', 'a', 'second-key');
    expect(await keys().find('demo', 'a')).toBe('second-key');
    expect(await keys().find('other', 'a')).toBe('key-of-the-other');
  });

  it('keeps one under each name', async () => {
    await keys().put('demo', 'a', 'key-of-a');
    await keys().put('demo', 'b', 'key-of-b');
    await keys().remove('demo', 'a');
    expect(await keys().find('demo', 'b')).toBe('key-of-b');
  });

  it('finds none once it was removed, which may be done again', async () => {
    await keys().put('demo', 'a', 'a-key');
    await keys().remove('demo', 'a');
    await keys().remove('demo', 'a');
    expect(await keys().find('demo', 'a')).toBeUndefined();
  });
}
