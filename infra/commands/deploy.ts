import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { S3Client } from '@aws-sdk/client-s3';
import * as v from 'valibot';
import { signInSchema } from '../../lib/model/sign-in.ts';
import { builtPage } from '../../web/build/page.ts';
import { environmentName, environments } from '../environments.ts';
import { outputNames } from '../outputs/output-names.ts';
import type { EnvironmentName } from '../settings.ts';
import { stackOutputs } from './stack-outputs.ts';
import { uploadPage } from './upload-page.ts';

/** `npm run deploy -- --env NAME [-- options of cdk]`: the stack, then the page into its bucket. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { env: { type: 'string' } }, allowPositionals: true });
  const environment = environmentName(values.env, '--env ');
  // Before anything is deployed: a page that cannot be built stops it.
  const files = await builtPage();
  await cdkDeploy(environment, positionals);
  const { region } = environments[environment];
  const output = await stackOutputs(new CloudFormationClient({ region }), environment);
  const signIn = v.parse(signInSchema, JSON.parse(output(outputNames.signIn)));
  await uploadPage(new S3Client({ region }), output(outputNames.cabinetBucket), files, signIn);
  process.stdout.write(`The page is at ${output(outputNames.cabinetUrl)}\n`);
}

function cdkDeploy(environment: EnvironmentName, options: readonly string[]): Promise<void> {
  const child = spawn('npx', ['cdk', 'deploy', '-c', `env=${environment}`, ...options], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error('The stack was not deployed, and the page not uploaded.'));
    });
  });
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Nothing was deployed.'}\n`);
  process.exitCode = 1;
});
