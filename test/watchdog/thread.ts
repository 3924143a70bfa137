import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

export interface Watched {
  /** One number that goes up as long as the tests let timers run. */
  beats: Int32Array;
  standstillMs: number;
  file: string;
}

const { beats, standstillMs, file } = workerData as Watched;
let seen = -1;

setInterval(() => {
  const beat = Atomics.load(beats, 0);
  if (beat === seen) {
    // Not process.stderr, which goes by way of the thread that stands still.
    writeSync(2, `${file} has let no timer run for ${standstillMs} ms: a loop in it never ends.\n`);
    process.kill(process.pid, 'SIGKILL');
  }
  seen = beat;
}, standstillMs);
