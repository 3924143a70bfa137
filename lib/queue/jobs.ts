import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { jobMessageSchema, type JobMessage } from '../model/job.ts';
import { depthOf } from './depths.ts';
import { nameOf, oneByOne, type OneByOneDeps } from './one-by-one.ts';

export interface JobSenderDeps {
  client: SQSClient;
  url: string;
  log: (line: Record<string, unknown>) => void;
}

/** Asks for the next step of a job. Never throws: the sweep asks again for what was lost. */
export function jobSender({ client, url, log }: JobSenderDeps) {
  return async ({ accountKey, id }: { accountKey: string; id: string }): Promise<void> => {
    const message: JobMessage = { v: 1, type: 'job', accountKey, id };
    try {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(message) }));
    } catch (error) {
      log({ what: 'job not sent', id, error: nameOf(error) });
    }
  };
}

/** Of each queue, whether nothing waits there, now or later, and nothing is being worked on. */
export function emptyQueues(client: SQSClient, urls: readonly string[]) {
  const depth = depthOf(client);
  return async (): Promise<boolean[]> => {
    const depths = await Promise.all(urls.map(depth));
    return depths.map(({ waiting, inFlight }) => waiting + inFlight === 0);
  };
}

export type JobRunnerDeps = Pick<OneByOneDeps<JobMessage>, 'handle' | 'log'>;

/** The handler of the queue of jobs: a job is its row. */
export function jobRunner(deps: JobRunnerDeps) {
  return oneByOne({ what: 'job message', schema: jobMessageSchema, ...deps });
}
