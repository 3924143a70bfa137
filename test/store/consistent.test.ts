import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { settingsKeys } from '../../lib/model/keys.ts';
import { tables } from '../../lib/model/tables.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { settingsDoor } from '../../lib/store/settings-door.ts';
import { settingsItem } from '../../lib/store/settings-item.ts';
import { connected, hookKey } from '../webhook/door.ts';
import { startEngine, type Engine } from './engine.ts';

/** A call as it leaves the SDK: what DynamoDB is asked to do, and how. */
interface Sent {
  target: string | undefined;
  body: Record<string, unknown>;
}
interface Wire {
  headers: Record<string, string>;
  body: Uint8Array;
}

/** Notes every call of a client when it is written down, after all that the SDK puts into it. */
function noted(client: DynamoDBClient): Sent[] {
  const sent: Sent[] = [];
  client.middlewareStack.add(
    (next) => (args) => {
      const { headers, body } = args.request as Wire;
      sent.push({
        target: headers['x-amz-target'],
        body: JSON.parse(Buffer.from(body).toString('utf8')) as Sent['body'],
      });
      return next(args);
    },
    { step: 'build', name: 'noted' },
  );
  return sent;
}

let engine: Engine;
let sent: Sent[];
beforeAll(async () => {
  engine = await startEngine();
  sent = noted(engine.client);
});
afterAll(() => engine.stop());
afterEach(() => {
  sent.splice(0);
});

const get = 'DynamoDB_20120810.GetItem';
const query = 'DynamoDB_20120810.Query';

/** The engine has one copy and never lags: only the calls say what AWS would have been asked. */
describe('what is read consistently', () => {
  it('an item of a table', async () => {
    await dynamoTable(engine.client, 'records').get('arbat#deal#1', 'v#deal');
    expect(sent).toEqual([
      {
        target: get,
        body: {
          TableName: 'records',
          Key: { pk: { S: 'arbat#deal#1' }, sk: { S: 'v#deal' } },
          ConsistentRead: true,
        },
      },
    ]);
  });

  it.each(['e', ''])('a partition of a table, every page of it (from %j)', async (prefix) => {
    const table = dynamoTable(engine.client, 'records');
    // Four items of 300 KB: a page of a query holds 1 MB.
    const text = 'x'.repeat(300_000);
    for (const sk of ['e#1', 'e#2', 'e#3', 'e#4']) await table.putIf({ pk: 'large', sk, rev: '1', text }, undefined);
    sent.splice(0);
    expect(await table.query('large', prefix)).toHaveLength(4);
    expect(sent.map(({ target, body }) => [target, body['ConsistentRead']])).toEqual([
      [query, true],
      [query, true],
    ]);
  });

  it('a hook key and its salon at the door', async () => {
    const { key: salonKey, accountKey, ...rest } = connected({});
    const table = dynamoTable(engine.client, 'settings');
    await table.putIf(settingsItem(settingsKeys.hook(hookKey), { v: 1, accountKey, salonKey }), undefined);
    const salon = { ...rest, key: salonKey, accountKey };
    await table.putIf(settingsItem(settingsKeys.salon(accountKey, salonKey), salon), undefined);
    sent.splice(0);
    const found = await settingsDoor(engine.client, 'settings').findHook(hookKey, AbortSignal.timeout(10_000));
    expect(found?.salon.key).toBe(salonKey);
    expect(sent.map(({ target, body }) => [target, body['ConsistentRead']])).toEqual([
      [get, true],
      [get, true],
    ]);
  });

  it('not an index, which can not be', async () => {
    const [index] = tables.records.indexes;
    const range = { index, partition: 'demo#deal#2026-03', from: '2026', to: '2027', order: 'asc', limit: 5 } as const;
    await dynamoTable(engine.client, 'records').list(range);
    expect(sent.map(({ target, body }) => [target, body['ConsistentRead']])).toEqual([[query, undefined]]);
  });
});
