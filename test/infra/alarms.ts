import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { alarms as known, type AlarmName } from '../../lib/model/alarms.ts';
import { answerMetrics, metricNamespace, metrics } from '../../lib/model/metrics.ts';
import { jsonLog } from '../../lib/runtime/log.ts';
import { embeddedMetrics, type Counts } from '../../lib/runtime/metrics.ts';
import { readable } from './refs.ts';
import { ofType, only, type Synthesised } from './synth.ts';

interface AlarmProperties {
  Namespace: string;
  MetricName: string;
  Dimensions?: { Name: string; Value: unknown }[];
  Statistic?: string;
  ExtendedStatistic?: string;
  Threshold: number;
  Period: number;
  EvaluationPeriods: number;
  ComparisonOperator: string;
  TreatMissingData: string;
  AlarmDescription: string;
  AlarmActions: unknown[];
}

const queueAge = ['AWS/SQS', 'ApproximateAgeOfOldestMessage', 'Maximum'] as const;
const own = (metric: string, by: string) => [metricNamespace, metric, 'Sum', `function=${by}`] as const;
const answers = (metric: string) => [metricNamespace, metric, 'Sum', ''] as const;
const lambda = (metric: string, name: string) => ['AWS/Lambda', metric, 'Sum', `FunctionName=${name}Function`] as const;
const workers = ['bookings', 'deals'].flatMap((name) => [
  [`workerRetries${name}`, ...own('MessagesRetried', name)] as const,
  [`unreadable${name}`, ...own('MessagesUnreadable', name)] as const,
  [`largeSets${name}`, ...own('LargeEventSets', name)] as const,
  [`queueAge${name}`, ...queueAge, `QueueName=${name}Queue.QueueName`] as const,
  [`deadLetterAge${name}`, ...queueAge, `QueueName=${name}QueueDeadLetters.QueueName`] as const,
]);
const behindQueues = ['bookings', 'deals', 'parked', 'jobs', 'delivery'].flatMap((name) => [
  [`workerErrors${name}`, ...lambda('Errors', name)] as const,
  [`workerThrottles${name}`, ...lambda('Throttles', name)] as const,
]);
const perTable = ['settings', 'records', 'journal', 'jobs'].flatMap((name) =>
  ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
    (kind) => [`tableThrottles${name}${kind}`, 'AWS/DynamoDB', kind, 'Sum', `TableName=Tables${name}`] as const,
  ),
);

/** By hand: alarm, namespace, metric, statistic, dimension. */
const expected = [
  ['noDeliveries', ...own('EventsAccepted', 'webhook')],
  ['doorErrors', ...answers('WebhookServerErrors')],
  ['cabinetErrors', ...answers('CabinetServerErrors')],
  ['tooManyRequests', ...answers('TooManyRequests')],
  ['doorThrottles', ...lambda('Throttles', 'webhook')],
  ['cabinetThrottles', ...lambda('Throttles', 'admin')],
  ['slowDoor', 'AWS/Lambda', 'Duration', 'p99', 'FunctionName=webhookFunction'],
  ['refusedTokens', ...own('TokensRefused', 'webhook')],
  ['parked', ...own('EventsParked', 'parked')],
  ['parkingFails', ...own('MessagesRetried', 'parked')],
  ['jobAge', ...queueAge, 'QueueName=jobsQueue.QueueName'],
  ['deliveryAge', ...queueAge, 'QueueName=deliveryQueue.QueueName'],
  ['accountsStopped', ...own('AccountsStopped', 'delivery')],
  ['accountsLate', ...own('AccountsLate', 'delivery')],
  ['defaultsInactive', ...own('DefaultsInactive', 'delivery')],
  ...workers,
  ...behindQueues,
  ...perTable,
] as const;

/** Which code counts what our own alarms wait for. */
const counting = [
  { counts: 'accepted', by: ['webhook'], in: 'lib/flow/door/keep.ts' },
  { counts: 'invalidToken', by: ['webhook'], in: 'lib/flow/door/refuse.ts' },
  { counts: 'parked', by: ['parked'], in: 'functions/parked.ts' },
  { counts: 'retried', by: ['parked', 'bookings', 'deals'], in: 'lib/queue/batch.ts' },
  { counts: 'unreadable', by: ['bookings', 'deals'], in: 'lib/queue/batch.ts' },
  { counts: 'largeSet', by: ['bookings', 'deals'], in: 'functions/wiring/worker.ts' },
  { counts: 'accountsStopped', by: ['delivery'], in: 'lib/flow/outbound/sweep.ts' },
  { counts: 'accountsLate', by: ['delivery'], in: 'lib/flow/outbound/sweep.ts' },
  { counts: 'defaultsInactive', by: ['delivery'], in: 'lib/flow/outbound/fill-catalog.ts' },
] as const;
const counted = counting.flatMap(({ by, ...what }) => by.map((name) => ({ ...what, by: name })));

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

