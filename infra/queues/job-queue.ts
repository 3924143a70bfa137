import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { JobMessage } from '../../lib/model/job.ts';
import { jobQueue } from '../../lib/model/queues.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Grant, ConnectorFunction } from '../functions/connector-function.ts';
import type { Alarms } from '../watch/alarms.ts';
import { ageOfOldest } from '../watch/metrics.ts';

/** Copies of the function at a time: the fewest that AWS takes, and jobs are few. */
const concurrency = 2;

/** The queue of jobs, the clock that sends the sweep into it, and the alarm on it. */
export class JobQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, alarms: Alarms) {
    super(scope, 'jobsQueue');
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.seconds(jobQueue.retention),
      visibilityTimeout: Duration.seconds(jobQueue.visibilityTimeout),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    const sweep: JobMessage = { v: 1, type: 'sweep' };
    const rule = new Rule(this, 'Sweep', {
      description: 'Wakes jobs that nobody works on',
      schedule: Schedule.rate(Duration.seconds(jobQueue.sweep)),
      targets: [new SqsQueue(this.queue, { message: RuleTargetInput.fromObject(sweep) })],
    });
    alarms.add({
      name: 'jobAge',
      metric: ageOfOldest(this.queue),
      impact: 'Jobs stand still: replays, erasures and changes of choices that people asked for are not done.',
    });
    acknowledge(this, 'workQueues');
    acknowledge(this.queue, 'jobQueue');
    acknowledge(rule, 'sweep');
  }

  /** Not before there is a worker, for it is told the queue. */
  serve(worker: ConnectorFunction): void {
    const { queueArn } = this.queue;
    worker.allow({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [queueArn],
    });
    const mapping = new EventSourceMapping(this, 'QueueSource', {
      target: worker.function,
      eventSourceArn: queueArn,
      batchSize: 1,
      reportBatchItemFailures: true,
      maxConcurrency: concurrency,
    });
    // AWS tries the role when the mapping is made.
    mapping.node.addDependency(worker.role);
  }
}

/** The grant of a function that asks for steps of jobs. */
export function toJobQueue({ queue }: JobQueue): Grant {
  return { actions: ['sqs:SendMessage'], resources: [queue.queueArn] };
}
