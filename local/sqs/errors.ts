/**
 * Each error's name with the code that clients of the older query protocol know it by
 * (trait `awsQueryError` in the service's Smithy model); the last five are common to all of AWS and unmodelled.
 */
const codes = {
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  InvalidAddress: 'InvalidAddress',
  InvalidAttributeName: 'InvalidAttributeName',
  InvalidAttributeValue: 'InvalidAttributeValue',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  InvalidMessageContents: 'InvalidMessageContents',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  QueueNameExists: 'QueueAlreadyExists',
  ReceiptHandleIsInvalid: 'ReceiptHandleIsInvalid',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  InternalFailure: 'InternalFailure',
  InvalidAction: 'InvalidAction',
  InvalidParameterValue: 'InvalidParameterValue',
  MissingParameter: 'MissingParameter',
  SerializationException: 'SerializationException',
} as const;

/** A refusal as SQS words it: thrown by an action, answered as JSON, or listed under `Failed` of a batch. */
export class SqsError extends Error {
  override readonly name: keyof typeof codes;
  readonly code: string;

  constructor(name: keyof typeof codes, message: string) {
    super(message);
    this.name = name;
    this.code = codes[name];
  }
}
