import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledgeAllUnder } from '../acknowledge.ts';
import type { ConnectorFunction, Grant } from './connector-function.ts';

/** A grant on the access keys of all accounts. The key that SSM encrypts them with lets in whoever may read the parameter. */
export function onAccessKeys(scope: Construct, path: string, ...actions: `ssm:${string}`[]): Grant {
  const { partition, region, account } = Stack.of(scope);
  return { actions, resources: [`arn:${partition}:ssm:${region}:${account}:parameter${path}/*`] };
}

const allKeys =
  'It acts for all accounts, whose keys lie under this one path; which of them there are, no stack knows.';

/** Says why a function may use the keys of all accounts. */
export function acknowledgeKeys({ role }: Pick<ConnectorFunction, 'role'>, { resources }: Grant): void {
  for (const resource of resources) acknowledgeAllUnder(role, resource, allKeys);
}
