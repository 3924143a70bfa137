import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { postAll } from '../kill/post-all.ts';
import { startStack } from '../local/stack.ts';
import { drained } from '../local/waiting.ts';

/** Deliveries until everything is loaded and compiled; then, the bytes by which the heap may have grown at the end. */
const warmUp = 1000;
const mostGrowth = 4 * 1024 * 1024;

const { values } = parseArgs({ options: { deliveries: { type: 'string', default: '20000' } } });
const deliveries = Number(values.deliveries);
const dataDir = mkdtempSync(join(tmpdir(), 'memory-'));
const HEAP_FILE = join(dataDir, 'heap.json');
const stack = await startStack({ dataDir, env: { NODE_OPTIONS: '--import=./test/memory/probe.ts', HEAP_FILE } });

async function deliver(from: number, to: number): Promise<void> {
  await postAll({ ...stack.demo.salon, from, count: to - from, concurrency: 16, onAnswer: () => undefined });
  if (!(await drained(stack.demo.queues, 3_600_000))) throw new Error('The queues do not become empty.');
}

/** After the garbage of both threads was collected. */
async function measured(what: number): Promise<number> {
  rmSync(HEAP_FILE, { force: true });
  await sleep(2000);
  process.kill(stack.pid, 'SIGUSR2');
  await sleep(3000);
  const { heap, rss } = JSON.parse(readFileSync(HEAP_FILE, 'utf8')) as { heap: number; rss: number };
  const [heapMb = '', rssMb = ''] = [heap, rss].map((bytes) => (bytes / 1024 / 1024).toFixed(1));
  console.log(`${String(what).padStart(6)} deliveries: heap ${heapMb} MB, resident ${rssMb} MB`);
  return heap;
}

await deliver(0, warmUp);
const before = await measured(warmUp);
let after = before;
const step = Math.ceil((deliveries - warmUp) / 10);
for (let done = warmUp; done < deliveries; done += step) {
  const end = Math.min(done + step, deliveries);
  await deliver(done, end);
  after = await measured(end);
}
const stopped = await stack.stop();
rmSync(dataDir, { recursive: true });
const checks = [after - before <= mostGrowth, stopped === 0];
const passed = checks.filter(Boolean).length;
console.log(`${passed} passed, ${checks.length - passed} failed`);
process.exitCode = passed === checks.length ? 0 : 1;
