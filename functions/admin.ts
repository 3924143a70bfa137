import { SQSClient } from '@aws-sdk/client-sqs';
import { listedContact, mergeContact } from '../lib/domain/contact.ts';
import { mergeReference } from '../lib/domain/references.ts';
import { actsOf } from '../lib/flow/admin/acts.ts';
import { sparingCount } from '../lib/flow/admin/connection/sparing-count.ts';
import { showPersons } from '../lib/flow/admin/show-persons.ts';
import { adminHandler } from '../lib/http/admin.ts';
import { tokenVerifier } from '../lib/http/token-verifier.ts';
import { doorContract, pathsContract, readerContract } from '../lib/profsalon/contract.ts';
import { fieldName, ownId, rowEvent } from '../lib/profsalon/row-event.ts';
import { testEvents } from '../lib/profsalon/test-events.ts';
import { depthOf } from '../lib/queue/depths.ts';
import { jobSender } from '../lib/queue/jobs.ts';
import { sender } from '../lib/queue/send.ts';
import { accessKeys } from '../lib/keys/access-keys.ts';
import { ssmClient } from '../lib/keys/client.ts';
import { outboundSender } from '../lib/queue/outbound.ts';
import { outbound, pendingCount } from '../lib/store/outbound.ts';
import { emailOf } from '../lib/reading/email.ts';
import { phonesOf } from '../lib/reading/phone.ts';
import { monotonic, now } from '../lib/runtime/clock.ts';
import { readEnvironment } from '../lib/runtime/env.ts';
import { freshKeys } from '../lib/runtime/fresh-keys.ts';
import { jsonLog } from '../lib/runtime/log.ts';
import { dynamoClient } from '../lib/store/client.ts';
import { dynamoTable } from '../lib/store/dynamo-table.ts';
import { jobs } from '../lib/store/jobs.ts';
import { erasings } from '../lib/store/erasing.ts';
import { journalCounts } from '../lib/store/journal-counts.ts';
import { journal } from '../lib/store/journal.ts';
import { lineIndex, neighbours } from '../lib/store/neighbours.ts';
import { isOutage } from '../lib/store/outage.ts';
import { markNothing } from '../lib/store/pending.ts';
import { records, salonMarks } from '../lib/store/records.ts';
import { outboundFacts, refusedRecords } from '../lib/store/refused.ts';
import { contactsList, references } from '../lib/store/references.ts';
import { neighboursFilled } from '../lib/store/settings-neighbours.ts';
import { salonTests } from '../lib/store/salon-tests.ts';
import { settingsStore } from '../lib/store/settings.ts';
import { dryRunsOver } from './wiring/replay-deps.ts';

const env = readEnvironment('admin');
const dynamo = dynamoClient({ attempts: 3, timeoutMs: 3000, connectMs: 1000 });
const settingsTable = dynamoTable(dynamo, env.SETTINGS_TABLE);
const settings = settingsStore(settingsTable);
const table = dynamoTable(dynamo, env.RECORDS_TABLE);
const stored = records(table);
const named = references({
  table,
  joinReference: mergeReference,
  joinContact: mergeContact,
  listed: listedContact,
  mark: markNothing,
  now,
});
const lines = dynamoTable(dynamo, env.JOURNAL_TABLE);
const events = journal({ table: lines, now });

const jobRows = jobs(dynamoTable(dynamo, env.JOBS_TABLE));
const log = jsonLog('admin');
const sqs = new SQSClient({ maxAttempts: 2 });
const wakeJob = jobSender({ client: sqs, url: env.JOBS_QUEUE_URL, log });
const depth = depthOf(sqs);
const workDepth = async (url: string, dead: string) => ({ ...(await depth(url)), deadLetters: await depth(dead) });

const sent = outbound(table);
const keys = accessKeys({ client: ssmClient(), path: env.ACCESS_KEYS_PATH });

const acts = actsOf({
  ...settings,
  ...freshKeys,
  hasNeighbours: neighboursFilled(settingsTable).hasNeighbours,
  listRecords: stored.list,
  findDeal: stored.deal,
  findRequest: stored.request,
  contentsOf: stored.contents,
  isMarked: salonMarks(table, now).isMarked,
  listReferences: named.list,
  listContacts: contactsList(table),
  listRefused: refusedRecords(table),
  outboundFacts: outboundFacts(table),
  outboundStatus: sent.status,
  pointsOf: sent.points,
  countPending: sparingCount(pendingCount(table), now),
  waitingSince: sent.waitingSince,
  putAccessKey: keys.put,
  removeAccessKey: keys.remove,
  sendOutbound: outboundSender({ client: sqs, url: env.DELIVERY_QUEUE_URL, log }),
  listEvents: events.list,
  deliveriesOf: events.deliveries,
  findLine: events.findLine,
  pathsContract,
  neighboursOf: neighbours(table).neighboursOf,
  indexedLines: lineIndex(lines).indexedLines,
  contract: { ...doorContract, ...readerContract },
  ...journalCounts({ table: lines, now }),
  queueDepths: async () => ({
    bookings: await workDepth(env.BOOKINGS_QUEUE_URL, env.BOOKINGS_DEAD_LETTERS_URL),
    deals: await workDepth(env.DEALS_QUEUE_URL, env.DEALS_DEAD_LETTERS_URL),
    jobs: await depth(env.JOBS_QUEUE_URL),
  }),
  findJob: jobRows.find,
  putJob: jobRows.put,
  listJobs: jobRows.list,
  listErasing: erasings(table).listErasing,
  wakeJob,
  dryRuns: () => dryRunsOver({ settings: settingsTable, records: table, journal: lines }),
  phoneOf: (text) => phonesOf(text, 1)[0]?.e164,
  emailOf: (text) => {
    const read = emailOf(text);
    return typeof read === 'object' ? read.email : undefined;
  },
  ...salonTests({ settings: settingsTable, records: table, journal: lines }),
  testEvents,
  rows: { rowEvent, fieldName, ownId },
  send: sender({ client: sqs, urls: { bookings: env.BOOKINGS_QUEUE_URL, deals: env.DEALS_QUEUE_URL }, log }),
  linesOf: events.linesOf,
  monotonic,
  webhookBaseUrl: env.WEBHOOK_BASE_URL,
  callingAddress: env.CALLING_ADDRESS === 'none' ? undefined : env.CALLING_ADDRESS,
  now,
});
const subjectOf = tokenVerifier(env, now);
const leave = showPersons({ ...settings, ...freshKeys, now });
export const handler = adminHandler({ ...settings, subjectOf, isOutage, log, acts, leave });
