import { createHash } from 'node:crypto';
import { jobDeps } from '../../functions/wiring/job-deps.ts';
import type { Given } from '../../functions/wiring/replay-deps.ts';
import { workerDeps } from '../../functions/wiring/worker-deps.ts';
import { createJob } from '../../lib/flow/admin/jobs/create-job.ts';
import { startJob, stopJob } from '../../lib/flow/admin/jobs/start-job.ts';
import { jobMessage } from '../../lib/flow/jobs/job-message.ts';
import { afterBatch } from '../../lib/flow/erase/after-batch.ts';
import { keepFailedEvent } from '../../lib/flow/keep-failed.ts';
import { recordEvent } from '../../lib/flow/record-event.ts';
import { recordMessage } from '../../lib/flow/record-message.ts';
import type { CreateJob } from '../../lib/model/api-jobs.ts';
import type { ReaderContract } from '../../lib/model/contract.ts';
import type { Job } from '../../lib/model/job.ts';
import type { EventMessage, Message, Received } from '../../lib/model/message.ts';
import type { Reading } from '../../lib/model/reading.ts';
import type { Deciding, Salon } from '../../lib/model/settings.ts';
import { readerContract } from '../../lib/profsalon/contract.ts';
import { phonesOf } from '../../lib/reading/phone.ts';
import { jobs } from '../../lib/store/jobs.ts';
import { journal } from '../../lib/store/journal.ts';
import { records } from '../../lib/store/records.ts';
import { settingsStore } from '../../lib/store/settings.ts';
import { asDecoded } from '../build/event.ts';
import { aMessage } from '../build/message.ts';
import { aSalon, anAccount, deciding } from '../build/settings.ts';
import { memoryTable } from '../store/memory-table.ts';

const account = anAccount();
const call = { caller: { subject: 'admin', role: 'admin' as const }, account, id: '', query: {} };

/** `rules`: of the jobs; `workerRules`: of the workers, whose deployment may be another. */
type Asked = Given & { workerRules?: Given['rules'] };

/** Worker, jobs and their acts over tables in memory, with a queue of jobs that a test empties; `leaseMs`: 0 takes the lease away. */
export async function jobWorld({ workerRules, ...given }: Asked = {}, leaseMs = 360_000) {
  const tables = { settings: memoryTable(), records: memoryTable(), journal: memoryTable(), jobs: memoryTable() };
  const settings = settingsStore(tables.settings);
  await settings.saveAccount(account);
  const queue: { accountKey: string; id: string }[] = [];
  const wakeJob = (job: { accountKey: string; id: string }) => {
    queue.push({ accountKey: job.accountKey, id: job.id });
    return Promise.resolve();
  };
  const now = given.now ?? (() => new Date());
  const onLargeSet = () => undefined;
  const crossings: Message[] = [];
  const sendCrossing = (crossing: Message) => {
    crossings.push(crossing);
    return Promise.resolve();
  };
  const worker = workerDeps(tables, { onLargeSet, sendCrossing }, workerRules);
  const record = recordMessage(worker);
  const receivedOf = (message: Message): Received => ({
    messageId: 'm',
    receiveCount: 1,
    sentAt: message.receivedAt,
    body: JSON.stringify(message),
  });
  const handle = (message: Message) => record(message, receivedOf(message));
  let empty = [true, true, true, true];
  let reread = (reading: Reading) => reading;
  const contract: ReaderContract = {
    ...readerContract,
    read: (event, context) => {
      const read = readerContract.read(event, context);
      return { ...read, reading: reread(read.reading) };
    },
  };
  const deps = jobDeps(
    tables,
    { wakeJob, onLargeSet, leaseMs, emptyQueues: () => Promise.resolve(empty) },
    { contract, ...given },
  );
  const step = jobMessage(deps);
  const store = jobs(tables.jobs);
  const salons = new Map<string, Salon>();
  const acting = {
    findJob: store.find,
    putJob: store.put,
    wakeJob,
    now,
    saveAudit: settings.saveAudit,
    listSalons: async () => [...salons.values(), ...(await settings.listSalons(account.key))],
    phoneOf: (text: string) => phonesOf(text, 1)[0]?.e164,
    emailOf: (text: string) => text.toLowerCase(),
    findSalon: async (_: string, key: string) => salons.get(key) ?? (await settings.findSalon(account.key, key)),
  };

  /** Does what lies in the queue of jobs, and what comes into it. */
  async function work(): Promise<void> {
    for (let message = queue.shift(); message !== undefined; message = queue.shift()) {
      await step({ v: 1, type: 'job', ...message });
    }
  }
  const jobOf = async (id: string): Promise<Job> => (await store.find(account.key, id))!.job;
  async function create(body: CreateJob): Promise<Job> {
    const made = await createJob(acting)({ ...call, body });
    if (!('created' in made)) throw new Error(JSON.stringify(made));
    await work();
    return jobOf(made.created.id);
  }
  return {
    tables,
    queue,
    handle,
    crossings,
    /** As a function does with a batch of one; `between`: after its line was put. */
    batch: async (message: EventMessage, between: () => Promise<void> = () => Promise.resolve()) => {
      await handle(message);
      await between();
      const received = receivedOf(message);
      await afterBatch(worker, (again, { body }) => recordEvent(worker)(again, body))([{ message, received }]);
    },
    park: async (message: EventMessage) => {
      const received = receivedOf(message);
      await keepFailedEvent(worker)(message, received);
      await afterBatch(worker, keepFailedEvent(worker))([{ message, received }]);
    },
    settings,
    lines: journal({ table: tables.journal, now }),
    records: records(tables.records),
    work,
    step,
    /** What the queues of deliveries look like from now on. */
    queuesAre: (state: boolean[]) => {
      empty = state;
    },
    /** From now on the reader of jobs reads otherwise. */
    rereads: (change: (reading: Reading) => Reading) => {
      reread = change;
    },
    create,
    jobOf,
    deps,
    start: (id: string) => startJob(acting)({ ...call, id, body: undefined }),
    stop: (id: string) => stopJob(acting)({ ...call, id, body: undefined }),
    sweep: () => step({ v: 1, type: 'sweep' }),
    /** Asks for a job, lets it tell, starts it and sees it through. */
    run: async (body: CreateJob): Promise<Job> => {
      const { id } = await create(body);
      await startJob(acting)({ ...call, id, body: undefined });
      await work();
      return jobOf(id);
    },
    connect: ({ fieldMap = {}, ...over }: Partial<Omit<Salon, 'fieldMap'>> & Pick<Deciding, 'fieldMap'> = {}) => {
      const salon = aSalon({ ...over, fieldMap });
      salons.set(salon.key, salon);
    },
  };
}
export type JobWorld = Awaited<ReturnType<typeof jobWorld>>;

/** An event so many minutes ago, of the salon with these settings. */
export function anEvent(
  payload: object,
  {
    minutesAgo = 60,
    settings = {},
    ...over
  }: { minutesAgo?: number; settings?: Partial<Deciding> } & Partial<Omit<EventMessage, 'settings'>> = {},
): EventMessage {
  const event = asDecoded(payload);
  return aMessage({
    eventId: createHash('sha256').update(JSON.stringify(event)).digest('hex'),
    receivedAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    settings: deciding(settings),
    event,
    ...over,
  });
}
