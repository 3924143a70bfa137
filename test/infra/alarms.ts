import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { alarms as known, runbookSection, type AlarmName } from '../../lib/model/alarms.ts';
import { metricNamespace, metrics } from '../../lib/model/metrics.ts';
import { jsonLog } from '../../lib/runtime/log.ts';
import { embeddedMetrics, type Counts } from '../../lib/runtime/metrics.ts';
import { readable } from './refs.ts';
import { ofType, only, type Synthesised } from './synth.ts';

interface AlarmProperties {
  Namespace: string;
  MetricName: string;
  Dimensions: { Name: string; Value: unknown }[];
  Statistic?: string;
  ExtendedStatistic?: string;
  Threshold: number;
  Period: number;
  ComparisonOperator: string;
  TreatMissingData: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
}

const queueAge = ['AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum'] as const;
const perFunction = (alarm: string, metric: string, names: string[]) =>
  names.map((name) => [`${alarm}${name}`, 'AWS/Lambda', metric, 'Sum', `FunctionName=${name}Function`] as const);
const perTable = ['settings', 'records', 'journal'].flatMap((name) =>
  ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
    (kind) => [`tableThrottles${name}${kind}`, 'AWS/DynamoDB', kind, 'Sum', `TableName=Tables${name}`] as const,
  ),
);

/** By hand: alarm, namespace, metric, statistic, dimension. */
const expected = [
  ['parked', 'ProfSalonConnector', 'EventsParked', 'Sum', 'function=parked'],
  ['parkingFails', 'ProfSalonConnector', 'MessagesRetried', 'Sum', 'function=parked'],
  ['refusedTokens', 'ProfSalonConnector', 'TokensRefused', 'Sum', 'function=webhook'],
  ['queueAgebookings', ...queueAge, 'QueueName=bookingsQueue.QueueName'],
  ['queueAgedeals', ...queueAge, 'QueueName=dealsQueue.QueueName'],
  ['deadLetterAgebookings', ...queueAge, 'QueueName=bookingsQueueDeadLetters.QueueName'],
  ['deadLetterAgedeals', ...queueAge, 'QueueName=dealsQueueDeadLetters.QueueName'],
  ['serverErrors', 'AWS/ApiGateway', '5xx', 'Sum', 'ApiId=Api'],
  ['slowDoor', 'AWS/Lambda', 'Duration', 'p99', 'FunctionName=webhookFunction'],
  ...perFunction('functionThrottles', 'Throttles', ['webhook', 'bookings', 'deals', 'parked', 'admin']),
  ...perFunction('workerErrors', 'Errors', ['bookings', 'deals', 'parked']),
  ...perTable,
] as const;

/** Which code counts what our own alarms wait for. */
const counting = {
  parked: { by: 'parked', in: 'functions/parked.ts' },
  retried: { by: 'parked', in: 'lib/queue/batch.ts' },
  invalidToken: { by: 'webhook', in: 'lib/flow/door/refuse.ts' },
} as const satisfies Partial<Record<keyof typeof metrics, { by: string; in: string }>>;

function found(stack: Synthesised): [name: string, alarm: AlarmProperties][] {
  return ofType(stack, 'AWS::CloudWatch::Alarm').map(([id, { Properties }]) => [
    readable({ Ref: id }).replace(/^Alarms/, ''),
    Properties as unknown as AlarmProperties,
  ]);
}

function alarmName(name: string): AlarmName {
  return (Object.keys(known) as AlarmName[]).find((one) => name.startsWith(one))!;
}

/** The one line of embedded metrics that a function writes when it counts something. */
function written(by: string, counts: Counts): Record<string, unknown> {
  let line = '';
  embeddedMetrics(
    jsonLog(by, (text) => (line += text)),
    () => new Date(0),
  )(counts);
  return JSON.parse(line) as Record<string, unknown>;
}

export function alarms(stack: () => Synthesised): void {
  describe('The alarms', () => {
    it('watch these metrics of these things, and no others', () => {
      const rows = found(stack()).map(([name, alarm]) => [
        name,
        alarm.Namespace,
        alarm.MetricName,
        alarm.Statistic ?? alarm.ExtendedStatistic,
        alarm.Dimensions.map(({ Name, Value }) => `${Name}=${readable(Value)}`).join(),
      ]);
      expect(rows.sort()).toEqual(expected.map((row) => [...row]).sort());
    });

    it('ring from the thresholds of the model on, tell the topic, and are quiet when nothing happens', () => {
      for (const [name, alarm] of found(stack())) {
        const { threshold, period } = known[alarmName(name)];
        expect([name, alarm.Threshold, alarm.Period]).toEqual([name, threshold, period]);
        expect(alarm.ComparisonOperator).toBe('GreaterThanOrEqualToThreshold');
        expect(alarm.TreatMissingData).toBe('notBreaching');
        expect(alarm.AlarmActions.map(readable)).toEqual(['AlarmsTopic']);
      }
    });

    it('may speak at the topic, over TLS alone', () => {
      const { PolicyDocument, Topics } = only(stack(), 'AWS::SNS::TopicPolicy') as {
        PolicyDocument: { Statement: Record<string, unknown>[] };
        Topics: unknown[];
      };
      expect(Topics.map(readable)).toEqual(['AlarmsTopic']);
      expect(PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow')).toEqual([
        {
          Sid: 'AlarmsOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: { Ref: expect.stringContaining('AlarmsTopic') },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ]);
      expect(PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    });

    it('say what they mean to people, and lead to a section of the runbook that exists', () => {
      const sections = readFileSync('docs/runbook.md', 'utf8').matchAll(/^## (\w+)$/gm);
      const anchors = [...sections].map(([, title]) => `docs/runbook.md#${title!.toLowerCase()}`);
      expect(anchors.sort()).toEqual((Object.keys(known) as AlarmName[]).map(runbookSection).sort());
      for (const [name, { AlarmDescription }] of found(stack())) {
        expect(AlarmDescription).toMatch(/^\S.{30,}\. Runbook: \S+$/);
        expect(AlarmDescription.endsWith(` Runbook: ${runbookSection(alarmName(name))}`)).toBe(true);
      }
    });

    it.each(Object.entries(counting))('of %s wait for what the code writes', (metric, { by, in: file }) => {
      expect(readFileSync(file, 'utf8')).toContain(`${metric}: 1`);
      const line = written(by, { [metric]: 1 });
      const { CloudWatchMetrics } = line['_aws'] as { CloudWatchMetrics: Record<string, unknown>[] };
      const [, alarm] = found(stack()).find(
        ([, { MetricName }]) => MetricName === metrics[metric as keyof typeof metrics],
      )!;
      expect(CloudWatchMetrics).toEqual([
        {
          Namespace: alarm.Namespace,
          Dimensions: [['function']],
          Metrics: [{ Name: alarm.MetricName, Unit: 'Count' }],
        },
      ]);
      expect(alarm.Dimensions).toEqual([{ Name: 'function', Value: line['function'] }]);
    });

    it('of our own namespace are all of these', () => {
      const own = found(stack()).filter(([, { Namespace }]) => Namespace === metricNamespace);
      expect(own).toHaveLength(Object.keys(counting).length);
    });
  });
}
