import { describeSqsContract } from '../sqs/contract.ts';

/** Where MiniStack does otherwise than Amazon SQS's documentation, which decides: title → the difference. */
const differences: Record<string, string> = {};

describeSqsContract(
  'MiniStack',
  () => {
    const endpoint = process.env['AWS_ENDPOINT_URL'];
    if (endpoint === undefined) throw new Error('runs in npm run test:deploy');
    return Promise.resolve({ endpoint, stop: () => Promise.resolve() });
  },
  { maximumBytes: 1_048_576, knownGaps: Object.keys(differences) },
);
