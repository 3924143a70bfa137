import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { environments } from '../../infra/environments.ts';
import type { EnvironmentName, Settings } from '../../infra/settings.ts';
import { ConnectorStack } from '../../infra/stack.ts';

export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
}
interface Found {
  ruleName: string;
  reason?: string;
}
export interface Synthesised {
  resources: Record<string, Resource>;
  outputs: Record<string, unknown>;
  /** Of cdk-nag, errors and warnings. */
  open: Found[];
  acknowledged: Found[];
}

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };

/** The stack of an environment as CDK would deploy it, without its bundles and without AWS's schema checks (`cdk synth` makes them). */
export function synthesise(environment: EnvironmentName, settings: Settings = environments[environment]): Synthesised {
  process.env['CDK_VALIDATION'] = 'false';
  const outdir = mkdtempSync(join(tmpdir(), 'cdk-'));
  const app = new App({ outdir, context: { ...context, 'aws:cdk:bundling-stacks': [] } });
  const stack = new ConnectorStack(app, { environment, settings, defaultAccount: '111122223333' });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const { Resources, Outputs } = Template.fromStack(stack).toJSON() as {
    Resources: Record<string, Resource>;
    Outputs: Record<string, unknown>;
  };
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as Report;
  rmSync(outdir, { recursive: true });
  return {
    resources: Object.fromEntries(Object.entries(Resources).map(([id, resource]) => [id, plain(resource)])),
    outputs: Outputs,
    open: report.pluginReports.flatMap(({ violations }) => violations),
    acknowledged: report.pluginReports.flatMap(({ suppressedViolations }) => suppressedViolations ?? []),
  };
}

interface Report {
  pluginReports: { violations: Found[]; suppressedViolations?: Found[] }[];
}

/** Without where it stands in the code, which is no part of what is deployed. */
function plain(resource: Resource): Resource {
  return Object.fromEntries(Object.entries(resource).filter(([key]) => key !== 'Metadata')) as unknown as Resource;
}

export function ofType({ resources }: Synthesised, type: string): [id: string, resource: Resource][] {
  return Object.entries(resources).filter(([, { Type }]) => Type === type);
}

/** Properties of the only resource of a type. */
export function only(stack: Synthesised, type: string): Record<string, unknown> {
  const found = ofType(stack, type);
  if (found.length !== 1) throw new Error(`${found.length} of ${type}`);
  return found[0]![1].Properties;
}
