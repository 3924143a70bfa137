import {
  CfnEIP,
  CfnSecurityGroup,
  GatewayVpcEndpointAwsService,
  NatProvider,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

const https = 443;

/**
 * A network whose functions call out from one fixed address, by one NAT with an Elastic IP: CoMagic lets in the addresses on its
 * list alone. Calls of DynamoDB do not go over the NAT; those of SQS and SSM do. Nothing can be reached in it from outside.
 */
export class FixedAddress extends Construct {
  /** IPv4. */
  readonly address: string;
  readonly subnetIds: string[];
  readonly securityGroupId: string;

  constructor(scope: Construct) {
    super(scope, 'Network');
    const elasticIp = new CfnEIP(this, 'Address', { domain: 'vpc' });
    this.address = elasticIp.attrPublicIp;
    const vpc = this.newVpc(elasticIp.attrAllocationId);
    this.subnetIds = vpc.privateSubnets.map(({ subnetId }) => subnetId);
    const outOnly = new CfnSecurityGroup(this, 'OutOnly', {
      vpcId: vpc.vpcId,
      groupDescription: 'Functions that call out by HTTPS, and that nobody calls by network',
      securityGroupEgress: [
        {
          ipProtocol: 'tcp',
          fromPort: https,
          toPort: https,
          cidrIp: '0.0.0.0/0',
          description: 'CoMagic and services of AWS',
        },
      ],
    });
    this.securityGroupId = outOnly.attrGroupId;
  }

  private newVpc(allocationId: string): Vpc {
    const vpc = new Vpc(this, 'Vpc', {
      natGateways: 1,
      natGatewayProvider: NatProvider.gateway({ eipAllocationIds: [allocationId] }),
      // By a function that CDK would add; nothing here is of the default group.
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: 'Public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'Private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
      ],
      gatewayEndpoints: { Tables: { service: GatewayVpcEndpointAwsService.DYNAMODB } },
    });
    acknowledge(vpc, 'network');
    return vpc;
  }
}
