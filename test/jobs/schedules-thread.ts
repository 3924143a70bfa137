import { parentPort, workerData } from 'node:worker_threads';
import { manySchedules, type Asked } from './many-schedules.ts';
import { removals } from './removals.ts';

const { first, count, removal } = workerData as Asked;
parentPort?.postMessage(await manySchedules(first, count, removal === undefined ? {} : removals[removal]));
