import { parseArgs } from 'node:util';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { settingsStore } from '../lib/store/settings.ts';
import { userOf } from './create-user.ts';
import { environmentName, environments } from './environments.ts';
import { outputNames } from './output-names.ts';
import { stackOutputs } from './stack-outputs.ts';

const usage = 'npm run create-operator -- --env dev|staging|prod --email PERSON | --client-id MACHINE';

/** Makes the first user of a deployed stack: a person by e-mail or a machine by its client id, with the role of operator. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { env: { type: 'string' }, email: { type: 'string' }, 'client-id': { type: 'string' } },
  });
  const { email, 'client-id': clientId } = values;
  if ((email === undefined) === (clientId === undefined)) throw new Error(usage);
  const environment = environmentName(values.env);
  const { region } = environments[environment];
  const output = await stackOutputs(new CloudFormationClient({ region }), environment);
  const pool = new CognitoIdentityProviderClient({ region });
  const subject = clientId ?? (await userOf(pool, output(outputNames.userPool), email ?? ''));
  const table = dynamoTable(new DynamoDBClient({ region }), output(outputNames.table('settings')));
  const { saveMember } = settingsStore(table);
  const createdAt = new Date().toISOString();
  await saveMember({ v: 1, subject, role: 'operator', createdAt, ...(email !== undefined && { email }) });
  process.stdout.write(`${subject} is an operator of ${environment}.\n`);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'No operator was made.'}\n`);
  process.exitCode = 1;
});
