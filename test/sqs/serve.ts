import { startSqs } from '../../local/sqs/server.ts';

/** A server of its own process, for a test to kill: `node test/sqs/serve.ts FILE`. */
const { endpoint } = await startSqs({ file: process.argv[2] ?? '' });
console.log(endpoint);
