import {
  ChangeMessageVisibilityBatchCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  type BatchResultErrorEntry,
  type Message,
  type QueueAttributeName,
  type ReceiveMessageCommandInput,
  type SendMessageCommandInput,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';

export type Driver = ReturnType<typeof driverOf>;

/** A client that tries once: a test wants to see what the server does, not what the SDK makes of it. */
export function clientOf(endpoint: string, config: SQSClientConfig = {}): SQSClient {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new SQSClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1, ...config });
}

let queues = 0;
export function aQueueName(): string {
  queues += 1;
  return `contract-${Date.now()}-${queues}`;
}

/** The few things that nearly every test does, on the real client. */
export function driverOf(client: SQSClient) {
  type Attributes = Partial<Record<QueueAttributeName, string>>;
  async function newQueue(Attributes: Attributes = {}, QueueName = aQueueName()): Promise<string> {
    const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    return QueueUrl!;
  }

  function send(QueueUrl: string, MessageBody: string, more: Partial<SendMessageCommandInput> = {}) {
    return client.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));
  }

  async function receive(QueueUrl: string, more: Partial<ReceiveMessageCommandInput> = {}): Promise<Message[]> {
    const input = { QueueUrl, MaxNumberOfMessages: 10, ...more };
    return (await client.send(new ReceiveMessageCommand(input))).Messages ?? [];
  }

  async function receiveOne(QueueUrl: string, more: Partial<ReceiveMessageCommandInput> = {}): Promise<Message> {
    const [message] = await receive(QueueUrl, { MaxNumberOfMessages: 1, ...more });
    if (!message) throw new Error('Nothing to receive.');
    return message;
  }

  async function remove(QueueUrl: string, { ReceiptHandle }: Message): Promise<void> {
    const Entries = [{ Id: 'one', ReceiptHandle }];
    throwFailed(await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries })));
  }

  async function change(QueueUrl: string, { ReceiptHandle }: Message, VisibilityTimeout: number): Promise<void> {
    const Entries = [{ Id: 'one', ReceiptHandle, VisibilityTimeout }];
    throwFailed(await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries })));
  }

  async function attribute(QueueUrl: string, name: QueueAttributeName): Promise<string | undefined> {
    const answer = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [name] }));
    return answer.Attributes?.[name];
  }

  /** As [visible, in flight, delayed]. */
  async function counts(QueueUrl: string): Promise<number[]> {
    const suffixes = ['', 'NotVisible', 'Delayed'] as const;
    const values = suffixes.map((suffix) => attribute(QueueUrl, `ApproximateNumberOfMessages${suffix}`));
    return (await Promise.all(values)).map(Number);
  }

  return { client, newQueue, send, receive, receiveOne, remove, change, attribute, counts };
}

/** Throws what a batch of one lists as failed, under the last part of its code. */
function throwFailed({ Failed: [failed] = [] }: { Failed?: BatchResultErrorEntry[] | undefined }): void {
  if (failed) throw Object.assign(new Error(failed.Message), { name: failed.Code?.split('.').at(-1) });
}

export const bodies = (messages: Message[]) => messages.map(({ Body }) => Body).sort();
