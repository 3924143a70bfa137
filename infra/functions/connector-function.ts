import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal, type Conditions } from 'aws-cdk-lib/aws-iam';
import { Architecture, CfnFunction, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Environment, FunctionName } from '../../lib/model/env.ts';
import { acknowledge } from '../acknowledge.ts';
import type { FixedAddress } from '../network/fixed-address.ts';
import { bundledCode } from '../bundles/bundled-code.ts';
import { bundleHandler } from '../bundles/bundling.ts';

/** What a function may do: exact actions on exact resources. */
export interface Grant {
  actions: readonly string[];
  resources: readonly string[];
  conditions?: Conditions;
}

export interface ConnectorFunctionProps<F extends FunctionName> {
  name: F;
  /** All of its variables and no other. */
  environment: Environment<F>;
  grants: readonly Grant[];
  timeoutSeconds: number;
  /** MB; the share of a processor goes with it. */
  memory: number;
  logRetention: RetentionDays;
  /** Where it calls out from; without it from any address of AWS. */
  network?: FixedAddress | undefined;
}

/** What Lambda does in the name of a function in a network. Source: "Giving Lambda functions access to resources in an Amazon VPC". */
const networkInterfaces: Grant = {
  actions: [
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:DeleteNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  resources: ['*'],
};

/** One Lambda function: its bundle, variables, log group and a role of its own with its grants. */
export class ConnectorFunction<F extends FunctionName = FunctionName> extends Construct {
  readonly function: Function;
  readonly role: Role;

  constructor(scope: Construct, props: ConnectorFunctionProps<F>) {
    super(scope, props.name);
    const logGroup = new LogGroup(this, 'Log', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.function = new Function(this, 'Function', {
      description: `ProfSalon connector: ${props.name}`,
      runtime: new Runtime('nodejs24.x'),
      architecture: Architecture.ARM_64,
      code: bundledCode(props.name),
      handler: bundleHandler,
      role: this.role,
      logGroup,
      environment: { ...props.environment },
      timeout: Duration.seconds(props.timeoutSeconds),
      memorySize: props.memory,
    });
    if (props.network !== undefined) this.enter(props.network);
    this.allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] });
    for (const grant of props.grants) this.allow(grant);
    acknowledge(this, 'functions');
  }

  private enter({ subnetIds, securityGroupId }: FixedAddress): void {
    const resource = this.function.node.defaultChild;
    if (!(resource instanceof CfnFunction)) throw new Error('a function is no function of CloudFormation');
    resource.vpcConfig = { subnetIds, securityGroupIds: [securityGroupId] };
    this.allow(networkInterfaces);
    acknowledge(this.role, 'networkInterfaces');
  }

  allow({ actions, resources, conditions = {} }: Grant): void {
    this.role.addToPolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources], conditions }),
    );
  }
}
