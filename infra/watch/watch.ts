import type { Parts } from '../parts.ts';
import type { Settings } from '../settings.ts';
import { watchApi } from './watch-api.ts';
import { watchTables } from './watch-tables.ts';
import { watchWorkers } from './watch-workers.ts';

/** The alarms that belong to no single queue. None is by salon: a hundred salons would be a hundred alarms. */
export function watch(parts: Parts, settings: Settings): void {
  watchApi(parts, settings);
  watchWorkers(parts);
  watchTables(parts);
}
