import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  type CreateTableCommandInput,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { tableKey, tables, type IndexSpec, type TableName, type TableSpec } from '../../lib/model/tables.ts';

/** Real names of the tables to create; those that exist stay as they are. */
export type TableNames = Partial<Record<TableName, string>>;

/** Creates the tables of lib/model/tables.ts in an embedded engine; in AWS the stack does it. */
export async function createTables(client: DynamoDBClient, names: TableNames): Promise<void> {
  for (const spec of Object.values(tables)) {
    const name = names[spec.name];
    if (name === undefined) continue;
    await createTable(client, request(name, spec));
    await untilActive(client, name);
  }
}

/** The engine answers a moment before the table can be used. */
async function untilActive(client: DynamoDBClient, TableName: string): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await wait(10);
  }
  throw new Error(`table ${TableName} does not become active`);
}

async function createTable(client: DynamoDBClient, input: CreateTableCommandInput): Promise<void> {
  try {
    await client.send(new CreateTableCommand(input));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

function request(name: string, { indexes }: TableSpec): CreateTableCommandInput {
  const keys = new Set([
    tableKey.partition,
    tableKey.sort,
    ...indexes.flatMap((index) => [index.partition, index.sort]),
  ]);
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...keys].map((key) => ({ AttributeName: key, AttributeType: 'S' as const })),
    KeySchema: keySchema(tableKey.partition, tableKey.sort),
    ...(indexes.length > 0 ? { GlobalSecondaryIndexes: indexes.map(indexRequest) } : {}),
  };
}

function indexRequest(index: IndexSpec) {
  return {
    IndexName: index.name,
    KeySchema: keySchema(index.partition, index.sort),
    Projection:
      index.attributes.length === 0
        ? { ProjectionType: 'KEYS_ONLY' as const }
        : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.attributes] },
  };
}

function keySchema(partition: string, sort: string) {
  return [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
}
