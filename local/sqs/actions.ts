import { inBatch, inSizedBatch } from './batch.ts';
import type { Action } from './context.ts';
import { deleteMessage } from './delete.ts';
import { listQueues } from './list-queues.ts';
import { createQueue, deleteQueue, getQueueUrl, purgeQueue } from './queue-actions.ts';
import { getQueueAttributes, setQueueAttributes } from './queue-attributes.ts';
import { receiveMessage } from './receive.ts';
import { sendMessage } from './send.ts';
import { changeMessageVisibility } from './visibility.ts';

/** By the name that follows `AmazonSQS.` in the header X-Amz-Target. */
export const actions = new Map<string, Action>([
  ['CreateQueue', createQueue],
  ['GetQueueUrl', getQueueUrl],
  ['ListQueues', listQueues],
  ['DeleteQueue', deleteQueue],
  ['PurgeQueue', purgeQueue],
  ['SetQueueAttributes', setQueueAttributes],
  ['GetQueueAttributes', getQueueAttributes],
  ['SendMessage', sendMessage],
  ['SendMessageBatch', inSizedBatch(sendMessage)],
  ['ReceiveMessage', receiveMessage],
  ['DeleteMessage', deleteMessage],
  ['DeleteMessageBatch', inBatch(deleteMessage)],
  ['ChangeMessageVisibility', changeMessageVisibility],
  ['ChangeMessageVisibilityBatch', inBatch(changeMessageVisibility)],
]);
