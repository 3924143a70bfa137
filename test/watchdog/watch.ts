import { Worker } from 'node:worker_threads';
import { afterAll, expect } from '@jest/globals';
import type { Watched } from './thread.ts';

/** Of a test that waits, jest's time-out takes care; it cannot end one whose loop lets no timer run. Milliseconds. */
const standstillMs = Number(process.env['STANDSTILL_MS'] ?? 60_000);

const beats = new Int32Array(new SharedArrayBuffer(4));
const workerData: Watched = { beats, standstillMs, file: expect.getState().testPath ?? '' };
const thread = new Worker('./test/watchdog/thread.ts', { workerData });
thread.unref();
const beating = setInterval(() => Atomics.add(beats, 0, 1), standstillMs / 10).unref();

afterAll(async () => {
  clearInterval(beating);
  await thread.terminate();
});
