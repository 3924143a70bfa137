import * as v from 'valibot';
import { TryAgain } from '../model/try-again.ts';

/** Names of DynamoDB's errors that say "later" with a status of 400 (its developer guide, "Error handling"). */
const throttled = [
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'LimitExceededException',
  'TransactionInProgressException',
];
/** Of the SDK and of Node when there was no answer at all, or none in time. */
const unanswered = [
  'TimeoutError',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];

const retryableSchema = v.object({ $retryable: v.looseObject({}) });
const statusSchema = v.object({
  $metadata: v.object({
    httpStatusCode: v.union([v.literal(429), v.pipe(v.number(), v.minValue(500))]),
  }),
});
const laterSchema = v.picklist([...throttled, ...unanswered]);
const namedSchema = v.union([v.object({ name: laterSchema }), v.object({ code: laterSchema })]);
const outageSchema = v.union([v.instance(TryAgain), retryableSchema, statusSchema, namedSchema]);

/** Whether what a store threw is a failure of the database that passes: no answer, too many calls, an error of its own. */
export function isOutage(error: unknown): boolean {
  return v.is(outageSchema, error);
}
