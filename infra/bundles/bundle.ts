import { resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, functionNames } from './bundling.ts';

/**
 * `node infra/bundles/bundle.ts FUNCTION FILE` writes the bundle of a function. A process of its own: CDK asks for code in a call
 * that cannot wait, and esbuild's plugins must be waited for.
 */
const [asked, outfile] = process.argv.slice(2);
const name = functionNames.find((one) => one === asked);
if (name === undefined || outfile === undefined) throw new Error(`usage: bundle.ts ${functionNames.join('|')} FILE`);
await build({ ...bundleOptions(resolve('.'), name), outfile });
