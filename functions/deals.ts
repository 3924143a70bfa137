import { readEnvironment } from '../lib/runtime/env.ts';
import { workerHandler } from './wiring/worker.ts';

export const handler = workerHandler('deals', readEnvironment('deals'));
