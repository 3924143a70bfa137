import { jest } from '@jest/globals';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import { messageSchema, type EventMessage, type Message } from '../../lib/model/message.ts';
import { queues, type QueueName } from '../../lib/model/queues.ts';
import type { Salon } from '../../lib/model/settings.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { salonStore } from '../../lib/store/settings-salons.ts';
import { createTables } from '../../local/dynamo/create-tables.ts';
import { startDynamo } from '../../local/dynamo/start-dynamo.ts';
import { startSqs } from '../../local/sqs/server.ts';
import { clientOf } from '../sqs/driver.ts';
import { ownFolder } from '../sqs/own-folder.ts';
import { clientOf as dynamoClientOf } from '../store/engine.ts';
import { ask, type Handler, type Post } from './door.ts';

/** functions/webhook.ts as it is, on the embedded DynamoDB and SQS; the salon is written as the cabinet writes it. */
export async function startWebhook(salon: Salon) {
  const folder = await ownFolder();
  const [dynamo, server] = await Promise.all([startDynamo(), startSqs({ file: folder.file })]);
  const sqs = clientOf(server.endpoint);
  const [bookings, deals] = await Promise.all([newQueue(sqs, 'bookings'), newQueue(sqs, 'deals')]);
  await connect(dynamo.endpoint, salon);
  const handler = await handlerWith({
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SQS: server.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    SETTINGS_TABLE: 'settings',
    BOOKINGS_QUEUE_URL: bookings,
    DEALS_QUEUE_URL: deals,
  });
  const written: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  return {
    /** What the function has written: its log and metrics. */
    written,
    post: (post: Post) => ask(handler, post),
    /** All that is queued, as text; it is gone then. */
    drain: async () => [...(await drained(sqs, bookings)), ...(await drained(sqs, deals))],
    stop: async () => {
      stdout.mockRestore();
      sqs.destroy();
      await server.close();
      await dynamo.close();
      await folder.remove();
    },
  };
}

async function newQueue(sqs: SQSClient, name: QueueName): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: queues[name].name }));
  return QueueUrl!;
}

async function connect(endpoint: string, salon: Salon): Promise<void> {
  const client = dynamoClientOf(endpoint);
  await createTables(client, { settings: 'settings' });
  await salonStore(dynamoTable(client, 'settings')).addSalon({ ...salon, lastAudit: savedBy(salon) });
  client.destroy();
}

/** The entry file reads its environment when it is loaded. */
async function handlerWith(env: Record<string, string>): Promise<Handler> {
  Object.assign(process.env, env);
  return (await import('../../functions/webhook.ts')).handler;
}

function savedBy({ key, updatedAt, version }: Salon) {
  return { v: 1, at: updatedAt, subject: 'test', salonKey: key, what: 'salon_created', version, changes: {} } as const;
}

async function drained(sqs: SQSClient, QueueUrl: string): Promise<string[]> {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  if (Messages.length === 0) return [];
  const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  return [...Messages.map(({ Body }) => Body!), ...(await drained(sqs, QueueUrl))];
}

/** As a worker reads them. */
function messagesOf(bodies: string[]): Message[] {
  return bodies.map((body) => v.parse(messageSchema, JSON.parse(body)));
}

export function eventsIn(bodies: string[]): EventMessage[] {
  return messagesOf(bodies).flatMap((message) => (message.type === 'event' ? [message] : []));
}
