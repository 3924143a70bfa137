import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from '../../lib/model/env.ts';
import { bundleCommand, bundleFile } from './bundling.ts';

/** `cdk`, npm's scripts and the tests all run in the checkout. */
const root = resolve('.');

/** A function's bundle, made by esbuild on this machine; never by Docker. */
export function bundledCode(name: FunctionName): Code {
  return Code.fromAsset(root, {
    // Of what comes out, so that a change elsewhere in the checkout deploys nothing.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('unused'),
      // Never run, but it tells the five bundles apart: CDK takes equal options on one folder for one asset.
      command: [name],
      local: {
        tryBundle: (directory) => {
          const file = join(directory, bundleFile);
          execFileSync(process.execPath, bundleCommand(name, file), { cwd: root, stdio: 'inherit' });
          return true;
        },
      },
    },
  });
}
