import { beforeAll, describe, expect, it } from '@jest/globals';
import { environments } from '../../infra/environments.ts';
import { readable } from './refs.ts';
import { ofType, only, synthesise, type Synthesised } from './synth.ts';

describe('An environment that calls CoMagic from a fixed address', () => {
  let stack: Synthesised;
  beforeAll(() => {
    stack = synthesise('dev', { ...environments.dev, fixedAddress: true });
  });

  it('has one NAT with an Elastic IP, which is an output', () => {
    expect(ofType(stack, 'AWS::EC2::EIP')).toHaveLength(1);
    expect(readable(only(stack, 'AWS::EC2::NatGateway')['AllocationId'])).toBe('NetworkAddress.AllocationId');
    expect(readable((stack.outputs['FixedAddress'] as { Value: unknown }).Value)).toBe('NetworkAddress.PublicIp');
  });

  it('sends what leaves a private subnet over that NAT, and what is for DynamoDB past it', () => {
    const isPrivate = (id: unknown) => readable(id).includes('PrivateSubnet');
    const out = ofType(stack, 'AWS::EC2::Route').filter(([, { Properties }]) => isPrivate(Properties['RouteTableId']));
    expect(out).toHaveLength(2);
    for (const [, { Properties }] of out) {
      expect(Properties).toMatchObject({ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: expect.anything() });
    }
    const endpoint = only(stack, 'AWS::EC2::VPCEndpoint');
    expect(readable(endpoint['ServiceName'])).toBe('com.amazonaws.AWS::Region.dynamodb');
    expect(endpoint['VpcEndpointType']).toBe('Gateway');
    expect((endpoint['RouteTableIds'] as unknown[]).filter(isPrivate)).toHaveLength(2);
  });

  it('has the function that calls in its private subnets, and no other function', () => {
    const inside = ofType(stack, 'AWS::Lambda::Function').filter(([, { Properties }]) => 'VpcConfig' in Properties);
    expect(inside.map(([id]) => id.slice(0, 16))).toEqual(['deliveryFunction']);
    const { SubnetIds, SecurityGroupIds } = inside[0]![1].Properties['VpcConfig'] as Record<string, unknown[]>;
    expect(SubnetIds!.map(readable)).toEqual([
      expect.stringMatching(/PrivateSubnet1Subnet$/),
      expect.stringMatching(/PrivateSubnet2Subnet$/),
    ]);
    expect(SecurityGroupIds!.map(readable)).toEqual(['NetworkOutOnly.GroupId']);
  });

  it('lets nothing in, and out by HTTPS alone', () => {
    const { SecurityGroupIngress, SecurityGroupEgress } = only(stack, 'AWS::EC2::SecurityGroup');
    expect(SecurityGroupIngress).toBeUndefined();
    expect(SecurityGroupEgress).toMatchObject([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }]);
  });

  it('gives that function, beside its own rights, those to its network interfaces', () => {
    const [, policy] = ofType(stack, 'AWS::IAM::Policy').find(([id]) => id.startsWith('deliveryRole'))!;
    const { Statement } = policy.Properties['PolicyDocument'] as {
      Statement: { Action: string[]; Resource: unknown }[];
    };
    expect(Statement.filter(({ Resource }) => Resource === '*').map(({ Action }) => Action)).toEqual([
      [
        'ec2:AssignPrivateIpAddresses',
        'ec2:CreateNetworkInterface',
        'ec2:DeleteNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSubnets',
        'ec2:UnassignPrivateIpAddresses',
      ],
    ]);
  });

  it('leaves no finding of cdk-nag open', () => {
    expect(stack.open).toEqual([]);
  });

  it('is none of those that have no switch for it', () => {
    const without = synthesise('dev');
    expect(ofType(without, 'AWS::EC2::VPC')).toEqual([]);
    expect(without.outputs['FixedAddress']).toBeUndefined();
  });
});
