import * as v from 'valibot';
import type { Sqs } from './context.ts';
import { SqsError } from './errors.ts';
import { integerIn, parsed } from './parse.ts';
import { queueAt, type Queue } from './queue.ts';
import { receiptFrom, type Receipt } from './receipt.ts';

const longest = 43_200;
const ChangeMessageVisibility = v.object({
  QueueUrl: v.string(),
  ReceiptHandle: v.string(),
  VisibilityTimeout: integerIn(0, longest),
});
const InFlight = v.object({ visible_at: v.number(), received_at: v.number() });

/** The new time-out counts from now on; 0 shows the message at once. */
export function changeMessageVisibility(sqs: Sqs, input: unknown): object {
  const request = parsed(ChangeMessageVisibility, input);
  const queue = queueAt(sqs, request.QueueUrl);
  const receipt = receiptFrom(queue, request.ReceiptHandle);
  const visibleAt = sqs.now() + request.VisibilityTimeout * 1000;
  assertChangeable(sqs, queue, receipt, visibleAt);
  sqs.sql.run('UPDATE message SET visible_at = :visibleAt WHERE id = :messageId', {
    visibleAt,
    messageId: receipt.messageId,
  });
  sqs.wakeups.wake(queue.id);
  return {};
}

function assertChangeable(sqs: Sqs, queue: Queue, { messageId, receipt }: Receipt, visibleAt: number): void {
  const row = sqs.sql.get(
    `SELECT visible_at, received_at FROM message WHERE id = :messageId AND queue = :queue AND receipt = :receipt`,
    { messageId, queue: queue.id, receipt },
  );
  if (!row) {
    const reason = 'Message does not exist or is not available for visibility timeout change.';
    throw new SqsError('InvalidParameterValue', `The value of parameter ReceiptHandle is invalid. Reason: ${reason}`);
  }
  const message = v.parse(InFlight, row);
  if (message.visible_at <= sqs.now()) throw new SqsError('MessageNotInflight', 'The message is not in flight.');
  if (visibleAt > message.received_at + longest * 1000) {
    const reason = `Total VisibilityTimeout for the message is beyond the limit [${longest} seconds]`;
    throw new SqsError(
      'InvalidParameterValue',
      `The value of parameter VisibilityTimeout is invalid. Reason: ${reason}.`,
    );
  }
}
