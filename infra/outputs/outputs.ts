import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Parts } from '../parts.ts';
import { outputNames } from './output-names.ts';

/** What people and the commands of this folder need to know of a stack. */
export function addOutputs(
  scope: Construct,
  { alarms, tables, api, cabinet, identity, queues, jobQueue, deliveryQueue, network, signIn }: Parts,
): void {
  const values: Record<string, string> = {
    [outputNames.webhookBaseUrl]: api.webhookBaseUrl,
    [outputNames.apiUrl]: `https://${api.host}`,
    [outputNames.cabinetUrl]: cabinet.url,
    [outputNames.cabinetBucket]: cabinet.bucket.bucketName,
    [outputNames.signIn]: JSON.stringify(signIn),
    [outputNames.userPool]: identity.pool.userPoolId,
    [outputNames.loginUrl]: identity.loginUrl,
    [outputNames.cabinetClient]: identity.cabinetClient.userPoolClientId,
    [outputNames.alarmTopic]: alarms.topic.topicArn,
  };
  if (api.domainTarget !== undefined) values[outputNames.webhookDomainTarget] = api.domainTarget;
  for (const [name, client] of Object.entries(identity.machineClients)) {
    values[outputNames.machineClient(name)] = client.userPoolClientId;
  }
  for (const [name, table] of Object.entries(tables)) values[outputNames.table(name)] = table.tableName;
  for (const [name, { queue, deadLetters }] of Object.entries(queues)) {
    values[outputNames.queue(name)] = queue.queueUrl;
    values[outputNames.deadLetters(name)] = deadLetters.queueUrl;
  }
  values[outputNames.queue('jobs')] = jobQueue.queue.queueUrl;
  values[outputNames.queue('delivery')] = deliveryQueue.queue.queueUrl;
  if (network !== undefined) values[outputNames.fixedAddress] = network.address;
  for (const [name, value] of Object.entries(values)) new CfnOutput(scope, name, { value });
}
