import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { bundleCommand, bundleFile } from '../../infra/bundles/bundling.ts';
import type { FunctionName } from '../../lib/model/env.ts';
import type { Budget } from './budgets.ts';

/** Writes the very bundle that the stack ships, by the command that the stack runs; answers its file. */
export async function shippedBundle(name: FunctionName, folder: string): Promise<string> {
  const file = join(folder, name, bundleFile);
  await promisify(execFile)(process.execPath, bundleCommand(name, file));
  return file;
}

/** What `NodejsFunction` of CDK makes by default (`bundleAwsSDK`, for it leaves the SDK out otherwise); answers its file. */
export async function defaultBundle(name: FunctionName, folder: string): Promise<string> {
  const outfile = join(folder, `${name}-default`, bundleFile);
  await build({
    absWorkingDir: resolve('.'),
    entryPoints: [join('functions', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    logLevel: 'error',
  });
  return outfile;
}

export async function sizeOf(file: string): Promise<Budget> {
  const content = await readFile(file);
  return { bytes: content.length, gzip: gzipSync(content).length };
}
