import * as v from 'valibot';
import type { Action, Sqs } from './context.ts';
import { transaction } from './database.ts';
import { SqsError } from './errors.ts';
import { bytesIn } from './message-content.ts';
import { parsed } from './parse.ts';
import { queueAt } from './queue.ts';
import { SendMessage } from './send.ts';
import { sizeLimit } from './settings.ts';

const Batch = v.object({
  QueueUrl: v.string(),
  Entries: v.optional(v.array(v.looseObject({ Id: v.string() })), []),
});
type Batch = v.InferOutput<typeof Batch>;
type Entry = Batch['Entries'][number];

/** The same act for each entry, committed once. An entry that is refused is listed and the others go through. */
export function inBatch(act: (sqs: Sqs, input: unknown) => object): Action {
  return (sqs, input) => {
    const { QueueUrl, Entries } = parsed(Batch, input);
    assertIds(Entries.map(({ Id }) => Id));
    queueAt(sqs, QueueUrl);
    return transaction(sqs.db, () => {
      const answers = Entries.map((entry) => attempt(entry, () => act(sqs, { ...entry, QueueUrl })));
      return {
        Successful: answers.filter((answer) => !('Code' in answer)),
        Failed: answers.filter((answer) => 'Code' in answer),
      };
    });
  };
}

/** A batch of messages has a size limit as a whole, too. */
export function inSizedBatch(act: (sqs: Sqs, input: unknown) => object): Action {
  const batch = inBatch(act);
  return (sqs, input, signal) => {
    const { QueueUrl, Entries } = parsed(Batch, input);
    const bytes = Entries.map((entry) => v.safeParse(SendMessage, { ...entry, QueueUrl }))
      .map((result) => (result.success ? bytesIn(result.output) : 0))
      .reduce((sum, size) => sum + size, 0);
    if (bytes > sizeLimit) {
      const message = `Batch requests cannot be longer than ${sizeLimit} bytes. You have sent ${bytes} bytes.`;
      throw new SqsError('BatchRequestTooLong', message);
    }
    return batch(sqs, input, signal);
  };
}

function assertIds(ids: string[]): void {
  if (ids.length === 0) throw new SqsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (ids.length > 10) {
    const message = `Maximum number of entries per request are 10. You have sent ${ids.length}.`;
    throw new SqsError('TooManyEntriesInBatchRequest', message);
  }
  if (!ids.every((id) => /^[\w-]{1,80}$/.test(id))) {
    const message = 'A batch entry id can only contain alphanumeric characters, hyphens and underscores, at most 80.';
    throw new SqsError('InvalidBatchEntryId', message);
  }
  const repeated = ids.find((id, at) => ids.indexOf(id) !== at);
  if (repeated !== undefined) throw new SqsError('BatchEntryIdsNotDistinct', `Id ${repeated} repeated.`);
}

function attempt({ Id }: Entry, act: () => object): object {
  try {
    return { Id, ...act() };
  } catch (error) {
    if (!(error instanceof SqsError)) throw error;
    return { Id, SenderFault: true, Code: error.code, Message: error.message };
  }
}
