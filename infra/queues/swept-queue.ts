import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AlarmName } from '../../lib/model/alarms.ts';
import type { JobMessage } from '../../lib/model/job.ts';
import type { OutboundMessage } from '../../lib/model/outbound-message.ts';
import { deliveryQueue, jobQueue } from '../../lib/model/queues.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Grant, ConnectorFunction } from '../functions/connector-function.ts';
import type { Alarms } from '../watch/alarms.ts';
import { ageOfOldest } from '../watch/metrics.ts';

export interface SweptQueueProps {
  /** Of lib/model: times in seconds. */
  settings: { name: string; retention: number; visibilityTimeout: number; sweep: number };
  /** What the clock sends into it. */
  sweep: JobMessage | OutboundMessage;
  /** What the clock does, in the list of rules. */
  description: string;
  /** Copies of the function at a time, 2 at least. */
  maxConcurrency: number;
  alarms: Alarms;
  /** The alarm on the age of its oldest message. */
  alarm: AlarmName;
  /** What it means to people when this queue stands still. */
  impact: string;
}

/**
 * A queue whose messages only wake what is stored elsewhere, so that it has no dead letters: the clock that sends the sweep into it,
 * by which lost messages are made up for, its function, and the alarm on it.
 */
export class SweptQueue extends Construct {
  readonly queue: Queue;
  private readonly maxConcurrency: number;

  constructor(scope: Construct, { settings, alarms, ...props }: SweptQueueProps) {
    super(scope, `${settings.name}Queue`);
    this.maxConcurrency = props.maxConcurrency;
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.seconds(settings.retention),
      visibilityTimeout: Duration.seconds(settings.visibilityTimeout),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    const rule = new Rule(this, 'Sweep', {
      description: props.description,
      schedule: Schedule.rate(Duration.seconds(settings.sweep)),
      targets: [new SqsQueue(this.queue, { message: RuleTargetInput.fromObject(props.sweep) })],
    });
    alarms.add({ name: props.alarm, metric: ageOfOldest(this.queue), impact: props.impact });
    acknowledge(this, 'workQueues');
    acknowledge(this.queue, 'sweptQueue');
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
      maxConcurrency: this.maxConcurrency,
    });
    // AWS tries the role when the mapping is made.
    mapping.node.addDependency(worker.role);
  }
}

/** The queue of jobs; they are few. */
export function newJobQueue(scope: Construct, alarms: Alarms): SweptQueue {
  return new SweptQueue(scope, {
    settings: jobQueue,
    sweep: { v: 1, type: 'sweep' },
    description: 'Wakes jobs that nobody works on',
    maxConcurrency: 2,
    alarms,
    alarm: 'jobAge',
    impact: 'Jobs stand still: replays, erasures and changes of choices that people asked for are not done.',
  });
}

/** The queue of what is sent to CoMagic; a first load keeps one copy busy for days. */
export function newDeliveryQueue(scope: Construct, alarms: Alarms): SweptQueue {
  return new SweptQueue(scope, {
    settings: deliveryQueue,
    sweep: { v: 1, type: 'sweep' },
    description: 'Has what is marked sent to CoMagic',
    maxConcurrency: 5,
    alarms,
    alarm: 'deliveryAge',
    impact: 'Nothing is sent to CoMagic: the cabinets there lack what came in meanwhile. It is kept, and sent later.',
  });
}

/** The grant of a function that sends to such a queue; it covers batches. */
export function toSweptQueue({ queue }: SweptQueue): Grant {
  return { actions: ['sqs:SendMessage'], resources: [queue.queueArn] };
}
