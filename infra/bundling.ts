import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { environments, type FunctionName } from '../lib/model/env.ts';

export const functionNames = Object.keys(environments).filter((name): name is FunctionName => name in environments);

/** The file that a function's bundle is written to, and the handler in it. */
export const bundleFile = 'index.js';
export const bundleHandler = 'index.handler';

/**
 * How a function becomes one file: all that was measured of load times (docs/adr/0011) in one place. The stack, the
 * benchmark and the tests of the bundles take it from here. `root`: the checkout.
 */
export function bundleOptions(root: string, name: FunctionName) {
  return {
    absWorkingDir: root,
    entryPoints: [join('functions', `${name}.ts`)],
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    // CommonJS: without `import()` the SDK's `import('node:http')` becomes a plain require, 60–180 ms cheaper.
    format: 'cjs',
    // The packages' ES modules, of which esbuild leaves out what nobody uses.
    mainFields: ['module', 'main'],
    supported: { 'dynamic-import': false },
    alias: { '@aws-sdk/credential-provider-node': './infra/environment-credentials.ts' },
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
  } as const satisfies BuildOptions;
}
