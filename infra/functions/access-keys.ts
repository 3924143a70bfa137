import { Arn, ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Grant } from './connector-function.ts';

/** A grant on the access keys of all accounts. The key that SSM encrypts them with lets in whoever may read the parameter. */
export function onAccessKeys(scope: Construct, path: string, ...actions: `ssm:${string}`[]): Grant {
  const parameters = {
    service: 'ssm',
    resource: 'parameter',
    resourceName: `${path.slice(1)}/*`,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  };
  return { actions, resources: [Arn.format(parameters, Stack.of(scope))] };
}
