import { CloudFormationClient, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import {
  DeleteRolePolicyCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { stackName } from '../../infra/stack-name.ts';

const iam = new IAMClient({});

/** The name of a function's own role in the deployed stack. */
export async function roleOf(name: string): Promise<string> {
  const client = new CloudFormationClient({});
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListStackResourcesCommand({ StackName: stackName('dev'), NextToken }));
    const found = page.StackResourceSummaries?.find(
      ({ ResourceType, LogicalResourceId }) =>
        ResourceType === 'AWS::IAM::Role' && LogicalResourceId?.startsWith(`${name}Role`),
    );
    if (found?.PhysicalResourceId !== undefined) return found.PhysicalResourceId;
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  throw new Error(`no role of ${name}`);
}

/** Adds a policy to a role. */
export async function allow(RoleName: string, PolicyName: string, actions: string[]): Promise<void> {
  const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
}

/** Takes the stack's own policy from a role; answers how to give it back. */
export async function takeGrants(RoleName: string): Promise<() => Promise<void>> {
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const PolicyName = PolicyNames.find((name) => name.includes('DefaultPolicy'));
  if (PolicyName === undefined) throw new Error(`no policy of the stack at ${RoleName}`);
  const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
  await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
  return async () => {
    const command = { RoleName, PolicyName, PolicyDocument: decodeURIComponent(PolicyDocument) };
    await iam.send(new PutRolePolicyCommand(command));
  };
}
