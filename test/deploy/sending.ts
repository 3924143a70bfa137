import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { outputNames } from '../../infra/outputs/output-names.ts';
import { stackName } from '../../infra/stack-name.ts';
import { accessKeys } from '../../lib/keys/access-keys.ts';
import type { OutboundMessage } from '../../lib/model/outbound-message.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { StandIn } from '../../local/comagic/stand-in.ts';
import { connectSalon, listOf, postSample } from '../blackbox/salon.ts';
import { apiOf, type Target } from '../blackbox/target.ts';
import { asRole } from './as-role.ts';
import type { Outputs } from './cdk.ts';
import { roleOf } from './iam.ts';

const path = `/${stackName('dev')}/comagic`;

/** Reads as the role of the function that sends: access keys it may read and not change, and nothing else there; a worker none. */
export async function deliveryReadsKeys(): Promise<void> {
  const get = (client: SSMClient, Name: string) => client.send(new GetParameterCommand({ Name, WithDecryption: true }));
  const refused = { name: 'AccessDeniedException' };
  await asRole(await roleOf('delivery'), async () => {
    const client = new SSMClient({});
    await assert.rejects(get(client, `${path}/none`), { name: 'ParameterNotFound' });
    await assert.rejects(get(client, '/another/none'), refused);
    const put = new PutParameterCommand({ Name: `${path}/none`, Value: 'x', Type: 'SecureString' });
    await assert.rejects(client.send(put), refused);
  });
  await asRole(await roleOf('bookings'), () => assert.rejects(get(new SSMClient({}), `${path}/none`), refused));
}

/** Takes a deal of a connected account at the door, has it sent, and waits until the stand-in, which the function calls, holds it. */
export async function dealArrives(target: Target, output: Outputs, remote: StandIn): Promise<void> {
  const accountKey = await connectedAccount(target, output);
  const api = await apiOf(target, accountKey);
  const salon = await connectSalon(api);
  assert.equal((await postSample('deal-updated.json', salon)).status, 200);
  await listOf(api, `/api/deals?from=2026-03-01&to=2026-04-01&salon=${salon.key}`, 1);
  const drain: OutboundMessage = { v: 1, type: 'drain', accountKey, now: true };
  const QueueUrl = output(outputNames.queue('delivery'));
  await new SQSClient({}).send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(drain) }));
  const id = `${salon.key}.d.771904`;
  for (let turn = 0; turn < 150 && !remote.held.deals.has(id); turn++) await sleep(200);
  assert.equal(remote.held.deals.get(id)?.at(-1)?.['revenue'], 3150);
}

/** An account of its own: workers remember for a minute whether the records of an account are sent. */
async function connectedAccount(target: Target, output: Outputs): Promise<string> {
  const components = ['offlineRequests', 'endToEndAnalytics'];
  const { body } = await (await apiOf(target, ''))('POST', '/api/accounts', { name: 'Проверка', components });
  const { id } = body as { id: string };
  const settings = settingsStore(dynamoTable(new DynamoDBClient({}), output(outputNames.table('settings'))));
  const account = await settings.findAccount(id);
  assert.ok(account);
  await accessKeys({ client: new SSMClient({}), path }).put(id, 'first', 'demo-key');
  const connection = { apiHost: 'comagic', isOn: true, keySet: true, keyName: 'first' } as const;
  await settings.saveAccount({ ...account, connection });
  return id;
}
