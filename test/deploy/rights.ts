import assert from 'node:assert/strict';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { outputNames } from '../../infra/outputs/output-names.ts';
import { settingsKeys, type ItemKey } from '../../lib/model/keys.ts';
import { asRole } from './as-role.ts';
import type { Outputs } from './cdk.ts';
import { roleOf } from './iam.ts';

const none = { at: '2026-03-01T09:00:00.000Z', version: 1 };

/** Reads as the door's role: what it needs it may read, though nothing stands there, and nothing else of the same table. */
export async function doorReads(output: Outputs): Promise<void> {
  const TableName = output(outputNames.table('settings'));
  await asRole(await roleOf('webhook'), async () => {
    const client = new DynamoDBClient({});
    const get = ({ pk, sk }: ItemKey) =>
      client.send(new GetItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: sk } } }));
    for (const key of [settingsKeys.hook('none'), settingsKeys.salon('none', 'none')]) await get(key);
    for (const key of [
      settingsKeys.account('none'),
      settingsKeys.member('none'),
      settingsKeys.audit('none', none),
      { pk: 'account', sk: 'none' },
      { pk: 'hook', sk: 'none' },
    ])
      await assert.rejects(get(key), { name: 'AccessDeniedException' }, `${key.pk} can be read`);
  });
}

/** Sends as a worker's role to both queues; the other's messages it may not take. */
export async function workerSends(output: Outputs): Promise<void> {
  const [bookings, deals] = [output(outputNames.queue('bookings')), output(outputNames.queue('deals'))];
  await asRole(await roleOf('bookings'), async () => {
    const client = new SQSClient({});
    for (const QueueUrl of [bookings, deals])
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'none' }));
    const taken = client.send(new ReceiveMessageCommand({ QueueUrl: deals }));
    await assert.rejects(taken, { name: 'AccessDenied' });
  });
}
