import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
  type GlobalSecondaryIndexPropsV2,
  type ITable,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import {
  tableKey,
  tables,
  ttlAttribute,
  type IndexSpec,
  type TableName,
  type TableSpec,
} from '../../lib/model/tables.ts';
import type { Settings } from '../settings.ts';

/** One of the stack's own tables, or one that it was told of. */
export type AnyTable = TableV2 | ITable;

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The tables of lib/model: on demand, encrypted, restorable to any second of 35 days. */
export class Tables extends Construct {
  /** What the functions use: the stack's own tables, or one restored in its place. */
  readonly inUse: Record<TableName, AnyTable>;

  constructor(scope: Construct, { deletionProtection, restored = {} }: Settings) {
    super(scope, 'Tables');
    const make = (name: TableName): AnyTable => {
      const own = this.newTable(tables[name], deletionProtection);
      const other = restored[name];
      return other === undefined ? own : TableV2.fromTableName(this, `${name}Restored`, other);
    };
    this.inUse = { settings: make('settings'), records: make('records'), journal: make('journal'), jobs: make('jobs') };
  }

  private newTable({ name, ttl, indexes }: TableSpec, deletionProtection: boolean): TableV2 {
    return new TableV2(this, name, {
      partitionKey: text(tableKey.partition),
      sortKey: text(tableKey.sort),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection,
      removalPolicy: deletionProtection ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      globalSecondaryIndexes: indexes.map(indexOf),
      ...(ttl && { timeToLiveAttribute: ttlAttribute }),
    });
  }
}

function indexOf({ name, partition, sort, attributes }: IndexSpec): GlobalSecondaryIndexPropsV2 {
  return {
    indexName: name,
    partitionKey: text(partition),
    sortKey: text(sort),
    ...(attributes.length === 0
      ? { projectionType: ProjectionType.KEYS_ONLY }
      : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...attributes] }),
  };
}
