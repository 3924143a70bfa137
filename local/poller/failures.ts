import * as v from 'valibot';
import type { Invocation } from '../lambda/invoke.ts';

const partialSchema = v.object({
  batchItemFailures: v.nullish(v.array(v.object({ itemIdentifier: v.string() })), []),
});

/**
 * Ids of the messages of a batch that a function did not finish, as AWS takes its result: nothing returned is a
 * success; a throw, a time-out, a result of another shape or an id that is not of the batch fails the whole batch.
 */
export function failedIds(invocation: Invocation, batch: readonly string[]): ReadonlySet<string> {
  if (invocation.status !== 'returned') return new Set(batch);
  const result = v.safeParse(v.nullish(partialSchema, { batchItemFailures: [] }), invocation.value);
  if (!result.success) return new Set(batch);
  const failed = result.output.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return new Set(failed.every((id) => batch.includes(id)) ? failed : batch);
}
