import { Aws, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Findings of cdk-nag that we know and leave as they are: rule → why, by what they are found in. */
export const acknowledgements = {
  alarmTopic: {
    'Serverless::Serverless-SNSRedrivePolicy':
      'An e-mail that cannot be delivered would be read in no queue either; the dashboard shows every alarm.',
  },
  webhookRoutes: {
    'AwsSolutions::AwsSolutions-APIG4': 'Senders cannot log in: the hook key in the path and the salon token admit.',
  },
  functions: {
    'Serverless::Serverless-LambdaDLQ':
      'Nothing calls these functions asynchronously: API Gateway waits for them, and queues keep what failed themselves.',
    'Serverless::Serverless-LambdaTracing':
      'The journal follows every event from the door to its records; traces would cost more than the functions do.',
  },
  network: {
    'AwsSolutions::AwsSolutions-VPC7':
      'Nothing listens in this network, and its functions log each call that they make: a log of packets would tell no more.',
  },
  networkInterfaces: {
    'AwsSolutions::AwsSolutions-IAM5[Resource::*]':
      'Lambda makes the interfaces of a function in a network by its role; AWS names none of them beforehand.',
  },
  workQueues: {
    'Serverless::Serverless-LambdaEventSourceMappingDestination':
      'A destination on failure is for streams. What fails stays in the queue until its own dead-letter queue takes it.',
  },
  sweptQueue: {
    'AwsSolutions::AwsSolutions-SQS3':
      'What is to be done stands in a table; a message that is lost is sent again within a minute.',
    'Serverless::Serverless-SQSRedrivePolicy':
      'What is to be done stands in a table; a message that is lost is sent again within a minute.',
  },
  sweep: {
    'Serverless::Serverless-EventBusDLQ': 'A sweep that is lost is made up for by the next, a minute later.',
  },
  deadLetters: {
    'Serverless::Serverless-SQSRedrivePolicy':
      'These are the dead-letter queues; what their function fails at comes again for as long as they keep it, and rings.',
  },
  files: {
    'AwsSolutions::AwsSolutions-S1':
      'Holds public files of the cabinet alone, which only CloudFront reads: a log of it would tell nothing.',
  },
  distribution: {
    'AwsSolutions::AwsSolutions-CFR1': 'The people of a salon travel; members and their tokens decide who gets in.',
    'AwsSolutions::AwsSolutions-CFR2':
      'In front of files that are public and an API that is throttled and closed to all without a token.',
    'AwsSolutions::AwsSolutions-CFR3':
      'Its standard log writes URIs and queries, which name records of people. The access log of the API has the route key.',
    'AwsSolutions::AwsSolutions-CFR4':
      "Without a name of one's own CloudFront fixes its protocols itself; with one it is TLS 1.2 of 2021 and later.",
  },
  pool: {
    'AwsSolutions::AwsSolutions-COG8':
      'Nobody can sign up and a second factor is required; the plus plan guards what we do not offer.',
  },
} as const satisfies Record<string, Record<string, string>>;

/** Leaves the findings of one kind in a construct and in all that is in it. */
export function acknowledge(construct: IConstruct, kind: keyof typeof acknowledgements): void {
  const known = Object.entries(acknowledgements[kind]).map(([id, reason]) => ({ id, reason }));
  Validations.of(construct).acknowledge(...known);
}

/** Leaves that a function may reach all that is under a name; `resource`: as its policy says it. */
export function acknowledgeAllUnder(construct: IConstruct, resource: string, reason: string): void {
  Validations.of(construct).acknowledge({
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::${plain(resource)}]`,
    reason,
  });
}

/** As cdk-nag spells it: what is known when the stack is made as it is, the rest by its name. */
function plain(resource: string): string {
  return resource.replace(Aws.ACCOUNT_ID, '<AWS::AccountId>');
}
