import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

/**
 * Loaded before a stack, into each of its two threads. On SIGUSR2 both collect their garbage, and what they hold then is
 * written to HEAP_FILE, in bytes.
 */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const channel = new BroadcastChannel('heap');
channel.unref();

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

if (isMainThread) {
  process.on('SIGUSR2', () => {
    channel.postMessage('collect');
  });
  channel.onmessage = ({ data }) => {
    const { rss } = process.memoryUsage();
    writeFileSync(process.env['HEAP_FILE'] ?? '', JSON.stringify({ heap: heap() + Number(data), rss }));
  };
} else {
  channel.onmessage = () => {
    channel.postMessage(heap());
  };
}
