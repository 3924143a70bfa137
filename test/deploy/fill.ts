import assert from 'node:assert/strict';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { outputNames } from '../../infra/outputs/output-names.ts';
import { connectSalon } from '../blackbox/salon.ts';
import { apiOf, type Answer, type Target } from '../blackbox/target.ts';
import type { Outputs } from './cdk.ts';
import { mustRun } from './run.ts';

/** Makes the deployed stack one that the black-box suite can try: an operator, an account with an admin, a salon. */
export async function fill(output: Outputs): Promise<Target> {
  const [operator, admin] = await Promise.all([machine(output, 'operator'), machine(output, 'admin')]);
  await makeOperator('--client-id', operator.clientId);
  const url = output(outputNames.apiUrl);
  const access = { url, tokenUrl: `${output(outputNames.loginUrl)}/oauth2/token`, ...admin, operator };
  const queues = {
    endpoint: process.env['AWS_ENDPOINT_URL'] ?? '',
    bookings: output(outputNames.queue('bookings')),
    deals: output(outputNames.queue('deals')),
  };
  const target: Target = { ...access, queues, salon: { salonId: '1042', webhookUrl: '', token: '' } };
  await makeAccount(target, admin.clientId);
  const { webhookUrl, token } = await connectSalon(await apiOf(target));
  return { ...target, salon: { salonId: '1042', webhookUrl, token } };
}

/** By the command of docs/deploy.md; answers what it printed. */
export function makeOperator(option: '--email' | '--client-id', value: string): Promise<string> {
  return mustRun('npm', ['run', 'create-operator', '--', '--env', 'dev', option, value], process.env);
}

async function machine(output: Outputs, name: string): Promise<{ clientId: string; clientSecret: string }> {
  const clientId = output(outputNames.machineClient(name));
  const pool = { UserPoolId: output(outputNames.userPool), ClientId: clientId };
  const { UserPoolClient } = await new CognitoIdentityProviderClient({}).send(new DescribeUserPoolClientCommand(pool));
  return { clientId, clientSecret: UserPoolClient?.ClientSecret ?? '' };
}

/** As an operator fills an empty deployment: by its own API. */
async function makeAccount(target: Target, adminSubject: string): Promise<void> {
  const outside = await apiOf(target, '');
  const account = { name: 'Проверка', components: ['offlineRequests', 'endToEndAnalytics'] };
  assert.equal((await (await apiOf(target))('GET', '/api/me')).status, 401, 'a subject that is no member');
  const { id } = made(await outside('POST', '/api/accounts', account)) as { id: string };
  const inside = await apiOf(target, id);
  made(await inside('POST', '/api/members', { subject: adminSubject, role: 'admin' }));
}

function made({ status, body }: Answer): unknown {
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}
