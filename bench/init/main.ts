import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functionNames } from '../../infra/bundles/bundling.ts';
import type { FunctionName } from '../../lib/model/env.ts';
import { defaultBundle, shippedBundle, sizeOf } from './bundles.ts';
import { measure, type Files, type Measured } from './measure.ts';
import { checksOf, tableOf, withinGate, type Found } from './report.ts';
import { startStand, type Stand } from './stand.ts';

/** `npm run bench:init`: what the way of bundling saves of a function's cold start; fails above the gates of budgets.ts. */
const rounds = 20;

async function bundles(folder: string): Promise<Map<FunctionName, Files>> {
  const files = new Map<FunctionName, Files>();
  for (const name of functionNames)
    files.set(name, { shipped: await shippedBundle(name, folder), default: await defaultBundle(name, folder) });
  return files;
}

/** Measures all, then once more what missed its gate, over twice the rounds, for the machine may have been busy. */
async function measureTwice(stand: Stand, files: Map<FunctionName, Files>): Promise<Measured[]> {
  const first = await measure(stand, files, rounds);
  const missed = first.filter((one) => !withinGate(one)).map(({ name }) => name);
  if (missed.length === 0) return first;
  console.log(`measured again: ${missed.join(', ')}`);
  const again = await measure(stand, new Map([...files].filter(([name]) => missed.includes(name))), 2 * rounds);
  return first.map((one) => again.find(({ name }) => name === one.name) ?? one);
}

async function withSizes(measured: Measured, files: Map<FunctionName, Files>): Promise<Found> {
  const { shipped, default: usual } = files.get(measured.name)!;
  return { ...measured, sizes: { shipped: await sizeOf(shipped), default: await sizeOf(usual) } };
}

// Outside the checkout, whose package.json would make ES modules of the bundles.
const folder = mkdtempSync(join(tmpdir(), 'bench-init-'));
const stand = await startStand();
try {
  const files = await bundles(folder);
  const measured = await measureTwice(stand, files);
  const found = await Promise.all(measured.map((one) => withSizes(one, files)));
  console.log(`Node ${process.version}, medians of ${rounds}, shipped / CDK's default`);
  console.table(tableOf(found));
  const checks = checksOf(found);
  for (const [what, holds] of checks) console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  const failed = checks.filter(([, holds]) => !holds).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  stand.stop();
  rmSync(folder, { recursive: true });
}
