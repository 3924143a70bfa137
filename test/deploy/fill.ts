import { randomBytes } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { outputNames } from '../../infra/output-names.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { connectSalon } from '../blackbox/salon.ts';
import { apiOf, type Target } from '../blackbox/target.ts';
import type { Outputs } from './cdk.ts';
import { mustRun } from './run.ts';

/** Makes the deployed stack one that the black-box suite can try: an operator, an account with an admin, a salon. */
export async function fill(output: Outputs): Promise<Target> {
  const [operator, admin] = await Promise.all([machine(output, 'operator'), machine(output, 'admin')]);
  const arguments_ = ['run', 'create-operator', '--', '--env', 'dev', '--client-id', operator.clientId];
  await mustRun('npm', arguments_, process.env);
  await seedAccount(output(outputNames.table('settings')), admin.clientId);
  const url = output(outputNames.apiUrl);
  const access = { url, tokenUrl: `${output(outputNames.loginUrl)}/oauth2/token`, ...admin, operator };
  const queues = {
    endpoint: process.env['AWS_ENDPOINT_URL'] ?? '',
    bookings: output(outputNames.queue('bookings')),
    deals: output(outputNames.queue('deals')),
  };
  const target = { ...access, queues, salon: { salonId: '1042', webhookUrl: '', token: '' } };
  const { webhookUrl, token } = await connectSalon(await apiOf(target));
  return { ...target, salon: { salonId: '1042', webhookUrl, token } };
}

async function machine(output: Outputs, name: string): Promise<{ clientId: string; clientSecret: string }> {
  const clientId = output(outputNames.machineClient(name));
  const pool = { UserPoolId: output(outputNames.userPool), ClientId: clientId };
  const { UserPoolClient } = await new CognitoIdentityProviderClient({}).send(new DescribeUserPoolClientCommand(pool));
  return { clientId, clientSecret: UserPoolClient?.ClientSecret ?? '' };
}

async function seedAccount(table: string, adminSubject: string): Promise<void> {
  const { saveAccount, saveMember } = settingsStore(dynamoTable(new DynamoDBClient({}), table));
  const createdAt = new Date().toISOString();
  const hmacSecret = randomBytes(32).toString('base64');
  const components = ['offlineRequests', 'endToEndAnalytics'] as const;
  const settings = { name: 'Проверка', timezone: 'Europe/Moscow', components: [...components], hmacSecret };
  await saveAccount({ v: 1, key: 'deployed', ...settings, createdAt });
  await saveMember({ v: 1, subject: adminSubject, accountKey: 'deployed', role: 'admin', createdAt });
}
