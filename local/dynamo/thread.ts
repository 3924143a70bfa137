import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { startDynamo } from './start-dynamo.ts';

/** The engine alone in its thread: says where it is, and ends when it is told anything. */
const options = v.parse(v.object({ path: v.string(), port: v.number() }), workerData);
const dynamo = await startDynamo(options);
parentPort?.once('message', () => {
  void dynamo.close().finally(() => process.exit());
});
parentPort?.postMessage(dynamo.endpoint);
