import { isDeepStrictEqual, parseArgs } from 'node:util';
import { forecastTrial, type Meanwhile } from '../jobs/forecast-trial.ts';

// npm run test:forecast -- --events 2000 --seed 1: the replay of a simulated stream, and what it was told to make.
const { values } = parseArgs({
  options: { events: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
let [passed, failed] = [0, 0];
for (const meanwhile of ['nothing', 'a save', 'a delivery'] satisfies Meanwhile[]) {
  const { job, lines, made } = await forecastTrial(Number(values.events), Number(values.seed), meanwhile);
  const { forecast, changedMeanwhile } = job;
  const { created, changed, removed } = made.records;
  const checks: [string, boolean][] = [
    ['every line was looked at', forecast?.lines === lines],
    ['it says whether something changed', changedMeanwhile === (meanwhile === 'a delivery')],
    ['outcomes', isDeepStrictEqual(forecast?.outcomes, made.outcomes)],
    ['records', isDeepStrictEqual({ ...forecast?.records, unchanged: 0 }, { created, changed, removed, unchanged: 0 })],
    ['changes of records', isDeepStrictEqual(forecast?.changes, made.changes)],
  ];
  // After a delivery in between they may differ: that is what it says.
  for (const [title, holds] of meanwhile === 'a delivery' ? checks.slice(0, 2) : checks) {
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${meanwhile}: ${title}`);
    if (holds) passed += 1;
    else failed += 1;
  }
  console.log(`     ${lines} lines, ${JSON.stringify(made.records)}, ${JSON.stringify(made.outcomes)}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
