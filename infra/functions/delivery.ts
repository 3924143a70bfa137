import type { Construct } from 'constructs';
import { dataApiUrls } from '../../lib/model/data-api.ts';
import { functionLimits } from '../../lib/model/functions.ts';
import { settingsKeys } from '../../lib/model/keys.ts';
import { toSweptQueue } from '../queues/swept-queue.ts';
import { onIndexes, onPartitions, onTable } from '../tables/grants.ts';
import { acknowledgeKeys, onAccessKeys } from './access-keys.ts';
import { ConnectorFunction } from './connector-function.ts';
import type { Surroundings } from './surroundings.ts';

/** Sends to CoMagic what is marked, fills the catalog, and tries connections: the one function that reads access keys. */
export function deliveryFunction(
  scope: Construct,
  { tables: { settings, records }, deliveryQueue, accessKeysPath, network, logRetention }: Surroundings,
): ConnectorFunction<'delivery'> {
  const reading = onAccessKeys(scope, accessKeysPath, 'ssm:GetParameter');
  const delivery = new ConnectorFunction(scope, {
    name: 'delivery',
    ...functionLimits.delivery,
    logRetention,
    network,
    environment: {
      SETTINGS_TABLE: settings.tableName,
      RECORDS_TABLE: records.tableName,
      DELIVERY_QUEUE_URL: deliveryQueue.queue.queueUrl,
      ACCESS_KEYS_PATH: accessKeysPath,
      COMAGIC_API_URL: dataApiUrls.comagic,
      UISCOM_API_URL: dataApiUrls.uiscom,
    },
    grants: [
      onTable(settings, 'dynamodb:GetItem', 'dynamodb:Query'),
      // Lists of the catalog, each with its line of the audit.
      onPartitions(
        settings,
        [settingsKeys.catalog('*', 'campaigns').pk, settingsKeys.auditsOf('*')],
        'dynamodb:PutItem',
      ),
      // Markers are taken away by an update; what is known of a record there is put.
      onTable(records, 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem'),
      onIndexes(records, 'records', ['byPending']),
      reading,
      toSweptQueue(deliveryQueue),
    ],
  });
  acknowledgeKeys(delivery, reading);
  return delivery;
}
