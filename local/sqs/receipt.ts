import { randomUUID } from 'node:crypto';
import { SqsError } from './errors.ts';
import type { Queue } from './queue.ts';

/** Of one receive of one message from one queue; the latest one alone acts on the message. */
export interface Receipt {
  messageId: string;
  receipt: string;
}

const uuid = '[\\da-f-]{36}';
const shape = new RegExp(`^(?<queue>\\d+)/(?<messageId>${uuid})/(?<receipt>${uuid})$`);

export const newReceipt = () => randomUUID();

export function handleOf(queue: Queue, { messageId, receipt }: Receipt): string {
  return Buffer.from(`${queue.id}/${messageId}/${receipt}`).toString('base64url');
}

export function receiptFrom(queue: Queue, handle: string): Receipt {
  const parts = shape.exec(Buffer.from(handle, 'base64url').toString())?.groups;
  const { messageId, receipt } = parts ?? {};
  if (messageId === undefined || receipt === undefined || Number(parts?.['queue']) !== queue.id) {
    throw new SqsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
  }
  return { messageId, receipt };
}
