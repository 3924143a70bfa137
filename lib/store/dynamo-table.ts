import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as v from 'valibot';
import type { IndexSpec } from '../model/tables.ts';
import {
  parseItem,
  type Countable,
  type IndexRange,
  type IndexRow,
  type Item,
  type Table,
  type Unmarkable,
} from './table.ts';

/** A table of DynamoDB (see `Table`). Throws what the SDK throws when a call fails. */
export function dynamoTable(client: DynamoDBClient, name: string): Table & Countable & Unmarkable {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    get: async (pk, sk) => {
      const { Item } = await documents.send(new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }));
      return Item === undefined ? undefined : parseItem(Item);
    },
    query: async (pk, prefix) => {
      const items = await allPages(documents, { TableName: name, ConsistentRead: true, ...beginning(pk, prefix) });
      return items.map(parseItem);
    },
    putIf: (item, expectedRev) => putIf(documents, name, item, expectedRev),
    removeIf: ({ pk, sk }, expectedRev) =>
      isDone(documents.send(new DeleteCommand({ TableName: name, Key: { pk, sk }, ...storedAs(expectedRev) }))),
    list: (range) => list(documents, name, range),
    count: (range) => count(documents, name, range),
    unmark: (index, item, sort) => unmark(documents, name, { index, item, sort }),
  };
}

/** DynamoDB, unlike dynalite, refuses an empty text as the value of a key: then all of the partition is meant. */
function beginning(
  pk: string,
  prefix: string,
): Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues'> {
  if (prefix === '') return { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
  return {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
  };
}

async function putIf(documents: DynamoDBDocumentClient, name: string, item: Item, expectedRev: string | undefined) {
  const condition =
    expectedRev === undefined ? { ConditionExpression: 'attribute_not_exists(pk)' } : storedAs(expectedRev);
  return isDone(documents.send(new PutCommand({ TableName: name, Item: item, ...condition })));
}

function storedAs(rev: string) {
  return { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': rev } };
}

/** Whether the condition of a write held. */
async function isDone(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

async function unmark(
  documents: DynamoDBDocumentClient,
  name: string,
  { index, item: { pk, sk }, sort }: { index: IndexSpec; item: { pk: string; sk: string }; sort: string },
): Promise<boolean> {
  const update = new UpdateCommand({
    TableName: name,
    Key: { pk, sk },
    UpdateExpression: 'REMOVE #partition, #sort',
    ConditionExpression: '#sort = :sort',
    ExpressionAttributeNames: { '#partition': index.partition, '#sort': index.sort },
    ExpressionAttributeValues: { ':sort': sort },
  });
  try {
    await documents.send(update);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

async function list(documents: DynamoDBDocumentClient, name: string, range: IndexRange): Promise<IndexRow[]> {
  const { index, order, limit } = range;
  const input = { ...stretchOf(name, range), ScanIndexForward: order === 'asc' };
  const rows = await allPages(documents, input, limit);
  return rows.map((row) => v.parse(indexRow, { pk: row['pk'], sort: row[index.sort], summary: row['summary'] }));
}

/** An answer of the database holds what stands in 1 MB: counting goes on until the end, or `limit`. */
async function count(documents: DynamoDBDocumentClient, name: string, range: Omit<IndexRange, 'order'>) {
  let counted = 0;
  let start: Record<string, unknown> | undefined;
  do {
    const page: QueryCommandInput = { ...stretchOf(name, range), Select: 'COUNT', Limit: range.limit - counted };
    if (start !== undefined) page.ExclusiveStartKey = start;
    const answer = await documents.send(new QueryCommand(page));
    counted += answer.Count ?? 0;
    start = answer.LastEvaluatedKey;
  } while (start !== undefined && counted < range.limit);
  return counted;
}

function stretchOf(name: string, { index, partition, from, to }: Omit<IndexRange, 'order' | 'limit'>) {
  return {
    TableName: name,
    IndexName: index.name,
    KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#partition': index.partition, '#sort': index.sort },
    ExpressionAttributeValues: { ':partition': partition, ':from': from, ':to': to },
  };
}

const indexRow = v.object({ pk: v.string(), sort: v.string(), summary: v.optional(v.string(), '') });

/** Reads pages until nothing is left or `most` items are read. */
async function allPages(documents: DynamoDBDocumentClient, input: QueryCommandInput, most = Infinity) {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page: QueryCommandInput = { ...input };
    if (most !== Infinity) page.Limit = most - items.length;
    if (start !== undefined) page.ExclusiveStartKey = start;
    const answer = await documents.send(new QueryCommand(page));
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined && items.length < most);
  return items;
}
