import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessKeys } from '../../lib/keys/access-keys.ts';
import { startSsm, type SsmServer } from '../../local/ssm/server.ts';
import { keepsAccessKeys } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
const file = join(folder, 'parameters.json');
const secret = randomBytes(32).toString('base64url');
const errors: unknown[] = [];
let server: SsmServer;
const config = () => ({
  endpoint: server.endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});
const keysOver = (endpoint: string) =>
  accessKeys({ client: new SSMClient({ ...config(), endpoint }), path: '/local/comagic' });

beforeAll(async () => {
  server = await startSsm({ file, secret, onError: (error) => errors.push(error) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('The local store of access keys', () => {
  keepsAccessKeys(config);

  it('keeps them sealed, in a file that only its owner reads, for the next start as well', async () => {
    await keysOver(server.endpoint).put('demo', 'a', 'a-key-that-nobody-may-see');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain('a-key-that-nobody-may-see');
    const next = await startSsm({ file, secret, onError: () => undefined });
    expect(await keysOver(next.endpoint).find('demo', 'a')).toBe('a-key-that-nobody-may-see');
    await next.close();
  });

  it.each([
    ['another secret', () => ({ secret: randomBytes(32).toString('base64url'), account: 'demo' })],
    ['the name of another account', () => ({ secret, account: 'other' })],
  ])('gives none away under %s', async (_, under) => {
    const { secret: given, account } = under();
    await keysOver(server.endpoint).put('demo', 'a', 'a-key');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const moved = join(folder, 'moved.json');
    writeFileSync(moved, JSON.stringify({ [`/local/comagic/${account}/a`]: kept['/local/comagic/demo/a'] }));
    const next = await startSsm({ file: moved, secret: given, onError: () => undefined });
    await expect(keysOver(next.endpoint).find(account, 'a')).rejects.toThrow('does not answer');
    await next.close();
  });

  it('refuses what is none of its three acts, and what is no encrypted text', async () => {
    const client = new SSMClient(config());
    await expect(client.send(new DescribeParametersCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
    const plain = new PutParameterCommand({ Name: '/local/plain', Value: 'x', Type: 'String' });
    await expect(client.send(plain)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(errors).toEqual([]);
  });

  it('takes no key in the place of another unless it is told so', async () => {
    const client = new SSMClient(config());
    const put = new PutParameterCommand({ Name: '/local/once', Value: 'x', Type: 'SecureString' });
    await client.send(put);
    await expect(client.send(put)).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
  });
});

describe('A store of access keys that does not answer', () => {
  it.each(['find', 'put', 'remove'] as const)('has the message tried again by %s, and quotes nothing', async (act) => {
    const gone = await startSsm({ file, secret, onError: () => undefined });
    await gone.close();
    const keys = keysOver(gone.endpoint);
    const acting = act === 'put' ? keys.put('demo', 'a', 'a-key-that-nobody-may-see') : keys[act]('demo', 'a');
    await expect(acting).rejects.toMatchObject({
      name: 'TryAgain',
      message: 'the store of access keys does not answer',
    });
  });
});
