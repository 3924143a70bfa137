import { tables, type TableName } from '../../lib/model/tables.ts';
import type { Grant } from '../functions/connector-function.ts';
import type { AnyTable } from './tables.ts';

/** Grants on a table itself, not on its indexes. */
export function onTable(table: AnyTable, ...actions: `dynamodb:${string}`[]): Grant {
  return { actions, resources: [table.tableArn] };
}

/** A grant on the items whose partition key is like one of these: `*` stands for any text. */
export function onPartitions(
  table: AnyTable,
  partitions: readonly string[],
  action: 'dynamodb:GetItem' | 'dynamodb:PutItem' | 'dynamodb:DeleteItem',
): Grant {
  const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } };
  return { ...onTable(table, action), conditions };
}

/** The right to read lists: Query on these indexes of a table, or on each. */
export function onIndexes(table: AnyTable, name: TableName, only: readonly string[] = namesOf(name)): Grant {
  return {
    actions: ['dynamodb:Query'],
    resources: only.map((index) => `${table.tableArn}/index/${index}`),
  };
}

function namesOf(name: TableName): string[] {
  return tables[name].indexes.map((index) => index.name);
}
