import { readFileSync, rmSync } from 'node:fs';
import { stackName } from '../../infra/stack-name.ts';
import type { Engine } from './engine.ts';
import { mustRun, run, type Ran } from './run.ts';

const output = '.local/deploy';
const outputsFile = `${output}/outputs.json`;

export type Outputs = (name: string) => string;

/** The commands of docs/deploy.md, against an engine. `app`: what CDK runs instead of cdk.json's. */
export function cdkOf({ env }: Pick<Engine, 'env'>) {
  const cdk = (...args: string[]) => ['cdk', ...args, '-c', 'env=dev'];
  const place = (name: string, app?: string) => [
    ...(app === undefined ? [] : ['--app', app]),
    '-o',
    `${output}/${name}`,
  ];
  return {
    bootstrap: () => mustRun('npx', cdk('bootstrap'), env),
    deploy: async (app?: string): Promise<Outputs> => {
      const options = ['--require-approval', 'never', '--outputs-file', outputsFile];
      rmSync(outputsFile, { force: true });
      await mustRun('npm', ['run', 'deploy', '--', '--env', 'dev', '--', ...place('deploy', app), ...options], env);
      return outputsIn(readFileSync(outputsFile, 'utf8'));
    },
    /** Exits with 1 when there is a difference. */
    diff: (app?: string): Promise<Ran> => run('npx', cdk('diff', '--fail', ...place('diff', app)), env),
    destroy: (app?: string) => mustRun('npx', cdk('destroy', '--force', ...place('destroy', app)), env),
  };
}

function outputsIn(json: string): Outputs {
  const { [stackName('dev')]: outputs = {} } = JSON.parse(json) as Record<string, Record<string, string>>;
  return (name) => {
    const value = outputs[name];
    if (value === undefined) throw new Error(`no output ${name}`);
    return value;
  };
}
