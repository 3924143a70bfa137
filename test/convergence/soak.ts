import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { setLimits } from '../../lib/domain/event-set.ts';
import { startEngine } from '../store/engine.ts';
import { memoryTable } from '../store/memory-table.ts';
import { handleWith } from './handle.ts';
import { fewSets } from './runs.ts';
import type { Tables } from './schedule.ts';
import { trial, trialOf } from './trial.ts';

// npm run test:soak -- --seconds 120           on the real engine, until the time is over
// npm run test:soak -- --schedules 100000      on the store in memory
// --seed N repeats a run, --most N sets the deliveries of a schedule.
const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    schedules: { type: 'string' },
    seed: { type: 'string' },
    most: { type: 'string', default: '12' },
  },
});
const inMemory = values.schedules !== undefined;
const schedules = Number(values.schedules ?? Infinity);
const end = inMemory ? Infinity : performance.now() + 1000 * Number(values.seconds ?? 120);
const first = Number(values.seed ?? randomInt(2 ** 31));
console.log(`seed ${first}, up to ${values.most} deliveries, ${inMemory ? 'in memory' : 'on the real engine'}`);

const engine = inMemory ? undefined : await startEngine();
const fresh = (): Tables =>
  engine
    ? { records: engine.table('records'), journal: engine.table('journal') }
    : { records: memoryTable(), journal: memoryTable() };

let [passed, failed] = [0, 0];
for (let seed = first; passed + failed < schedules && performance.now() < end; seed++) {
  const limits = seed % 4 === 0 ? setLimits : fewSets;
  const wrong = await trial({
    ...trialOf(seed, Number(values.most)),
    tables: fresh(),
    handleWith: handleWith({ limits }),
    mostBookings: limits.bookings,
  }).catch((error: unknown) => [String(error)]);
  if (wrong.length === 0) passed++;
  else failed++;
  if (wrong.length > 0) console.log(`seed ${seed} failed:\n${wrong.join('\n')}`);
  if ((passed + failed) % 5000 === 0) console.log(`${passed + failed} schedules, ${failed} failed`);
}
await engine?.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
