import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { workerDeps, type WorkerTables } from '../../functions/wiring/worker-deps.ts';
import { workerHandler } from '../../functions/wiring/worker.ts';
import { keepFailed } from '../../lib/flow/keep-failed.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import type { SetRef } from '../../lib/model/event-set.ts';
import type { JournalLine } from '../../lib/model/journal.ts';
import { bodyOfMessage, messages } from '../../lib/model/message.ts';
import { batchRunner } from '../../lib/queue/batch.ts';
import { sender, sureSender } from '../../lib/queue/send.ts';
import { dynamoTable } from '../../lib/store/dynamo-table.ts';
import { journal } from '../../lib/store/journal.ts';
import { records } from '../../lib/store/records.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import type { Table } from '../../lib/store/table.ts';
import { watchDisk } from '../../local/disk.ts';
import { startEngines, tableNames, type Engines } from '../../local/engines.ts';
import { engineClient } from '../../local/functions.ts';
import type { Lambda } from '../../local/lambda/invoke.ts';
import { startWorkers } from '../../local/workers.ts';
import { aMessage } from '../build/message.ts';
import { anAccount } from '../build/settings.ts';
import { drained } from '../local/waiting.ts';

export interface Booking {
  eventId: string;
  id: string;
  set: SetRef;
  body: string;
}

/** The nth of some bookings, as the door would queue it now. */
export function aBooking(n: number): Booking {
  const id = String(558_000 + n);
  const eventId = n.toString(16).padStart(64, '0');
  const event = { event: 'booking.created', data: { id, created_at: '2026-03-14 12:31:05', origin: 'widget' } };
  const message = aMessage({ eventId, event, receivedAt: new Date().toISOString() });
  return { eventId, id, set: { salonKey: message.salonKey, kind: 'booking', id }, body: JSON.stringify(message) };
}

export function nineBookings(first: number): Booking[] {
  return Array.from({ length: 9 }, (_, at) => aBooking(first + at));
}

/** Everything behind the door, on the real engines; `spoil` makes the workers' records table fail, else they are wired as AWS runs them. */
export async function startPipeline(spoil?: (records: Table) => Table) {
  const dataDir = mkdtempSync(join(tmpdir(), 'poison-'));
  const disk = watchDisk(dataDir, console.error);
  const parameterKey = randomBytes(32).toString('base64url');
  const engines = await startEngines({ dataDir, disk, parameterKey, onError: console.error });
  const table = (name: string) => dynamoTable(engines.dynamo.client, name);
  const settings = table(tableNames.SETTINGS_TABLE);
  await settingsStore(settings).saveAccount(anAccount());
  setEnvironment(engines);
  const queueUrls = urls(engines.queues);
  const tables = {
    settings,
    records: table(tableNames.RECORDS_TABLE),
    journal: table(tableNames.JOURNAL_TABLE),
  };
  const env = { ...tableNames, BOOKINGS_QUEUE_URL: queueUrls.bookings, DEALS_QUEUE_URL: queueUrls.deals };
  const worker = (name: 'bookings' | 'deals'): Lambda<SQSEvent> => ({
    name,
    handler:
      spoil === undefined
        ? workerHandler(name, env)
        : spoiledWorker({ ...tables, records: spoil(tables.records) }, engines.sqs.client, queueUrls),
    timeoutSeconds: 4,
  });
  const parked = await parkedFunction();
  const lines = journal({ table: tables.journal, now: () => new Date() });
  const functions = { bookings: worker('bookings'), deals: worker('deals'), parked, jobs: parked, delivery: parked };
  const polling = {
    sqs: engines.sqs.client,
    queues: engines.queues,
    retrySeconds: 0,
    canStore: engines.canStore,
    onError: () => undefined,
  };
  return {
    /**
     * Sends ten messages at most, lets the workers begin once all are there, and stops them once all queues are empty;
     * answers the messages' SQS ids.
     */
    handle: async (bodies: string[]): Promise<string[]> => {
      const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
      const QueueUrl = engines.queues.bookings.url;
      const { Successful = [] } = await engines.sqs.client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      const { stop } = startWorkers({ ...polling, sweepSeconds: 3600, functions });
      const empty = await drained({ ...queueUrls, endpoint: engines.sqs.endpoint }, 100_000);
      await stop();
      if (!empty) throw new Error('The queues did not become empty.');
      return Successful.map(({ MessageId = '' }) => MessageId);
    },
    linesOf: async (id: string, account = 'demo'): Promise<JournalLine[]> =>
      (await lines.deliveries(account, id)).map(({ line }) => line),
    /** The message of the latest delivery, as it stood in the queue. */
    messageOf: async (id: string): Promise<string | undefined> => (await lines.deliveries('demo', id)).at(-1)?.message,
    rowsOf: async (set: SetRef) => (await records(tables.records).contents(set)).rows.length,
    requestOf: (set: SetRef) => records(tables.records).request(set),
    dealOf: (set: SetRef) => records(tables.records).deal(set),
    close: async () => {
      await engines.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
export type Pipeline = Awaited<ReturnType<typeof startPipeline>>;

const urls = ({ bookings, deals }: { bookings: { url: string }; deals: { url: string } }) => ({
  bookings: bookings.url,
  deals: deals.url,
});

/** A worker over other tables than its environment says. */
function spoiledWorker(tables: WorkerTables, client: SQSClient, queueUrls: ReturnType<typeof urls>) {
  const send = sureSender(sender({ client, urls: queueUrls, log: () => undefined }), bodyOfMessage);
  const deps = workerDeps(tables, {
    onLargeSet: () => undefined,
    sendCrossing: (crossing) => send('deals', crossing),
  });
  const unreadable = keepFailed(deps, 'unreadable');
  return batchRunner({
    messages,
    handle: recordMessage(deps),
    unreadable,
    log: () => undefined,
    count: () => undefined,
  });
}

/** Functions read their environment when they are loaded: start one pipeline a test file. */
function setEnvironment({ dynamo, sqs }: Engines): void {
  const { accessKeyId, secretAccessKey } = engineClient.credentials;
  Object.assign(process.env, tableNames, {
    AWS_REGION: engineClient.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
  });
}

async function parkedFunction(): Promise<Lambda<SQSEvent>> {
  const { handler } = await import('../../functions/parked.ts');
  return { name: 'parked', handler, timeoutSeconds: 4 };
}
