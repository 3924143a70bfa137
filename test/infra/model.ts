import { describe, expect, it } from '@jest/globals';
import { environments as variables, type FunctionName } from '../../lib/model/env.ts';
import { apiRoutes, webhookRoutes } from '../../lib/model/routes.ts';
import { tables, type TableSpec } from '../../lib/model/tables.ts';
import { readable } from './refs.ts';
import { ofType, only, type Synthesised } from './synth.ts';

/** What lib/model says is what is deployed: nothing less, nothing else. */
export function model(stack: () => Synthesised): void {
  describe('The stack follows the model', () => {
    it('has each route: the webhook open, the API for holders of a token, each led to its function', () => {
      const found = ofType(stack(), 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
        Properties['RouteKey'],
        Properties['AuthorizationType'],
      ]);
      const open = webhookRoutes.map((key) => [key, 'NONE']);
      const closed = Object.keys(apiRoutes).map((key) => [key, 'JWT']);
      expect(found.sort()).toEqual([...open, ...closed].sort());
    });

    it.each(Object.keys(variables) as FunctionName[])('gives %s all of its variables and no other', (name) => {
      const [, found] = ofType(stack(), 'AWS::Lambda::Function').find(([id]) => id.startsWith(name))!;
      const given = (found.Properties['Environment'] as { Variables: object }).Variables;
      expect(Object.keys(given).sort()).toEqual(Object.keys(variables[name].entries).sort());
    });

    it.each(Object.values(tables) as TableSpec[])(
      'has the table $name with its keys, indexes and end of life',
      (spec) => {
        const [, found] = ofType(stack(), 'AWS::DynamoDB::GlobalTable').find(([id]) =>
          id.startsWith(`Tables${spec.name}`),
        )!;
        const properties = found.Properties;
        const keys = (hash: string, range: string) => [
          { AttributeName: hash, KeyType: 'HASH' },
          { AttributeName: range, KeyType: 'RANGE' },
        ];
        expect(properties['KeySchema']).toEqual(keys('pk', 'sk'));
        expect(properties['BillingMode']).toBe('PAY_PER_REQUEST');
        expect(properties['TimeToLiveSpecification']).toEqual(
          spec.ttl ? { AttributeName: 'expiresAt', Enabled: true } : undefined,
        );
        const indexes = (properties['GlobalSecondaryIndexes'] ?? []) as Record<string, unknown>[];
        expect(indexes.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }))).toEqual(
          spec.indexes.map(({ name, partition, sort, attributes }) => ({
            IndexName: name,
            KeySchema: keys(partition, sort),
            Projection:
              attributes.length === 0
                ? { ProjectionType: 'KEYS_ONLY' }
                : { NonKeyAttributes: attributes, ProjectionType: 'INCLUDE' },
          })),
        );
        const [replica] = properties['Replicas'] as Record<string, unknown>[];
        expect(replica?.['PointInTimeRecoverySpecification']).toEqual({ PointInTimeRecoveryEnabled: true });
      },
    );

    it('has no other table', () => {
      expect(ofType(stack(), 'AWS::DynamoDB::GlobalTable')).toHaveLength(Object.keys(tables).length);
    });

    it('hides a message for six tries of a batch and the wait for it, five times, and keeps it two weeks among the dead', () => {
      const queues = ofType(stack(), 'AWS::SQS::Queue').map(([id, { Properties }]) => [
        readable({ Ref: id }),
        Properties,
      ]);
      // Six times 10 s, and 1 s to fill a batch.
      const shared = { SqsManagedSseEnabled: true, VisibilityTimeout: 61 };
      const work = (dead: string) => ({
        ...shared,
        MessageRetentionPeriod: 604_800,
        RedrivePolicy: {
          deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringContaining(dead), 'Arn'] },
          maxReceiveCount: 5,
        },
      });
      expect(Object.fromEntries(queues)).toEqual({
        bookingsQueue: work('bookingsQueueDeadLetters'),
        bookingsQueueDeadLetters: { ...shared, MessageRetentionPeriod: 1_209_600 },
        dealsQueue: work('dealsQueueDeadLetters'),
        // Six times 300 s; a message that is older than an hour has been sent again.
        jobsQueue: { SqsManagedSseEnabled: true, VisibilityTimeout: 1800, MessageRetentionPeriod: 3600 },
        // Six times 120 s.
        deliveryQueue: { SqsManagedSseEnabled: true, VisibilityTimeout: 720, MessageRetentionPeriod: 3600 },
        dealsQueueDeadLetters: { ...shared, MessageRetentionPeriod: 1_209_600 },
      });
    });

    it('takes partial failures from every worker, and lets no more than the set number of copies run', () => {
      const mappings = ofType(stack(), 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);
      expect(mappings).toHaveLength(6);
      for (const mapping of mappings.filter(({ BatchSize }) => BatchSize !== 1)) {
        expect(mapping).toMatchObject({
          BatchSize: 10,
          MaximumBatchingWindowInSeconds: 1,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
        });
      }
      const limits = mappings.map(({ EventSourceArn, ScalingConfig }) => [readable(EventSourceArn), ScalingConfig]);
      expect(Object.fromEntries(limits)).toEqual({
        'bookingsQueue.Arn': { MaximumConcurrency: 5 },
        'bookingsQueueDeadLetters.Arn': { MaximumConcurrency: 2 },
        'jobsQueue.Arn': { MaximumConcurrency: 2 },
        'deliveryQueue.Arn': { MaximumConcurrency: 5 },
        'dealsQueue.Arn': { MaximumConcurrency: 5 },
        'dealsQueueDeadLetters.Arn': { MaximumConcurrency: 2 },
      });
    });

    it('logs of a request the key of its route, never its path or query', () => {
      const stage = only(stack(), 'AWS::ApiGatewayV2::Stage');
      const { Format } = stage['AccessLogSettings'] as { Format: string };
      expect(Format).toContain('$context.routeKey');
      expect(Format).not.toMatch(/context\.(path|rawPath|query|http\.path|identity|authorizer)/);
    });
  });
}
