import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { jobSchedule } from '../jobs/schedule.ts';

// npm run test:soak-jobs -- --schedules 20000 [--seed N]: random schedules of jobs over tables in memory.
const { values } = parseArgs({
  options: { schedules: { type: 'string', default: '2000' }, seed: { type: 'string' } },
});
const first = Number(values.seed ?? randomInt(2 ** 31));
console.log(`seed ${first}`);
let [passed, failed] = [0, 0];
const happened = new Map<string, number>();
const happen = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);
for (let seed = first; seed < first + Number(values.schedules); seed++) {
  const wrong = await jobSchedule(seed, {}, happen).catch((error: unknown) => [String(error)]);
  if (wrong.length === 0) passed++;
  else failed++;
  if (wrong.length > 0) console.log(`seed ${seed} failed: ${wrong.join(', ')}`);
}
for (const [what, times] of [...happened].sort()) console.log(`${String(times).padStart(9)} ${what}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
