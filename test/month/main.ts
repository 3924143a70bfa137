import { parseArgs } from 'node:util';
import { simulatedMonth } from './month.ts';

// npm run test:month -- --events 5000 --seed 7: what CoMagic holds after a simulated month, against a straight calculation.
const { values } = parseArgs({
  options: { events: { type: 'string', default: '300' }, seed: { type: 'string', default: '7' } },
});
const began = Date.now();
const { complaints, figures } = await simulatedMonth({ events: Number(values.events), seed: Number(values.seed) });
const seconds = Math.round((Date.now() - began) / 1000);
console.log(
  Object.entries({ ...figures, seconds })
    .map(([name, value]) => `${name} ${value}`)
    .join(', '),
);
for (const complaint of complaints.slice(0, 20)) console.log(complaint);

const checks = [
  ['CoMagic holds exactly what was meant', complaints.length === 0],
  ['workers were killed', figures.killedWorkers > 0],
  ['senders were killed', figures.killedSenders > 0],
  ['calls were refused, late or not answered', figures.calls > figures.charged],
] as const;
for (const [what, holds] of checks) console.log(`${holds ? '✓' : '✗'} ${what}`);
const passed = checks.filter(([, holds]) => holds).length;
console.log(`${passed} passed, ${checks.length - passed} failed`);
process.exitCode = passed === checks.length ? 0 : 1;
