import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, it, jest } from '@jest/globals';
import { AbstractValueIterator } from 'abstract-level';
import { startDynamo } from '../../local/dynamo/start-dynamo.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

it('The local DynamoDB lets go of a query that it has answered, whole or in part', async () => {
  const path = mkdtempSync(join(tmpdir(), 'dynamo-'));
  const dynamo = await startDynamo({ path });
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'us-east-1', credentials });
  const TableName = 'things';
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  await sleep(50);
  for (const sk of ['a', 'b', 'c'])
    await client.send(new PutItemCommand({ TableName, Item: { pk: { S: 'p' }, sk: { S: sk } } }));
  const query = async (Limit?: number) => {
    const condition = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'p' } } };
    return (await client.send(new QueryCommand({ TableName, Limit, ...condition }))).Count;
  };
  const next = jest.spyOn(AbstractValueIterator.prototype, 'next');
  expect([await query(), await query(1)]).toEqual([3, 1]);
  await sleep(50);
  const iterators = new Set(next.mock.contexts as AbstractValueIterator<unknown, unknown, unknown>[]);
  expect(iterators.size).toBe(2);
  for (const iterator of iterators) {
    await expect(iterator.next()).rejects.toMatchObject({ code: 'LEVEL_ITERATOR_NOT_OPEN' });
  }
  client.destroy();
  await dynamo.close();
  rmSync(path, { recursive: true });
});