/** `stack`: of production, which has them all. */
export function alarms(stack: () => Synthesised, dev: () => Synthesised): void {
  describe('The alarms', () => {
    it('watch these metrics of these things, and no others', () => {
      const rows = found(stack()).map(([name, alarm]) => [
        name,
        alarm.Namespace,
        alarm.MetricName,
        alarm.Statistic ?? alarm.ExtendedStatistic,
        (alarm.Dimensions ?? []).map(({ Name, Value }) => `${Name}=${readable(Value)}`).join(),
      ]);
      expect(rows.sort()).toEqual(expected.map((row) => [...row]).sort());
    });

    it('ring from the thresholds of the model on, tell the topic, and are quiet when nothing happens', () => {
      for (const [name, alarm] of found(stack())) {
        const { threshold, period } = known[alarmName(name)];
        expect([name, alarm.Threshold, alarm.Period]).toEqual([name, threshold, period]);
        expect(alarm.AlarmActions.map(readable)).toEqual(['AlarmsTopic']);
        if (name === 'noDeliveries') continue;
        expect(alarm).toMatchObject({
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          TreatMissingData: 'notBreaching',
          EvaluationPeriods: 1,
        });
      }
    });

    it('ring when no delivery was accepted in each of the hours of production, most of all when nothing was counted', () => {
      expect(new Map(found(stack())).get('noDeliveries')).toMatchObject({
        Period: 3600,
        EvaluationPeriods: 14,
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        TreatMissingData: 'breaching',
      });
    });

    it('do not wait for deliveries where no hours are set', () => {
      expect(found(dev()).filter(([name]) => name === 'noDeliveries')).toEqual([]);
      expect(found(dev())).toHaveLength(expected.length - 1);
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

    it('say what they mean to people, and link to a section of the runbook that exists', () => {
      const sections = readFileSync('docs/runbook.md', 'utf8').matchAll(/^## (\w+)$/gm);
      expect([...sections].map(([, title]) => title).sort()).toEqual(Object.keys(known).sort());
      for (const [name, { AlarmDescription }] of found(stack())) {
        expect(AlarmDescription).toMatch(/^\S.{30,}\. Runbook: \S+$/);
        expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
        const link = new URL(AlarmDescription.split(' ').at(-1)!);
        expect(link.href).toBe(
          `https://git.example.com/profsalon-connector/docs/runbook.md#${alarmName(name).toLowerCase()}`,
        );
      }
    });

    it('name the file of the runbook where no link to it is set', () => {
      for (const [name, { AlarmDescription }] of found(dev())) {
        expect(AlarmDescription.endsWith(` Runbook: docs/runbook.md#${alarmName(name).toLowerCase()}`)).toBe(true);
      }
    });

    it.each(counted)('of $counts by $by wait for what the code writes', ({ counts, by, in: file }) => {
      expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`\\b${counts}: \\w`));
      const line = written(by, { [counts]: 1 });
      const { CloudWatchMetrics } = line['_aws'] as { CloudWatchMetrics: Record<string, unknown>[] };
      const Dimensions = [{ Name: 'function', Value: line['function'] }];
      const waiting = found(stack()).filter(([, alarm]) => isDeepStrictEqual(alarm.Dimensions, Dimensions));
      const [, alarm] = waiting.find(([, { MetricName }]) => MetricName === metrics[counts])!;
      expect(CloudWatchMetrics).toEqual([
        {
          Namespace: alarm.Namespace,
          Dimensions: [['function']],
          Metrics: [{ Name: alarm.MetricName, Unit: 'Count' }],
        },
      ]);
    });

    it('of our own namespace are all of these, and those that count answers', () => {
      const ours = found(stack()).filter(([, { Namespace }]) => Namespace === metricNamespace);
      expect(ours).toHaveLength(counted.length + Object.keys(answerMetrics).length);
    });
  });
}
