import { readEnvironment } from '../lib/runtime/env.ts';
import { workerHandler, workerTables } from './wiring/worker.ts';

export const handler = workerHandler('deals', workerTables(readEnvironment('deals')));
