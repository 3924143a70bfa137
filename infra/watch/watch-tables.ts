import type { Parts } from '../parts.ts';
import { tableThrottles, throttledAt } from './metrics.ts';

export function watchTables({ alarms, tables }: Parts): void {
  for (const [name, table] of Object.entries(tables)) {
    for (const kind of tableThrottles) {
      alarms.add({
        name: 'tableThrottles',
        of: `${name}${kind}`,
        metric: throttledAt(table, kind),
        impact: `The ${name} table refuses calls: events are tried again and come late.`,
      });
    }
  }
}
