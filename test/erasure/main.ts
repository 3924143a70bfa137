import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startStack, type RunningStack } from '../local/stack.ts';
import { queuedIn, storedIn } from '../local/stored.ts';
import { checksOf, type Held } from './checks.ts';
import { afterwards, everything, meanwhile } from './deliveries.ts';
import { marksIn, people, type PersonName } from './people.ts';
import { actingOn } from './acting.ts';

/**
 * `npm run test:erasure`: people are erased while a worker, dead letters and a replay still have what was told of them; then everything
 * that the stack keeps or has said is looked through, and everything is sent and replayed again.
 */
const dataDir = mkdtempSync(join(tmpdir(), 'erasure-'));
const env = { PORT: String(await freePort()), RETRY_SECONDS: '1', LEASE_SECONDS: '30', SWEEP_SECONDS: '1' };
const output: string[] = [];
let stack = await startStack({ dataDir, env });

async function stopped({ stop, output: said }: RunningStack): Promise<number | null> {
  const code = await stop();
  output.push(said());
  return code;
}

/** What a stopped stack holds of everybody, by where. */
async function held(): Promise<Held> {
  const places = { ...(await storedIn(dataDir)), queues: queuedIn(dataDir) };
  const log = [...output, readFileSync(join(dataDir, 'functions.log'), 'utf8')].flatMap((text) => text.split('\n'));
  const found: Held = {};
  for (const [place, texts] of Object.entries({ ...places, log })) {
    for (const name of Object.keys(people) as PersonName[]) {
      const marks = [...new Set(texts.flatMap((text) => marksIn(text, people[name])))].sort();
      (found[name] ??= {})[place] = marks;
    }
  }
  return found;
}

const acting = await actingOn(stack.demo);
await acting.post(everything());
const tookAll = await acting.drained();
const codes = [await stopped(stack)];
const before = await held();
stack = await startStack({ dataDir, env });
await acting.connectTo(stack.demo);
const borisBefore = await acting.recordsOf('boris');

const erasing = await acting.erase(meanwhile);
await acting.drained();
const found = await acting.searches();
await acting.post([...everything(), ...meanwhile()]);
await acting.sendLate();
await acting.drained();
const replay = await acting.replayed();
await acting.drained();
const foundAgain = await acting.searches();
const borisAfter = await acting.recordsOf('boris');
codes.push(await stopped(stack));
const after = await held();
stack = await startStack({ dataDir, env });
await acting.connectTo(stack.demo);
await acting.post([afterwards()]);
await acting.drained();
const anew = await acting.recordsOf('vera');
codes.push(await stopped(stack));

const checks = checksOf({
  tookAll,
  before,
  after,
  erasing,
  found,
  foundAgain,
  replay,
  borisBefore,
  borisAfter,
  anew,
  codes,
});
for (const [title, holds, what] of checks)
  console.log(holds ? `ok   ${title}` : `FAIL ${title}: ${JSON.stringify(what)}`);
const failed = checks.filter(([, holds]) => !holds).length;
if (failed === 0) rmSync(dataDir, { recursive: true });
else console.log(`The data is kept in ${dataDir}`);
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
