import { parseArgs } from 'node:util';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { environmentName, environments } from '../environments.ts';
import { outputNames } from '../outputs/output-names.ts';
import { mustBeClient, userOf } from './create-user.ts';
import { makeOperator } from './make-operator.ts';
import { stackOutputs } from './stack-outputs.ts';

const usage = 'npm run create-operator -- --env dev|staging|prod --email PERSON | --client-id MACHINE';

/** Makes the first user of a deployed stack: a person by e-mail or a machine by its client id, with the role of operator. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { env: { type: 'string' }, email: { type: 'string' }, 'client-id': { type: 'string' } },
  });
  const { email, 'client-id': clientId } = values;
  const environment = environmentName(values.env, '--env ');
  if ((email === undefined) === (clientId === undefined)) throw new Error(usage);
  const { region } = environments[environment];
  const output = await stackOutputs(new CloudFormationClient({ region }), environment);
  const pool = new CognitoIdentityProviderClient({ region });
  const userPool = output(outputNames.userPool);
  if (clientId !== undefined) await mustBeClient(pool, userPool, clientId);
  const subject = clientId ?? (await userOf(pool, userPool, email ?? ''));
  const table = dynamoTable(new DynamoDBClient({ region }), output(outputNames.table('settings')));
  const { changeMember } = settingsStore(table);
  await makeOperator({ changeMember, now: () => new Date() }, { subject, email });
  process.stdout.write(`${subject} is an operator of ${environment}.\n`);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'No operator was made.'}\n`);
  process.exitCode = 1;
});
