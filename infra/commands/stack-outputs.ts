import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { EnvironmentName } from '../settings.ts';
import { stackName } from '../stack-name.ts';

/** The outputs of a deployed stack. Answers a getter that throws an Error for people when one is not there. */
export async function stackOutputs(client: CloudFormationClient, environment: EnvironmentName) {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stackName(environment) }));
  const outputs = new Map((Stacks[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  return (name: string): string => {
    const value = outputs.get(name);
    if (value === undefined) throw new Error(`${stackName(environment)} has no output ${name}: deploy it first.`);
    return value;
  };
}
