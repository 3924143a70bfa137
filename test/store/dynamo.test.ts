import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { createTables } from '../../local/dynamo/create-tables.ts';
import { startDynamo } from '../../local/dynamo/start-dynamo.ts';
import { clientOf } from './engine.ts';

describe('the embedded DynamoDB', () => {
  it('keeps its data in a directory, and tables that exist stay as they are', async () => {
    const path = await mkdtemp(join(tmpdir(), 'dynamo-'));
    const item = { pk: 'a', sk: 'b', rev: '1' };
    for (const stored of [undefined, item]) {
      const dynamo = await startDynamo({ path });
      const client = clientOf(dynamo.endpoint);
      await createTables(client, { records: 'records' });
      const table = dynamoTable(client, 'records');
      expect(await table.get('a', 'b')).toEqual(stored);
      await table.putIf(item, undefined);
      client.destroy();
      await dynamo.close();
    }
    await rm(path, { recursive: true });
  });

  it('listens on loopback, on the port that it is given', async () => {
    const first = await startDynamo();
    expect(first.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const port = Number(new URL(first.endpoint).port);
    await first.close();
    const second = await startDynamo({ port });
    expect(second.endpoint).toBe(first.endpoint);
    await second.close();
  });
});
