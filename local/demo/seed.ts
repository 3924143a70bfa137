import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { accessKeys } from '../../lib/keys/access-keys.ts';
import type { StandInServer } from '../comagic/server.ts';
import { accessKeysPath, tableNames, type Engines } from '../engines.ts';
import type { Gateway } from '../gateway/server.ts';
import type { Issuer } from '../issuer/issuer.ts';
import { adminId, operatorId, seedAccount, type PersonName } from './account.ts';
import { apiClient } from './api.ts';
import type { Demo } from './demo.ts';
import { demoSalonId, seedSalon } from './salon.ts';
import type { Secrets } from './secrets.ts';

export interface Running {
  gateway: Gateway;
  engines: Engines;
  issuer: Issuer;
  secrets: Secrets;
  comagic: StandInServer;
}

/** Fills a fresh stack with the demo account and its salon, leaves a used one as it is, and answers how to use it. */
export async function seedDemo({ gateway, engines, issuer: { tokenUrl }, secrets, comagic }: Running): Promise<Demo> {
  const { url } = gateway;
  const { put: putAccessKey } = accessKeys({ client: engines.ssm.client, path: accessKeysPath });
  const settings = settingsStore(dynamoTable(engines.dynamo.client, tableNames.SETTINGS_TABLE));
  await seedAccount({ ...settings, putAccessKey }, new Date(), secrets.comagicKey);
  const client = { clientId: adminId, clientSecret: secrets.clientSecret };
  const webhookUrl = await seedSalon(await apiClient(url, tokenUrl, client), secrets.salonToken);
  return {
    url,
    tokenUrl,
    ...client,
    operator: { clientId: operatorId, clientSecret: secrets.operatorSecret },
    people: peopleOf(secrets),
    salon: { salonId: demoSalonId, webhookUrl, token: secrets.salonToken },
    queues: {
      endpoint: engines.sqs.endpoint,
      bookings: engines.queues.bookings.url,
      deals: engines.queues.deals.url,
      delivery: engines.queues.delivery.url,
    },
    comagic: { url: comagic.url, accessKey: secrets.comagicKey },
  };
}

function peopleOf({ passwords }: Secrets): Demo['people'] {
  const person = (login: PersonName) => ({ login, password: passwords[login] });
  return { admin: person('admin'), viewer: person('viewer'), operator: person('operator') };
}
