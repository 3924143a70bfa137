import { Aws, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type IAlarm, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { alarms, runbookSection, type AlarmName } from '../../lib/model/alarms.ts';

export interface AlarmProps {
  name: AlarmName;
  /** What it watches, where there is more than one of a kind. */
  of?: string;
  metric: Metric;
  /** What it means to people. */
  impact: string;
}

/** The one topic that people listen to, and the alarms that speak there: each says its impact and its page of the runbook. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly all: IAlarm[] = [];

  constructor(scope: Construct, { email }: { email: string | undefined }) {
    super(scope, 'Alarms');
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.topic.addToResourcePolicy(alarmsMayPublish(this.topic.topicArn));
    acknowledge(this.topic, 'alarmTopic');
    if (email !== undefined) this.topic.addSubscription(new EmailSubscription(email));
  }

  add({ name, of = '', metric, impact }: AlarmProps): void {
    const alarm = new Alarm(this, `${name}${of}`, {
      metric: metric.with({ period: Duration.seconds(alarms[name].period) }),
      threshold: alarms[name].threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Nothing happened: nothing is wrong.
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${impact} Runbook: ${runbookSection(name)}`,
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
