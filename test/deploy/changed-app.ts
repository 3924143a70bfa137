import { App } from 'aws-cdk-lib';
import { environments } from '../../infra/environments.ts';
import { ConnectorStack } from '../../infra/stack.ts';

/** The same stack with changed settings: what a second deployment brings. */
new ConnectorStack(new App(), {
  environment: 'dev',
  settings: { ...environments.dev, workerConcurrency: 3, throttle: { rate: 60, burst: 120 } },
  defaultAccount: process.env['CDK_DEFAULT_ACCOUNT'],
});
