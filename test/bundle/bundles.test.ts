import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { budgets } from '../../bench/init/budgets.ts';
import { shippedBundle, sizeOf } from '../../bench/init/bundles.ts';
import { firstCall } from '../../bench/init/first-call.ts';
import { startStand, type Stand } from '../../bench/init/stand.ts';
import type { Answer, Taken } from '../../bench/init/stub.ts';
import { functionNames } from '../../infra/bundles/bundling.ts';
import type { FunctionName } from '../../lib/model/env.ts';
import { authorizationOf, signatureOf } from './sigv4.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
const files = new Map<FunctionName, string>();
const fileOf = (name: FunctionName) => files.get(name)!;
let stand: Stand;
/** What the services answer instead, once. */
let instead: ((taken: Taken) => Answer | undefined) | undefined;

beforeAll(async () => {
  await Promise.all(functionNames.map(async (name) => files.set(name, await shippedBundle(name, folder))));
  stand = await startStand((taken) => {
    const answer = instead?.(taken);
    if (answer !== undefined) instead = undefined;
    return answer;
  });
});
afterAll(() => {
  stand.stop();
  rmSync(folder, { recursive: true });
});

/** Calls a function for the first time; answers with the requests that it made. */
async function call(name: FunctionName, env: Record<string, string> = {}) {
  stand.taken.length = 0;
  const { event } = stand.calls[name];
  const { answer } = await firstCall({ file: fileOf(name), event, env: { ...stand.env, ...env } });
  return { answer, taken: [...stand.taken], targets: stand.taken.map(({ target }) => target) };
}

/** Three ways to find the person, two to find it by its deal and its booking, and the line. */
const putsOfLine = Array.from({ length: 6 }, () => 'PutItem');

const failing = (operation: string, status: number, type: string) => (taken: Taken) =>
  taken.target.endsWith(`.${operation}`) ? { status, body: { __type: `com.amazonaws#${type}` } } : undefined;

describe.each(functionNames)('the bundle of %s', (name) => {
  it('keeps to its budget', async () => {
    const size = await sizeOf(fileOf(name));
    expect(size.bytes).toBeLessThanOrEqual(budgets[name].bytes);
    expect(size.gzip).toBeLessThanOrEqual(budgets[name].gzip);
  });

  it.each(['fromSSO', 'fromIni', 'fromProcess', 'sso_session', 'credential_process', 'WebIdentity', '169.254.'])(
    'knows no source of credentials that says %s',
    (word) => {
      expect(readFileSync(fileOf(name), 'utf8')).not.toContain(word);
    },
  );

  it('loads nothing late', () => {
    expect(readFileSync(fileOf(name), 'utf8')).not.toMatch(/\bimport\(/);
  });

  it('answers its first call', async () => {
    const { answer } = await call(name);
    expect(answer).toMatchObject(stand.calls[name].answers);
  });

  it('does not start without its environment', async () => {
    await expect(call(name, { SETTINGS_TABLE: '', JOURNAL_TABLE: '' })).rejects.toThrow('missing or malformed');
  });
});

describe('what the bundles leave out', () => {
  it('is numbering plans at the door, and those of far countries in the workers', () => {
    const [door, worker] = [fileOf('webhook'), fileOf('bookings')].map((file) => readFileSync(file, 'utf8'));
    expect(door).not.toContain('INVALID_COUNTRY');
    expect(worker).toContain('RU:["7"');
    expect(worker).not.toContain('US:["1"');
  });

  it('is no retry of the workers: a failing service is asked again', async () => {
    instead = failing('PutItem', 500, 'InternalServerError');
    const { answer, targets } = await call('parked');
    expect(answer).toEqual({ batchItemFailures: [] });
    // The account, what the line puts, one of it asked twice, and the account's erasures.
    expect(targets).toEqual(['GetItem', 'PutItem', ...putsOfLine, 'GetItem'].map((one) => `DynamoDB_20120810.${one}`));
  });

  it('is the retry of the clients at the door, which asks again itself', async () => {
    instead = failing('SendMessageBatch', 500, 'InternalError');
    const { answer, targets } = await call('webhook');
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(targets.filter((target) => target === 'AmazonSQS.SendMessageBatch')).toHaveLength(2);
  });

  it('is no failed condition: what another worker was quicker to write is no failure', async () => {
    instead = failing('PutItem', 400, 'ConditionalCheckFailedException');
    const { answer, targets } = await call('parked');
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(targets).toEqual(['GetItem', ...putsOfLine, 'GetItem'].map((one) => `DynamoDB_20120810.${one}`));
  });

  it('is the class of any other failure, not its end: the message comes back', async () => {
    instead = failing('PutItem', 400, 'ValidationException');
    expect((await call('parked')).answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
  });
});

describe.each([
  ['DynamoDB', 'DynamoDB_20120810.GetItem', 'dynamodb'],
  ['SQS', 'AmazonSQS.SendMessageBatch', 'sqs'],
])('a request to %s', (_, target, service) => {
  let request: Taken;
  beforeAll(async () => {
    const { taken } = await call('webhook');
    request = taken.find((one) => one.target === target)!;
  });

  it("is signed by the function's own key, for its region, service and day", () => {
    const { accessKeyId, scope } = authorizationOf(request);
    const day = String(request.headers['x-amz-date']).slice(0, 8);
    expect(accessKeyId).toBe('AKIDEXAMPLE');
    expect(scope).toBe(`${day}/eu-central-1/${service}/aws4_request`);
    expect(request.headers['x-amz-date']).toMatch(/^\d{8}T\d{6}Z$/);
  });

  it('carries the session token under the signature', () => {
    expect(request.headers['x-amz-security-token']).toBe('session-of-the-function');
    expect(authorizationOf(request).signedHeaders).toEqual(
      expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target']),
    );
  });

  it('has the signature that AWS will compute', () => {
    expect(authorizationOf(request).signature).toBe(signatureOf(request, 'secret-of-the-function'));
  });
});

describe('a function in AWS, which is told no endpoint', () => {
  it('calls the services of its region, under its signature', async () => {
    const { answer, taken } = await call('webhook', {
      AWS_ENDPOINT_URL_DYNAMODB: '',
      AWS_ENDPOINT_URL_SQS: '',
      BOOKINGS_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/000000000000/bookings',
      STUB_PORT: new URL(stand.env['AWS_ENDPOINT_URL_SQS']!).port,
      NODE_OPTIONS: `--require ${resolve('test/bundle/no-network.cjs')}`,
    });
    expect(answer).toMatchObject({ statusCode: 200 });
    expect(taken.map(({ headers, target }) => `${headers.host} ${target}`)).toEqual([
      'dynamodb.eu-central-1.amazonaws.com DynamoDB_20120810.GetItem',
      'dynamodb.eu-central-1.amazonaws.com DynamoDB_20120810.GetItem',
      'sqs.eu-central-1.amazonaws.com AmazonSQS.SendMessageBatch',
    ]);
    for (const one of taken) expect(authorizationOf(one).signature).toBe(signatureOf(one, 'secret-of-the-function'));
  });
});

it('without credentials nothing is sent, and the door says to come again', async () => {
  const { answer, taken } = await call('webhook', { AWS_ACCESS_KEY_ID: '' });
  expect(answer).toMatchObject({ statusCode: 503 });
  expect(taken).toEqual([]);
});
