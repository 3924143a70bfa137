import { inBatch, inSizedBatch } from './batch.ts';
import type { Action } from './context.ts';
import { createQueue } from './create-queue.ts';
import { deleteMessage } from './delete.ts';
import { getQueueAttributes, setQueueAttributes } from './queue-attributes.ts';
import { receiveMessage } from './receive.ts';
import { sendMessage } from './send.ts';
import { changeMessageVisibility } from './visibility.ts';

/** Those that the connector and its tests call, by the name that follows `AmazonSQS.` in the header X-Amz-Target. */
export const actions = new Map<string, Action>([
  ['CreateQueue', createQueue],
  ['SetQueueAttributes', setQueueAttributes],
  ['GetQueueAttributes', getQueueAttributes],
  ['SendMessage', sendMessage],
  ['SendMessageBatch', inSizedBatch(sendMessage)],
  ['ReceiveMessage', receiveMessage],
  ['DeleteMessageBatch', inBatch(deleteMessage)],
  ['ChangeMessageVisibilityBatch', inBatch(changeMessageVisibility)],
]);
