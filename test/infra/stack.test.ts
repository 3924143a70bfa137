import { beforeAll, describe, expect, it } from '@jest/globals';
import { environments } from '../../infra/environments.ts';
import { alarms } from './alarms.ts';
import { answers } from './answers.ts';
import { differences } from './differences.ts';
import { grants } from './grants.ts';
import { model } from './model.ts';
import { ofType, only, synthesise, type Synthesised } from './synth.ts';

const names = ['dev', 'staging', 'prod'] as const;
const stacks = new Map<string, Synthesised>();

beforeAll(() => {
  for (const name of names) stacks.set(name, synthesise(name));
});
const stackOf = (name: string): Synthesised => stacks.get(name)!;

function deployed(name: string) {
  const { resources, outputs } = stackOf(name);
  const own = Object.entries(resources).filter(([, { Type }]) => Type !== 'AWS::CDK::Metadata');
  return { resources: Object.fromEntries(own), outputs };
}

/** Without what CDK makes of the stack's name: ids that hold it, and hashes of it. */
function comparable(name: string): unknown {
  const text = JSON.stringify(deployed(name))
    .replaceAll(`profsalonconnector${name}`, 'stack')
    .replaceAll(/[0-9a-f]{64}\.zip/g, 'code.zip')
    .replaceAll(/(?<=[A-Za-z]\d{0,3})[0-9A-F]{8}(?:[0-9A-F]{8})?(?![0-9A-F])/g, '');
  return JSON.parse(text);
}

describe('The stack of dev', () => {
  it('is as it was', () => {
    expect(deployed('dev')).toMatchSnapshot();
  });
});

describe.each(['staging', 'prod'])('The stack of %s', (name) => {
  it('differs from that of dev as it did', () => {
    expect(differences(comparable('dev'), comparable(name))).toMatchSnapshot();
  });
});

describe.each(names)('The stack of %s', (name) => {
  it('leaves no finding of cdk-nag open, and has a reason for each that it leaves', () => {
    const { open, acknowledged } = stackOf(name);
    expect(open).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const { ruleName, reason = '' } of acknowledged)
      expect([ruleName, reason]).toEqual([ruleName, expect.stringMatching(/.{40}/)]);
  });
});

describe('Production', () => {
  it('keeps its tables and users whatever is deployed, and has a name of its own for the webhook', () => {
    const prod = stackOf('prod');
    for (const [, table] of ofType(prod, 'AWS::DynamoDB::GlobalTable')) {
      expect(table.DeletionPolicy).toBe('Retain');
      expect(JSON.stringify(table.Properties)).toContain('"DeletionProtectionEnabled":true');
    }
    expect(only(prod, 'AWS::Cognito::UserPool')).toMatchObject({
      DeletionProtection: 'ACTIVE',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
    expect(ofType(prod, 'AWS::ApiGatewayV2::DomainName')).toHaveLength(1);
    expect(prod.outputs['WebhookBaseUrl']).toEqual({ Value: 'https://hooks.example.com' });
  });
});

describe('A table restored under another name', () => {
  it('is what the functions use and may use, while the stack keeps its own', () => {
    const stack = synthesise('dev', { ...environments.dev, restored: { records: 'records-of-monday' } });
    const functions = ofType(stack, 'AWS::Lambda::Function').map(([, { Properties }]) =>
      JSON.stringify(Properties['Environment']),
    );
    expect(functions.filter((one) => one.includes('"RECORDS_TABLE":"records-of-monday"'))).toHaveLength(6);
    const policies = ofType(stack, 'AWS::IAM::Policy').map(([, { Properties }]) => JSON.stringify(Properties));
    expect(policies.filter((one) => one.includes(':table/records-of-monday'))).toHaveLength(6);
    expect(ofType(stack, 'AWS::DynamoDB::GlobalTable')).toHaveLength(4);
  });
});

grants(() => stackOf('dev'));
model(() => stackOf('staging'));
alarms(
  () => stackOf('prod'),
  () => stackOf('dev'),
);
answers(() => stackOf('dev'));
