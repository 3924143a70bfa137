import { SQSClient } from '@aws-sdk/client-sqs';
import { mergeContact } from '../lib/domain/contact.ts';
import { mergeReference } from '../lib/domain/references.ts';
import { actsOf } from '../lib/flow/admin/acts.ts';
import { adminHandler } from '../lib/http/admin.ts';
import { tokenVerifier } from '../lib/http/token-verifier.ts';
import { jobSender } from '../lib/queue/jobs.ts';
import { emailOf } from '../lib/reading/email.ts';
import { phonesOf } from '../lib/reading/phone.ts';
import { now } from '../lib/runtime/clock.ts';
import { readEnvironment } from '../lib/runtime/env.ts';
import { freshKeys } from '../lib/runtime/fresh-keys.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { dynamoClient } from '../lib/store/client.ts';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { jobs } from '../lib/store/jobs.ts';
import { journal } from '../lib/store/journal.ts';
import { isOutage } from '../lib/store/outage.ts';
import { records, salonMarks } from '../lib/store/records.ts';
import { contactsList, references } from '../lib/store/references.ts';
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

const jobRows = jobs(dynamoTable(dynamo, env.JOBS_TABLE));
const log = jsonLog('admin');
const wakeJob = jobSender({ client: new SQSClient({ maxAttempts: 2 }), url: env.JOBS_QUEUE_URL, log });

const acts = actsOf({
  ...settings,
  ...freshKeys,
  listRecords: stored.list,
  findDeal: stored.deal,
  findRequest: stored.request,
  contentsOf: stored.contents,
  isMarked: salonMarks(table, now).isMarked,
  listReferences: named.list,
  listContacts: contactsList(table),
  listEvents: events.list,
  deliveriesOf: events.deliveries,
  findJob: jobRows.find,
  putJob: jobRows.put,
  listJobs: jobRows.list,
  wakeJob,
  phoneOf: (text) => phonesOf(text, 1)[0]?.e164,
  emailOf: (text) => {
    const read = emailOf(text);
    return typeof read === 'object' ? read.email : undefined;
  },
  webhookBaseUrl: env.WEBHOOK_BASE_URL,
  now,
});
const subjectOf = tokenVerifier(env, now);
export const handler = adminHandler({ ...settings, subjectOf, isOutage, log, acts });
