import * as v from 'valibot';
import type { Sqs } from './context.ts';
import { parsed } from './parse.ts';
import { queueAt } from './queue.ts';
import { receiptFrom } from './receipt.ts';

const DeleteMessage = v.object({ QueueUrl: v.string(), ReceiptHandle: v.string() });

/** With any but the most recent handle it succeeds and deletes nothing (API reference, DeleteMessage). */
export function deleteMessage(sqs: Sqs, input: unknown): object {
  const request = parsed(DeleteMessage, input);
  const queue = queueAt(sqs, request.QueueUrl);
  const { messageId, receipt } = receiptFrom(queue, request.ReceiptHandle);
  sqs.sql.run('DELETE FROM message WHERE id = :messageId AND queue = :queue AND receipt = :receipt', {
    messageId,
    queue: queue.id,
    receipt,
  });
  return {};
}
