import { describeSqsContract } from '../sqs/contract.ts';

/**
 * Where MiniStack 1.5.33 does otherwise than Amazon SQS's API reference, which decides and which our own server follows:
 * title of the test → the difference. In all but two of them it only takes what AWS refuses, which no code of ours sends.
 */
const differences: Record<string, string> = {
  'the name of a queue has no other marks than hyphens and underscores': 'CreateQueue: any name is taken',
  'an attribute that does not exist is refused': 'GetQueueAttributes: it answers nothing instead',
  'names, types and values of attributes count towards the size': 'SendMessage: only the body counts',
  'an attribute without a value is refused': 'SendMessage: it is taken',
  'a delay of more than 15 minutes is refused': 'SendMessage: it is taken',
  'a wait of more than 20 seconds is refused': 'ReceiveMessage: it is taken',
  'the visibility of a message that is not in flight cannot be changed':
    'ChangeMessageVisibilityBatch: it is hidden again',
  'a message is not hidden for more than 12 hours':
    'ChangeMessageVisibilityBatch: it is hidden for as long as one likes',
  'an entry that is refused does not hold up the others': 'SendMessageBatch: a delay that is too long is taken',
  'a batch changes the visibility of each message on its own': 'the same for one of several entries',
  // Lambda deletes what a function has handled itself, and with the newest handle.
  'a deleted message does not come back, and deleting it again is fine': 'DeleteMessageBatch: the second is an error',
  'deleting with an older handle succeeds and leaves the message': 'DeleteMessageBatch: an older handle is an error',
};

describeSqsContract(
  'MiniStack',
  () => {
    const endpoint = process.env['AWS_ENDPOINT_URL'];
    if (endpoint === undefined) throw new Error('runs in npm run test:deploy');
    return Promise.resolve({ endpoint, stop: () => Promise.resolve() });
  },
  { maximumBytes: 1_048_576, knownGaps: Object.keys(differences) },
);
