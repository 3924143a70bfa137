import { readEvent } from '../../lib/profsalon/read-event.ts';
import { context, decoded } from '../build/event.ts';
import { eventShapes } from './shapes.ts';

/** Run as a process of its own; prints how much its heap has grown, in MB. */
const bytes = 195_000;
const rounds = 50;

function readAll(times: number): void {
  for (const shape of Object.values(eventShapes)) {
    const result = decoded(shape(bytes), 'application/json');
    if (!result.ok) throw new Error(result.reason);
    for (let round = 0; round < times; round++) readEvent(result.events[0]!, context);
  }
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

readAll(1);
const before = heap();
readAll(rounds);
const grownMb = (heap() - before) / 1024 / 1024;
process.stdout.write(JSON.stringify({ grownMb, shapes: Object.keys(eventShapes).length }));
