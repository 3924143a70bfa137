import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { environments, type FunctionName } from '../../lib/model/env.ts';
import { leanSdk } from './lean-sdk.ts';

export const functionNames = Object.keys(environments).filter((name): name is FunctionName => name in environments);

/** What Node runs, in the checkout, to write the bundle of a function to a file. */
export function bundleCommand(name: FunctionName, file: string): string[] {
  return [join('infra', 'bundles', 'bundle.ts'), name, file];
}

/** The file that a function's bundle is written to, and the handler in it. */
export const bundleFile = 'index.js';
export const bundleHandler = 'index.handler';

/** Parts of the SDK that a Lambda function has no use for, and what stands in their place; each file says why. */
const standIns = {
  '@aws/lambda-invoke-store': './infra/bundles/stand-ins/no-invoke-store.ts',
  '@aws-sdk/credential-provider-node': './infra/bundles/stand-ins/environment-credentials.ts',
  '@aws-sdk/middleware-endpoint-discovery': './infra/bundles/stand-ins/no-endpoint-discovery.ts',
  '@smithy/core/checksum': './infra/bundles/stand-ins/node-checksums.ts',
  '@smithy/core/config': './infra/bundles/stand-ins/environment-configuration.ts',
  '@smithy/core/event-streams': './infra/bundles/stand-ins/no-event-streams.ts',
};
const doorStandIns = { '@smithy/core/retry': './infra/bundles/stand-ins/no-retries.ts' };

/**
 * How a function becomes one file: all that was measured of load times (docs/adr/0008) in one place. The stack, the
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
    alias: { ...standIns, ...(name === 'webhook' ? doorStandIns : {}) },
    plugins: [leanSdk],
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
  } as const satisfies BuildOptions;
}
