import { Aws, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type IAlarm, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { limitOf, runbookSection, type AlarmName } from '../../lib/model/alarms.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Settings } from '../settings.ts';

export interface AlarmProps {
  name: AlarmName;
  /** What it watches, where there is more than one of a kind. */
  of?: string;
  metric: Metric;
  /** In how many periods on end it must be so; 1 without it. */
  periods?: number;
  /** What it means to people. */
  impact: string;
}

const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD, LESS_THAN_THRESHOLD } = ComparisonOperator;

/** The one topic that people listen to, and the alarms that speak there: each says its impact and its page of the runbook. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly all: IAlarm[] = [];
  private readonly runbook: string;

  constructor(scope: Construct, { alarmEmail, runbookUrl = 'docs/runbook.md' }: Settings) {
    super(scope, 'Alarms');
    this.runbook = runbookUrl;
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.topic.addToResourcePolicy(alarmsMayPublish(this.topic.topicArn));
    acknowledge(this.topic, 'alarmTopic');
    if (alarmEmail !== undefined) this.topic.addSubscription(new EmailSubscription(alarmEmail));
  }

  add({ name, of = '', metric, periods = 1, impact }: AlarmProps): void {
    const { threshold, period, below = false } = limitOf(name);
    const alarm = new Alarm(this, `${name}${of}`, {
      metric: metric.with({ period: Duration.seconds(period) }),
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: below ? LESS_THAN_THRESHOLD : GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Of errors, none counted is good; of what should come, it is the worst.
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${impact} Runbook: ${runbookSection(this.runbook, name)}`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.all.push(alarm);
  }
}

/** The policy that refuses plain HTTP takes the place of the topic's own, which lets alarms of the account speak. */
function alarmsMayPublish(topicArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'AlarmsOfThisAccount',
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });
}
