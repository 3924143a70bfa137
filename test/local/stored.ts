import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { startDynamo } from '../../local/dynamo/start-dynamo.ts';

/** All values that a stopped stack keeps by table, as text, deflated bodies inflated. */
export async function storedIn(dataDir: string): Promise<Record<string, string[]>> {
  const dynamo = await startDynamo({ path: join(dataDir, 'dynamo') });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'us-east-1', credentials });
  const documents = DynamoDBDocumentClient.from(client);
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const texts: Record<string, string[]> = {};
  for (const TableName of TableNames) {
    texts[TableName] = [];
    for await (const { Items = [] } of paginateScan({ client: documents }, { TableName }))
      texts[TableName].push(...Items.flatMap(Object.values).map(textOf));
  }
  client.destroy();
  await dynamo.close();
  return texts;
}

function textOf(value: unknown): string {
  return value instanceof Uint8Array ? inflateRawSync(value).toString('utf8') : JSON.stringify(value);
}

/** The messages in all queues of a stopped stack: those that wait, are being worked on, or are parked. */
export function queuedIn(dataDir: string): string[] {
  const db = new DatabaseSync(join(dataDir, 'sqs.sqlite'), { readOnly: true });
  const messages = db.prepare('SELECT body, attributes FROM message').all();
  db.close();
  return messages.map(({ body, attributes }) => `${String(body)} ${String(attributes)}`);
}
