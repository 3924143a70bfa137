import { App } from 'aws-cdk-lib';
import { environments } from '../../infra/environments.ts';
import { ConnectorFunction } from '../../infra/functions/connector-function.ts';
import { ConnectorStack } from '../../infra/stack.ts';

/** The same stack with changed settings: what a second deployment brings. It calls a stand-in where CoMagic is called. */
const stack = new ConnectorStack(new App(), {
  environment: 'dev',
  settings: { ...environments.dev, workerConcurrency: 3, throttle: { rate: 60, burst: 120 } },
  defaultAccount: process.env['CDK_DEFAULT_ACCOUNT'],
});
const delivery = stack.node.findChild('delivery');
if (!(delivery instanceof ConnectorFunction)) throw new Error('there is no function that sends');
delivery.function.addEnvironment('COMAGIC_API_URL', process.env['DEPLOY_COMAGIC_URL'] ?? '');
