import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiOf, tokenOf, type Target } from '../blackbox/target.ts';
import { startStack } from '../local/stack.ts';
import { simulate } from '../simulate/simulate.ts';
import { documentWith, operationsOf } from './document.ts';
import { examplesOf } from './examples.ts';
import { faultsOf, triedOperations } from './report.ts';
import { venvOf } from '../python/venv.ts';
import { tryApi } from './schemathesis.ts';

/**
 * `npm run test:api`: Schemathesis against a stack of its own and docs/openapi.json, in the account of a simulated stream. An operation
 * passes when no check of it failed and each of its 2xx was answered.
 */
async function main(): Promise<boolean> {
  const programs = await venvOf('api', 'schemathesis');
  const dataDir = mkdtempSync(join(tmpdir(), 'api-'));
  const stack = await startStack({ dataDir, env: { RETRY_SECONDS: '1' } });
  try {
    return await tryStack(stack.demo, dataDir, programs);
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true });
  }
}

async function tryStack(target: Target, dataDir: string, programs: string): Promise<boolean> {
  const { account } = simulate(dataDir, ['--events', '60', '--seed', '7', '--salons', '3']);
  const { examples, salons } = await examplesOf(await apiOf(target, account));
  const document = documentWith(examples);
  const { status, output, events } = await tryApi({
    url: target.url,
    headers: { Authorization: `Bearer ${await tokenOf(target.tokenUrl, target.operator)}`, 'X-Account': account },
    ...{ document, salons, folder: join(dataDir, 'schemathesis'), programs },
    ids: Object.fromEntries(Object.entries(examples).flatMap(([label, { ids }]) => (ids ? [[label, ids]] : []))),
  });
  const found = triedOperations(events);
  const checks = [
    ...operationsOf(document).map((operation) => ({
      title: operation.label,
      faults: faultsOf(operation, found.get(operation.label)),
    })),
    { title: 'Schemathesis comes to its end', faults: status === 0 ? [] : [`exit ${status ?? 'by a signal'}`] },
  ];
  const failed = checks.filter(({ faults }) => faults.length > 0);
  for (const { title, faults } of checks)
    console.log(faults.length === 0 ? `ok   ${title}` : `FAIL ${title}: ${faults.join(', ')}`);
  if (failed.length > 0) console.log(output);
  console.log(`${checks.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The suite broke off.');
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
