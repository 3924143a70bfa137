import { randomBytes } from 'node:crypto';
import { actsOf } from '../lib/flow/admin/acts.ts';
import { lastEvents } from '../lib/flow/admin/last-events.ts';
import { adminHandler } from '../lib/http/admin.ts';
import { subjectOf } from '../lib/http/token.ts';
import { fetchJson } from '../lib/http/token-fetch.ts';
import { tokenKeys } from '../lib/http/token-keys.ts';
import { now } from '../lib/runtime/clock.ts';
import { readEnvironment } from '../lib/runtime/env.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { dynamoClient } from '../lib/store/client.ts';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { journal } from '../lib/store/journal.ts';
import { settingsStore } from '../lib/store/settings.ts';

const env = readEnvironment('admin');
const dynamo = dynamoClient({ attempts: 3, timeoutMs: 3000, connectMs: 1000 });
const settings = settingsStore(dynamoTable(dynamo, env.SETTINGS_TABLE));
const events = journal({ table: dynamoTable(dynamo, env.JOURNAL_TABLE), now });
const keyOf = tokenKeys({ fetchKeySet: () => fetchJson(env.TOKEN_JWKS_URL, 2000), now });
const clientIds = env.TOKEN_CLIENT_IDS.split(',').map((id) => id.trim());

export const handler = adminHandler({
  ...settings,
  subjectOf: subjectOf({ keyOf, issuer: env.TOKEN_ISSUER, clientIds, now }),
  log: jsonLog('admin'),
  acts: actsOf({
    ...settings,
    lastEvents: lastEvents({ ...events, now }),
    webhookBaseUrl: env.WEBHOOK_BASE_URL.replace(/\/+$/, ''),
    newSalonKey: () => randomBytes(12).toString('hex'),
    newHookKey: () => randomBytes(32).toString('base64url'),
    now,
  }),
});
