import { SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { demo } from './target.ts';

/** For so many seconds no worker is handed what is sent to these queues from now on. */
export async function holdBack(queues: readonly string[], seconds: number): Promise<void> {
  const sqs = new SQSClient({
    region: 'eu-central-1',
    endpoint: demo.queues.endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const QueueUrl of queues) {
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { DelaySeconds: String(seconds) } }));
  }
  sqs.destroy();
}
