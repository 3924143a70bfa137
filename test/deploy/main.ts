import { spawn } from 'node:child_process';
import { startEngine } from './engine.ts';
import { failedWithFigures } from './steps.ts';

/**
 * `npm run test:deploy`: the stack, deployed for real to an AWS on loopback with IAM enforced. What is shown stands in
 * scenario.ts, which runs on its own: only a fresh process trusts the engine's certificate. Exits non-zero where it cannot run.
 */
async function main(): Promise<number> {
  const engine = await startEngine();
  try {
    return await scenario(engine.env);
  } finally {
    await engine.stop();
  }
}

function scenario(env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test/deploy/scenario.ts'], { stdio: 'inherit', env });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0 || status === failedWithFigures) resolve(status);
      else reject(new Error(`the scenario ended before its figures (${status ?? 'by a signal'})`));
    });
  });
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.stdout.write('0 passed, 1 failed\n');
  return 1;
});
