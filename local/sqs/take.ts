import * as v from 'valibot';
import type { Sqs } from './context.ts';
import { transaction } from './database.ts';
import { MessageAttributes } from './message-attributes.ts';
import { queueArn, queueByArn, type Queue } from './queue.ts';
import { newReceipt } from './receipt.ts';

const Stored = v.object({
  id: v.string(),
  body: v.string(),
  attributes: v.pipe(v.string(), v.parseJson(), MessageAttributes),
  group_id: v.nullable(v.string()),
  sent_at: v.number(),
  first_received_at: v.nullable(v.number()),
  receive_count: v.number(),
  receives_here: v.number(),
  dead_letter_source: v.nullable(v.string()),
});
type Stored = v.InferOutput<typeof Stored>;
export type Taken = ReturnType<typeof mark>;

/** Receives up to `limit` visible messages and hides them for so many seconds. */
export function take(sqs: Sqs, queue: Queue, limit: number, hiddenSeconds: number): Taken[] {
  const now = sqs.now();
  return transaction(sqs.db, () => {
    const expired = now - queue.settings.MessageRetentionPeriod * 1000;
    sqs.sql.run('DELETE FROM message WHERE queue = :queue AND sent_at <= :expired', { queue: queue.id, expired });
    return due(sqs, queue, limit, now).map((message) => mark(sqs, message, now, hiddenSeconds));
  });
}

/**
 * The next visible messages. Those that were received often enough are moved to the dead-letter queue on the way,
 * which AWS, too, does at the receive that would be one too many and not when the visibility time-out ends.
 */
function due(sqs: Sqs, queue: Queue, limit: number, now: number): Stored[] {
  const policy = queue.settings.RedrivePolicy;
  const target = policy && queueByArn(sqs, policy.deadLetterTargetArn);
  for (;;) {
    // By the time they became visible, so that a message that keeps failing waits behind the others.
    const rows = sqs.sql.all(
      `SELECT * FROM message WHERE queue = :queue AND visible_at <= :now ORDER BY visible_at, seq LIMIT :limit`,
      { queue: queue.id, now, limit },
    );
    const messages = v.parse(v.array(Stored), rows);
    const spent = target ? messages.filter(({ receives_here }) => receives_here >= policy.maxReceiveCount) : [];
    if (!target || spent.length === 0) return messages;
    for (const message of spent) bury(sqs, message, queue, target, now);
  }
}

/** The message stays the one it was: id, time of sending (so its retention runs on) and the count that is shown. */
function bury({ sql, wakeups }: Sqs, { id }: Stored, from: Queue, to: Queue, now: number): void {
  sql.run(
    `UPDATE message SET queue = :to, visible_at = :now, receives_here = 0, dead_letter_source = :source
     WHERE id = :id`,
    { id, to: to.id, now, source: queueArn(from.name) },
  );
  wakeups.wake(to.id);
}

function mark({ sql }: Sqs, message: Stored, now: number, hiddenSeconds: number) {
  const receipt = newReceipt();
  const firstReceivedAt = message.first_received_at ?? now;
  sql.run(
    `UPDATE message SET receipt = :receipt, visible_at = :visibleAt, received_at = :now, first_received_at = :first,
       receive_count = receive_count + 1, receives_here = receives_here + 1
     WHERE id = :id`,
    { id: message.id, receipt, visibleAt: now + hiddenSeconds * 1000, now, first: firstReceivedAt },
  );
  return { ...message, receipt, first_received_at: firstReceivedAt, receive_count: message.receive_count + 1 };
}

/** Milliseconds until a message that is hidden now shows up again; Infinity if there is none. */
export function untilNextVisible({ sql, now }: Sqs, queue: Queue): number {
  const at = now();
  const row = sql.get('SELECT min(visible_at) AS next FROM message WHERE queue = :queue AND visible_at > :at', {
    queue: queue.id,
    at,
  });
  const { next } = v.parse(v.object({ next: v.nullable(v.number()) }), row);
  return next === null ? Infinity : Math.max(1, next - at);
}
