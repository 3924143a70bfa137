import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption, type IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AlarmName } from '../../lib/model/alarms.ts';
import { queueSettings, type QueueName } from '../../lib/model/queues.ts';
import { acknowledge } from '../acknowledge.ts';
import type { ConnectorFunction } from '../functions/connector-function.ts';
import type { Alarms } from '../watch/alarms.ts';
import { ageOfOldest } from '../watch/metrics.ts';

export interface WorkQueueProps {
  name: QueueName;
  alarms: Alarms;
  /** What it means to people when this queue stands still. */
  impact: string;
}

export interface Workers {
  worker: ConnectorFunction;
  /** Takes what the worker failed at too often. */
  parked: ConnectorFunction;
  /** Copies of the worker at a time. */
  maxConcurrency: number;
}

/** The fewest that AWS takes: a failed deployment parks thousands at once, and the door needs its share of the account. */
const parkedConcurrency = 2;

/** A queue, its dead-letter queue, the functions that empty them with partial failures, and the alarms on both. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, { name, alarms, impact }: WorkQueueProps) {
    super(scope, `${name}Queue`);
    this.deadLetters = this.newQueue('DeadLetters', queueSettings.deadLetterRetention);
    this.queue = this.newQueue('Queue', queueSettings.retention, this.deadLetters);
    const alarm = (alarmName: AlarmName, queue: IQueue) => {
      alarms.add({ name: alarmName, of: name, metric: ageOfOldest(queue), impact });
    };
    alarm('queueAge', this.queue);
    alarm('deadLetterAge', this.deadLetters);
    acknowledge(this, 'workQueues');
    acknowledge(this.deadLetters, 'deadLetters');
  }

  /** Not before there are workers, for they are told the queues that they send to. */
  serve({ worker, parked, maxConcurrency }: Workers): void {
    this.feed(worker, this.queue, maxConcurrency);
    this.feed(parked, this.deadLetters, parkedConcurrency);
  }

  private newQueue(id: string, retention: number, deadLetters?: Queue): Queue {
    return new Queue(this, id, {
      retentionPeriod: Duration.seconds(retention),
      visibilityTimeout: Duration.seconds(queueSettings.visibilityTimeout),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      ...(deadLetters && { deadLetterQueue: { queue: deadLetters, maxReceiveCount: queueSettings.maxReceiveCount } }),
    });
  }

  private feed(to: ConnectorFunction, queue: Queue, maxConcurrency: number): void {
    to.allow({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [queue.queueArn],
    });
    const mapping = new EventSourceMapping(this, `${queue.node.id}Source`, {
      target: to.function,
      eventSourceArn: queue.queueArn,
      batchSize: queueSettings.batchSize,
      maxBatchingWindow: Duration.seconds(queueSettings.batchingWindow),
      reportBatchItemFailures: true,
      maxConcurrency,
    });
    // AWS tries the role when the mapping is made.
    mapping.node.addDependency(to.role);
  }
}
