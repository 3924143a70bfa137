import { mergeContact } from '../lib/domain/contact.ts';
import { mergeReference } from '../lib/domain/references.ts';
import { actsOf } from '../lib/flow/admin/acts.ts';
import { adminHandler } from '../lib/http/admin.ts';
import { tokenVerifier } from '../lib/http/token-verifier.ts';
import { pathsContract } from '../lib/profsalon/contract.ts';
import { now } from '../lib/runtime/clock.ts';
import { readEnvironment } from '../lib/runtime/env.ts';
import { freshKeys } from '../lib/runtime/fresh-keys.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { dynamoClient } from '../lib/store/client.ts';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { journal } from '../lib/store/journal.ts';
import { isOutage } from '../lib/store/outage.ts';
import { records, salonMarks } from '../lib/store/records.ts';
import { references } from '../lib/store/references.ts';
import { settingsStore } from '../lib/store/settings.ts';

const env = readEnvironment('admin');
const dynamo = dynamoClient({ attempts: 3, timeoutMs: 3000, connectMs: 1000 });
const settings = settingsStore(dynamoTable(dynamo, env.SETTINGS_TABLE));
const table = dynamoTable(dynamo, env.RECORDS_TABLE);
const stored = records(table);
const named = references({
  table,
  joinReference: mergeReference,
  joinContact: mergeContact,
  now,
});
const events = journal({ table: dynamoTable(dynamo, env.JOURNAL_TABLE), now });

const acts = actsOf({
  ...settings,
  ...freshKeys,
  listRecords: stored.list,
  findDeal: stored.deal,
  findRequest: stored.request,
  contentsOf: stored.contents,
  isMarked: salonMarks(table, now).isMarked,
  listReferences: named.list,
  listEvents: events.list,
  deliveriesOf: events.deliveries,
  findLine: events.findLine,
  pathsContract,
  webhookBaseUrl: env.WEBHOOK_BASE_URL,
  now,
});
const subjectOf = tokenVerifier(env, now);
export const handler = adminHandler({ ...settings, subjectOf, isOutage, log: jsonLog('admin'), acts });
